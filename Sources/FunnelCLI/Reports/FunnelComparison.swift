import FunnelStore
import SharedFunnel

/// Two funnels side by side, for people: a table of counts and one of rates, so that stage, owner and both values fit
/// 80 columns.
struct FunnelComparison {
  let definition: FunnelDefinition
  let previous: FunnelAnswer
  let text: RateText

  private var answer: FunnelAnswer { definition.answer }

  /// A stage here, there, and what lies between.
  private struct Row {
    let step: FunnelStep
    let before: FunnelStep?
    let difference: StepDifference?
  }

  private var rows: [Row] {
    guard answer.total.cohort + previous.total.cohort > 0 else { return [] }
    let differences = answer.total.difference(from: previous.total)
    return answer.total.steps.map { step in
      Row(
        step: step, before: previous.total.steps.first { $0.stage == step.stage },
        difference: differences.first { $0.stage == step.stage })
    }
  }

  var tables: [ReportTable] { [counts, rates] }

  private var what: String {
    [definition.what, Message.compareWith(["period": previous.period?.label ?? ""])].joined(separator: ", ")
  }

  private var counts: ReportTable {
    table(
      Message.funnelHeading(["what": what]),
      [
        (.funnelColumnReached, 9, { text.count($0.step.reached) }),
        (.compareColumnBefore, 9, { text.count($0.before?.reached ?? 0) }),
        (.compareColumnChange, 9, { text.change($0.difference?.reached) }),
        (.funnelColumnEntered, 3, { text.count($0.step.entered) }),
        (.funnelColumnSkipped, 2, { text.count($0.step.skipped) }),
        (.funnelColumnLost, 7, { $0.step.from == nil ? text.glyphs.none : text.count($0.step.lost) }),
        (.funnelColumnOpen, 6, { $0.step.from == nil ? text.glyphs.none : text.count($0.step.open) }),
      ])
  }

  private var rates: ReportTable {
    table(
      Message.funnelColumnConversion(),
      [
        (.columnFrom, 5, { $0.step.from.map { String($0.number) } ?? text.glyphs.none }),
        (.funnelColumnConversion, 9, { text.conversion($0.step) }),
        (.compareColumnBefore, 9, { $0.before.map { text.conversion($0, withInterval: false) } ?? text.glyphs.none }),
        (.compareColumnPoints, 9, { text.points($0.difference?.conversion) }),
      ])
  }

  private func table(
    _ heading: String, _ columns: [(title: Message, priority: Int, cell: (Row) -> String)]
  ) -> ReportTable {
    ReportTable(
      heading: heading,
      columns: [
        ReportTable.Column(title: Message.columnStage(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.columnOwner(), isRight: false, priority: 8, fit: .wrapped),
      ] + columns.map { ReportTable.Column(title: $0.title(), priority: $0.priority) },
      rows: rows.map { row in [row.step.stage.label, row.step.owners.label] + columns.map { $0.cell(row) } },
      empty: .funnelNothing)
  }
}
