import FunnelStore
import SharedFunnel

/// What the numbers of a triangle mean: said on screen, and carried by every export.
struct CohortDefinition {
  let request: CohortRequest
  let to: Stage

  var fromLabel: String { request.who.from?.label ?? Message.cohortFunnel() }

  private var conditions: [String] {
    request.who.conditions.map(\.typed)
  }

  /// Which leads, and when they entered.
  func what(_ period: Period?) -> String {
    var parts = conditions
    parts.append(period.map { Message.funnelEnteredIn(["period": $0.label]) } ?? Message.funnelAllTime())
    if request.who.mode != .reached { parts.append(Message.funnelMode(["mode": request.who.mode.rawValue])) }
    return parts.joined(separator: ", ")
  }

  /// What was asked, for programs.
  var question: JSONObject {
    [
      "mode": .string(request.who.mode.rawValue), "from": .string(request.who.from?.key ?? "funnel"),
      "to": .string(to.key), "by": .string(request.unit.rawValue), "age_unit": .string(request.age.rawValue),
      "age_seconds": .int(Int64(request.age.seconds)), "period": JSONValue(request.who.period),
      "where": JSONValue(request.who.conditions),
    ]
  }

  func document(_ answer: CohortAnswer) -> JSONObject {
    var definition = question
    definition.append(
      contentsOf: [
        "denominator": "the leads of the cohort", "interval": "wilson_95",
        "mature": "every lead converted, was lost, or was observed for the whole age",
        "estimate": "aalen_johansen, within the age of the entry",
      ])
    definition.append(contentsOf: observation(answer).members)
    definition.append("notes", .array(notes(answer).map(JSONValue.string)))
    return definition
  }

  func observation(_ answer: CohortAnswer) -> ReportObservation {
    ReportObservation(
      scope: request.who.scope, zone: answer.zone, until: answer.observedUntil, bySource: answer.observedUntilBySource)
  }

  /// The definition in columns of flat rows.
  static let columns =
    ["mode", "from", "to", "by", "period", "where", "zone"].map { Grid.Column(key: $0, title: $0) }
    + ["observed_until", "as_of", "known_at"].map { Grid.Column(key: $0, title: $0, kind: .timestamp) }

  func cells(_ answer: CohortAnswer) -> [Cell] {
    [
      .text(request.who.mode.rawValue), .text(request.who.from?.key ?? "funnel"), .text(to.key),
      .text(request.unit.rawValue), Cell(answer.period?.label), .text(conditions.joined(separator: ",")),
      .text(answer.zone), Cell(answer.observedUntil), Cell(request.who.scope.asOf), Cell(request.who.scope.knownAt),
    ]
  }

  func notes(_ answer: CohortAnswer) -> [String] {
    var notes = [
      Message.cohortCellNote([
        "to": to.label, "from": request.who.from?.label ?? Message.funnelStartFunnel(),
      ]), Message.cohortMatureNote(),
      Message.cohortTotalNote(["name": Message.cohortMature()]),
      Message.cohortLeadsNote(["count": NumberText.integer(Int64(answer.report.leads))]),
    ]
    if answer.report.startedBehind > 0 {
      notes.append(
        Message.cohortBehindNote([
          "count": NumberText.integer(Int64(answer.report.startedBehind)), "to": to.label,
        ]))
    }
    // The ages of a cohort leave out the same leads.
    let estimates = answer.report.rows.compactMap { $0.cells.compactMap(\.estimate).first }
    return notes + ReportObservation.leftOut(estimates) + observation(answer).notes(answer.period)
  }
}
