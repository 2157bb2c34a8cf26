import Charts
import FunnelStore
import SharedFunnel

/// The conversion triangle as a picture: a cohort a row, an age a column, the darker the higher.
struct CohortChart {
  let definition: CohortDefinition
  let answer: CohortAnswer
  private let text = RateText(glyphs: .unicode)

  init(definition: CohortDefinition, answer: CohortAnswer) {
    self.definition = definition
    self.answer = answer
  }

  private var report: CohortReport { answer.report }

  var svg: String {
    let titles = report.ages.map(title)
    return HeatMap(
      frame: frame, heads: (Message.cohortColumnCohort(), Message.funnelColumnLeads()), columns: titles,
      rows: report.rows.map { row in
        HeatMap.Row(
          title: TerminalText.escaped(row.label), count: text.count(row.leads),
          cells: zip(titles, row.cells).map { cell($1, of: row.label, age: $0) })
      },
      total: HeatMap.Row(
        title: Message.cohortMature(), count: "", cells: zip(titles, report.total).map { cell($1, age: $0) }),
      estimated: Message.cohortChartEstimated(), empty: Message.funnelNothing(),
      stepLabel: { low, high in
        // Limits are whole tenths of a percent.
        let digits = [low, high].contains { Int(($0 * 1000).rounded()) % 10 != 0 } ? 1 : 0
        return Message.cohortChartStep([
          "low": NumberText.decimal(low * 100, digits: digits) ?? "",
          "high": NumberText.decimal(high * 100, digits: digits) ?? "",
        ])
      }
    ).svg
  }

  private var frame: ChartFrame {
    ChartFrame(
      id: "cohorts", title: Message.cohortChartTitle(["from": definition.fromLabel, "to": definition.to.label]),
      subtitle: RightToLeft.fenced(TerminalText.escaped(definition.what(answer.period))),
      notes: definition.notes(answer).map(TerminalText.escaped), table: table)
  }

  private func title(_ age: UInt32) -> String { Message.cohortAgeTitle(["days": String(age / 86_400)]) }

  // MARK: Cells

  private func cell(_ cell: CohortCell, of cohort: String, age: String) -> HeatMap.Cell {
    let words = Message.cohortChartCell([
      "cohort": cohort, "age": age, "converted": text.count(cell.converted), "leads": text.count(cell.leads),
      "unresolved": text.count(cell.unresolved),
    ])
    switch cell.maturity {
    case .mature:
      return cell.rate.value.map { .measured($0, text: text.rate($0), title: words) } ?? .empty
    case .immature:
      return cell.estimate.map {
        .estimated(text: Message.cohortEstimated(["rate": text.rate($0.value)]), title: words)
      } ?? .empty
    case .ahead: return .empty
    }
  }

  private func cell(_ total: CohortTotal, age: String) -> HeatMap.Cell {
    total.rate.value.map {
      .measured(
        $0, text: text.rate($0),
        title: Message.cohortChartTotal([
          "age": age, "converted": text.count(total.converted), "leads": text.count(total.leads),
          "cohorts": text.count(total.cohorts),
        ]))
    } ?? .empty
  }

  // MARK: Table

  /// A row a cell of the triangle, and the total row at the end.
  private var table: DataTable {
    let columns = [
      Message.cohortColumnCohort(), Message.cohortColumnAge(), Message.funnelColumnLeads(),
      Message.cohortChartConverted(), Message.cohortChartLost(), Message.cohortChartOpen(),
      Message.cohortChartUnresolved(), Message.cohortChartMaturity(), Message.funnelColumnConversion(),
      Message.cohortChartEstimate(),
    ]
    let rows = report.rows.flatMap { row in
      zip(report.ages, row.cells).map { age, cell in
        [
          row.label, title(age), text.count(row.leads), text.count(cell.converted), text.count(cell.lost),
          text.count(cell.open), text.count(cell.unresolved), cell.maturity.rawValue,
          cell.maturity == .mature ? text.rate(cell.rate.value, cell.rate.interval) : text.glyphs.none,
          text.rate(cell.estimate?.value, cell.estimate?.interval),
        ].map(TerminalText.escaped)
      }
    }
    let none = text.glyphs.none
    let totals = zip(report.ages, report.total).map { age, total in
      [
        Message.cohortMature(), title(age), text.count(total.leads), text.count(total.converted), none, none, none,
        CohortCell.Maturity.mature.rawValue, text.rate(total.rate.value, total.rate.interval), none,
      ]
    }
    return DataTable(columns: columns, rows: report.rows.isEmpty ? [] : rows + totals)
  }
}
