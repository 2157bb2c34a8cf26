import FunnelStore
import SharedFunnel

/// What it takes to meet the target, and what levers are worth, for people.
struct PlanRendering {
  let answer: PlanAnswer
  let request: OutlookRequest
  /// Somebody named the levers.
  let isAsked: Bool
  let text: RateText

  var definition: OutlookDefinition { OutlookDefinition(frame: answer.frame, request: request, text: text) }

  /// Where nobody knows what was attained, nobody knows what is missing.
  var plan: BackPlan? { answer.frame.revenue.isUnknown ? nil : answer.plan }

  var page: ReportPage {
    let programs = PlanDocument(rendering: self)
    return ReportPage(
      schema: "report.plan", document: programs.document, rows: programs.grid,
      tables: (plan.map { [figures($0)] + needed($0) } ?? []) + [levers], notes: notes)
  }

  private func figures(_ plan: BackPlan) -> ReportTable {
    let rows: [(Message, String)] = [
      (.outlookColumnTarget, definition.money(plan.target)), (.outlookColumnAttained, definition.money(plan.attained)),
      (.planForeseen, definition.money(plan.foreseen)), (.planMissing, definition.money(plan.missing)),
      (.planEntry, definition.money(plan.perEntry)), (.planEntries, plan.entries.map(text.count) ?? text.glyphs.none),
      (.planEntriesPerDay, definition.number(plan.entriesPerDay, digits: 2)),
      (.planRecent, definition.number(plan.recentPerDay, digits: 2)),
    ]
    return ReportTable(
      heading: Message.planHeading(["what": definition.what]),
      columns: [
        ReportTable.Column(title: Message.planColumnFigure(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.columnAmount(), priority: 9),
      ], rows: rows.map { [$0.0(), $0.1] })
  }

  private func needed(_ plan: BackPlan) -> [ReportTable] {
    guard let first = plan.stages.first, !first.months.isEmpty else { return [] }
    return [
      ReportTable(
        heading: Message.planNeeded(),
        columns: [ReportTable.Column(title: Message.columnStage(), isRight: false, priority: 9)]
          + first.months.enumerated().map { place, cell in
            ReportTable.Column(title: cell.month, priority: place == 0 ? 9 : max(1, 8 - place))
          },
        rows: plan.stages.map { row in [row.stage.label] + row.months.map { text.count($0.needed) } })
    ]
  }

  private var levers: ReportTable {
    ReportTable(
      heading: (isAsked ? Message.planLeversAsked : .planLevers)(),
      columns: [ReportTable.Column(title: Message.planColumnLever(), isRight: false, priority: 9)]
        + [(Message.planColumnWorth, 9), (.outlookColumnPurchases, 6), (.planColumnForecast, 7)].map {
          ReportTable.Column(title: $0.0(), priority: $0.1)
        },
      rows: answer.levers.map { item in
        let purchases = item.purchases.map { ($0 >= 0.05 ? "+" : "") + definition.number($0) } ?? text.glyphs.none
        return [item.lever.text, definition.change(item.worth), purchases, definition.money(expected(item))]
      })
  }

  /// Of a period of which nobody knows what was attained there is no sum, with a lever or without.
  func expected(_ item: LeverWorth) -> Money? { answer.forecast.expected == nil ? nil : item.expected }

  var notes: [String] {
    var notes = [definition.periodNote, definition.targetNote] + definition.purchaseNotes
    if let plan {
      if let obstacle = plan.obstacle {
        notes.append(obstacle.sentence())
      } else if plan.missing?.minor == 0 {
        notes.append(Message.planMet())
      }
      notes.append(Message.planNote())
      if !plan.stages.isEmpty { notes.append(Message.planStagesNote()) }
    }
    notes.append(
      Message.planLeversNote([
        "expected": answer.forecast.expected?.label ?? text.glyphs.none, "none": text.glyphs.none,
      ]))
    if !isAsked { notes.append(Message.planUsualNote()) }
    notes.append(
      Message.forecastRate([
        "entered": text.count(answer.entered), "days": text.count(answer.forecast.recentDays),
        "rate": definition.number(answer.forecast.entryRate, digits: 2),
      ]))
    notes += answer.forecast.limits.map(\.message)
    notes.append(definition.assumptionsNote(answer.forecast.assumptions))
    return notes + definition.observationNotes
  }
}

extension BackPlan.Obstacle {
  /// Why no rate of new leads meets the target, for people.
  fileprivate var sentence: Message {
    switch self {
    case .noEndedStays: .planNoStays
    case .noPurchaseAmounts: .planNoAmounts
    case .noRecentEntries: .planNoEntries
    case .tooLate: .planTooLate
    case .tooFarAhead: .planTooFar
    case .tooLarge: .planTooLarge
    }
  }
}
