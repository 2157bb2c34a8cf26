import FunnelStore
import SharedFunnel

/// What the numbers of a funnel mean: said on screen, and carried by every export.
struct FunnelDefinition {
  let request: FunnelRequest
  let answer: FunnelAnswer
  /// As it was typed: `90 d`.
  let window: String?

  var observation: ReportObservation {
    ReportObservation(
      scope: request.scope, zone: answer.zone, until: answer.observedUntil, bySource: answer.observedUntilBySource)
  }

  var document: JSONObject {
    var definition: JSONObject = [
      "mode": .string(request.mode.rawValue),
      "window_seconds": request.window.map { .int($0) } ?? .null,
      "so_far": .bool(request.window == nil),
      "denominator": .string("of each stage, the leads that reached its 'from', the previous observed stage"),
      "cohort": .object([
        "leads": JSONValue(answer.total.cohort), "entry": .string(request.from?.key ?? "funnel"),
        "period": JSONValue(answer.period),
      ]),
      "where": JSONValue(request.conditions),
      "interval": "wilson_95", "estimate": "aalen_johansen, within the window of reaching 'from'",
    ]
    definition.append(contentsOf: observation.members)
    definition.append("notes", .array(notes(withLosses: true).map(JSONValue.string)))
    return definition
  }

  /// The definition in columns of flat rows.
  static let columns = [
    Grid.Column(key: "mode", title: "mode"), Grid.Column(key: "window_seconds", title: "window", kind: .integer),
    Grid.Column(key: "cohort_from", title: "cohort from"), Grid.Column(key: "period", title: "period"),
    Grid.Column(key: "where", title: "where"), Grid.Column(key: "zone", title: "zone"),
    Grid.Column(key: "observed_until", title: "observed until", kind: .timestamp),
    Grid.Column(key: "as_of", title: "as of", kind: .timestamp),
    Grid.Column(key: "known_at", title: "known at", kind: .timestamp),
  ]

  var cells: [Cell] {
    [
      .text(request.mode.rawValue), request.window.map { .integer($0) } ?? .null, Cell(request.from?.key),
      Cell(answer.period?.label), .text(conditions.joined(separator: ",")), .text(answer.zone),
      Cell(answer.observedUntil), Cell(request.scope.asOf), Cell(request.scope.knownAt),
    ]
  }

  private var conditions: [String] {
    request.conditions.map(\.typed)
  }

  /// What the heading says: which leads, when, within what time.
  var what: String {
    var parts = conditions
    parts.append(
      answer.period.map { Message.funnelEnteredIn(["period": $0.label]) } ?? Message.funnelAllTime())
    parts.append(window.map { Message.funnelWithin(["window": $0]) } ?? Message.funnelSoFar())
    if request.mode != .reached { parts.append(Message.funnelMode(["mode": request.mode.rawValue])) }
    return parts.joined(separator: ", ")
  }

  /// Footnotes, in the order of the columns. By group, people see no losses.
  func notes(withLosses: Bool) -> [String] {
    let steps = answer.total.steps + answer.groups.flatMap(\.table.steps)
    var notes = [modeNote, rateNote] + (withLosses ? [Message.funnelLostNote()] : [])
    if let window, steps.contains(where: \.immature) { notes.append(Message.funnelImmature(["window": window])) }
    notes += ReportObservation.leftOut(answer.total.steps.compactMap(\.estimate))
    if request.pair != nil { notes.append(Message.funnelPairNote()) }
    return notes + [cohortNote] + observation.notes(answer.period)
  }

  private var modeNote: String {
    switch request.mode {
    case .reached: Message.funnelReachedNote()
    case .strict: Message.funnelStrictNote()
    case .any: Message.funnelAnyNote()
    }
  }

  private var rateNote: String {
    window.map { Message.funnelRateWithin(["window": $0]) } ?? Message.funnelRateSoFar()
  }

  private var cohortNote: String {
    let count = NumberText.integer(Int64(answer.total.cohort))
    let start = request.from?.label ?? Message.funnelStartFunnel()
    guard let period = answer.period else { return Message.funnelCohortAll(["count": count, "start": start]) }
    return Message.funnelCohortPeriod(["count": count, "start": start, "period": period.label])
  }
}
