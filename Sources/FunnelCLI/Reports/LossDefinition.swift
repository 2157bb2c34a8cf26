import FunnelStore
import SharedFunnel

/// What the numbers of the report on losses mean.
struct LossDefinition {
  let request: LossRequest

  private var conditions: [String] {
    request.conditions.map(\.typed)
  }

  func what(_ period: Period?) -> String {
    var parts = conditions
    if let entered = request.entered { parts.append(Message.funnelEnteredIn(["period": entered.label])) }
    parts.append(period.map { Message.lossLostIn(["period": $0.label]) } ?? Message.funnelAllTime())
    return parts.joined(separator: ", ")
  }

  /// What was asked, for programs.
  var question: JSONObject {
    [
      "period": JSONValue(request.period), "entered": JSONValue(request.entered),
      "where": JSONValue(request.conditions),
    ]
  }

  func document(_ answer: LossAnswer) -> JSONObject {
    var definition = question
    definition.append(
      contentsOf: [
        "denominator": .string(
          "share_of_losses: lost; share_of_cohort: leads in the funnel at some time of the period"),
        "owner": "of the stage that the lead was lost from, at the time of the loss", "interval": "wilson_95",
      ])
    definition.append(contentsOf: observation(answer).members)
    definition.append("notes", .array(notes(answer).map(JSONValue.string)))
    return definition
  }

  func observation(_ answer: LossAnswer) -> ReportObservation {
    ReportObservation(
      scope: request.scope, zone: answer.zone, until: answer.observedUntil, bySource: answer.observedUntilBySource)
  }

  /// The definition in columns of flat rows.
  static let columns =
    ["period", "entered", "where", "zone"].map { Grid.Column(key: $0, title: $0) }
    + ["observed_until", "as_of", "known_at"].map { Grid.Column(key: $0, title: $0, kind: .timestamp) }

  func cells(_ answer: LossAnswer) -> [Cell] {
    [
      Cell(answer.period?.label), Cell(request.entered?.label), .text(conditions.joined(separator: ",")),
      .text(answer.zone), Cell(answer.observedUntil), Cell(request.scope.asOf), Cell(request.scope.knownAt),
    ]
  }

  func notes(_ answer: LossAnswer) -> [String] {
    let entered = request.entered.map { Message.lossIn(["period": $0.label]) } ?? Message.lossAnyTime()
    var notes = [
      Message.lossTotalNote([
        "lost": NumberText.integer(Int64(answer.report.lost)),
        "cohort": NumberText.integer(Int64(answer.report.cohort)),
      ]),
      answer.period.map { Message.lossCohortIn(["period": $0.label, "entered": entered]) }
        ?? Message.lossCohortAll(["entered": entered]),
      Message.lossReopenedNote(),
    ]
    if request.dimensions.contains(.owner) { notes.append(Message.lossOwnerNote()) }
    return notes + [Message.lossStayNote()] + observation(answer).notes(answer.period)
  }
}
