import FunnelStore
import SharedFunnel

/// A funnel by group: a line a group, so that groups can be compared. Where few stages were entered, counts and rates
/// stand side by side, else in two tables.
struct FunnelPivot {
  /// More groups than that are read by programs.
  static let most = 30
  private static let fewStages = 3

  let definition: FunnelDefinition
  let answer: FunnelAnswer
  let dimension: Dimension
  let text: RateText

  /// Stages that any lead entered.
  private var observed: [FunnelStep] { answer.total.steps.filter { $0.entered > 0 } }
  private var isSplit: Bool { observed.count > FunnelPivot.fewStages }
  private var groups: ArraySlice<FunnelAnswer.Group> { answer.groups.prefix(FunnelPivot.most) }

  var tables: [ReportTable] {
    let described = FunnelDefinition(request: definition.request, answer: answer, window: definition.window)
    let heading = Message.funnelHeadingBy(["dimension": dimension.rawValue, "what": described.what])
    let counts = observed.map { (title(of: $0.stage), 9, count($0.stage)) }
    let rates = observed.dropFirst().map { (rateTitle(of: $0.stage), 8, rate($0.stage)) }
    let leads = (Message.funnelColumnLeads(), 9, { (table: FunnelTable) in text.count(table.cohort) })
    guard isSplit else {
      let pairs = zip(counts.dropFirst(), rates).flatMap { [$0, $1] }
      return [table(heading, [leads] + pairs)]
    }
    return [
      table(heading, [leads] + counts),
      table(Message.funnelRatesBy(["dimension": dimension.rawValue]), rates),
    ]
  }

  private func table(
    _ heading: String, _ columns: [(title: String, priority: Int, cell: (FunnelTable) -> String)]
  ) -> ReportTable {
    ReportTable(
      heading: heading,
      columns: [ReportTable.Column(title: dimension.label, isRight: false, priority: 9, fit: .cut)]
        + columns.map { ReportTable.Column(title: $0.title, priority: $0.priority) },
      rows: groups.map { group in [group.label] + columns.map { $0.cell(group.table) } },
      footer: answer.groups.isEmpty ? nil : [Message.reportTotal()] + columns.map { $0.cell(answer.total) },
      empty: .funnelNothing)
  }

  private func title(of stage: Stage) -> String { isSplit ? String(stage.number) : stage.label }

  private func rateTitle(of stage: Stage) -> String {
    isSplit ? title(of: stage) : Message.funnelColumnConversion()
  }

  private func step(_ stage: Stage, _ table: FunnelTable) -> FunnelStep? {
    table.steps.first { $0.stage == stage }
  }

  private func count(_ stage: Stage) -> (FunnelTable) -> String {
    { table in step(stage, table).map { text.count($0.reached) } ?? text.glyphs.none }
  }

  /// A rate whose denominator is another stage than that of all leads says so.
  private func rate(_ stage: Stage) -> (FunnelTable) -> String {
    { table in
      guard let step = step(stage, table) else { return text.glyphs.none }
      let rate = text.conversion(step, withInterval: !isSplit)
      guard step.conversion != nil, let from = step.from, from != self.step(stage, answer.total)?.from else {
        return rate
      }
      return Message.funnelRateFrom(["rate": rate, "stage": String(from.number)])
    }
  }

  var notes: [String] {
    var notes: [String] = []
    if isSplit {
      notes.append(Message.funnelStagesNote(["stages": observed.map(\.stage.label).joined(separator: ", ")]))
    }
    let differs = groups.contains { group in
      observed.dropFirst().contains { total in
        step(total.stage, group.table).map { $0.conversion != nil && $0.from != total.from } ?? false
      }
    }
    if differs { notes.append(Message.funnelPivotNote()) }
    if answer.groups.count > FunnelPivot.most {
      notes.append(Message.funnelMoreGroups(["count": text.count(answer.groups.count - FunnelPivot.most)]))
    }
    return notes
  }
}
