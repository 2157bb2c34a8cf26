import FunnelStore
import SharedFunnel

/// What the numbers of a trend mean: said on screen, and carried by every export.
struct TrendDefinition {
  let request: TrendRequest
  /// As it was typed: `90 d`; `nil` for a rate of offers.
  let window: String?

  /// As headings say it.
  private var start: String { request.who.from?.label ?? Message.cohortFunnel() }

  /// As sentences say it.
  private var entered: String { request.who.from?.label ?? Message.funnelStartFunnel() }

  private var conditions: [String] {
    request.who.conditions.map(\.typed)
  }

  /// The rate by name: `Conversion from funnel entry to 6 Purchase`.
  var title: String {
    switch request.rate {
    case .leads(.reaching(let goal)): Message.trendReaching(["from": start, "to": goal.label])
    case .leads(.losing): Message.trendLosing(["from": start])
    case .handoffs(.acceptance): Message.trendAcceptance()
    case .handoffs(.sla): Message.trendSLA()
    }
  }

  func what(_ period: Period?) -> String {
    var parts = conditions
    parts.append(period?.label ?? Message.funnelAllTime())
    if let window { parts.append(Message.funnelWithin(["window": window])) }
    if request.who.mode != .reached { parts.append(Message.funnelMode(["mode": request.who.mode.rawValue])) }
    return parts.joined(separator: ", ")
  }

  /// As it is typed: `brand_preference:purchase`.
  var rate: String {
    let from = request.who.from.map { $0.key + ":" } ?? ""
    return switch request.rate {
    case .leads(.reaching(let goal)): from + goal.key
    case .leads(.losing): from + "loss"
    case .handoffs(let rate): rate.rawValue
    }
  }

  /// What was asked, for programs.
  var question: JSONObject {
    [
      "rate": .string(rate), "mode": .string(request.who.mode.rawValue),
      "window_seconds": request.who.window.map { .int($0) } ?? .null, "by": .string(request.unit.rawValue),
      "group": JSONValue(request.who.grouping?.rawValue), "period": JSONValue(request.who.period),
      "where": JSONValue(request.who.conditions),
    ]
  }

  private var denominator: String {
    switch request.rate {
    case .leads: "leads that first entered 'from' in the point"
    case .handoffs(.acceptance): "offers made in the point: accepted + rejected + expired"
    case .handoffs(.sla): "offers made in the point that had a due time: answered + overdue"
    }
  }

  func document(_ answer: TrendAnswer) -> JSONObject {
    var definition = question
    definition.append(
      contentsOf: [
        "from": .string(request.who.from?.key ?? "funnel"), "denominator": .string(denominator),
        "interval": "wilson_95", "immature": "more than a quarter is unresolved",
        "estimate": "aalen_johansen",
      ])
    definition.append(contentsOf: observation(answer).members)
    definition.append("notes", .array(notes(answer).map(JSONValue.string)))
    return definition
  }

  func observation(_ answer: TrendAnswer) -> ReportObservation {
    ReportObservation(
      scope: request.who.scope, zone: answer.zone, until: answer.observedUntil, bySource: answer.observedUntilBySource)
  }

  /// The definition in columns of flat rows.
  static let columns =
    ["rate", "mode"].map { Grid.Column(key: $0, title: $0) }
    + [Grid.Column(key: "window_seconds", title: "window", kind: .integer)]
    + ["by", "period", "where", "zone"].map { Grid.Column(key: $0, title: $0) }
    + ["observed_until", "as_of", "known_at"].map { Grid.Column(key: $0, title: $0, kind: .timestamp) }

  func cells(_ answer: TrendAnswer) -> [Cell] {
    [
      .text(rate), .text(request.who.mode.rawValue), request.who.window.map { .integer($0) } ?? .null,
      .text(request.unit.rawValue), Cell(answer.period?.label), .text(conditions.joined(separator: ",")),
      .text(answer.zone), Cell(answer.observedUntil), Cell(request.who.scope.asOf), Cell(request.who.scope.knownAt),
    ]
  }

  func notes(_ answer: TrendAnswer) -> [String] {
    let points = answer.points + answer.groups.flatMap(\.points) + answer.previous.flatMap(\.points)
    var notes = [meaning]
    if let window { notes.append(Message.trendUnresolvedNote(["window": window])) }
    notes.append(Message.trendIntervalNote())
    if points.contains(where: \.isAhead) { notes.append(Message.trendAheadNote()) }
    if points.contains(where: { $0.isImmature && !$0.isAhead }) { notes.append(Message.trendImmatureNote()) }
    notes += ReportObservation.leftOut(answer.points.compactMap(\.estimate))
    if points.contains(where: \.isUnfinished) { notes.append(Message.trendUnfinishedNote()) }
    return notes + observation(answer).notes(answer.period)
  }

  private var meaning: String {
    switch request.rate {
    case .leads(.reaching(let goal)):
      Message.trendReachingNote(["from": entered, "to": goal.label, "window": window ?? ""])
    case .leads(.losing): Message.trendLosingNote(["from": entered, "window": window ?? ""])
    case .handoffs(.acceptance): Message.trendAcceptanceNote()
    case .handoffs(.sla): Message.trendSLANote()
    }
  }
}
