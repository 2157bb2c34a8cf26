import FunnelStore
import SharedFunnel

/// The report on velocity as flat rows: one a stage, then one a currency with the velocity and its factors, which are no
/// rows of a stage: `kind` tells them apart. By group the same for each.
struct VelocityRows {
  let answer: VelocityAnswer
  let request: VelocityRequest
  /// No rows of stages, whose columns then stay empty.
  var isOnlyValue = false

  private typealias Columns = [(key: String, kind: Grid.Column.Kind)]

  private static let exits: [VisitExit] = [.forward, .back, .lost]

  var grid: Grid {
    let stageColumns = VelocityRows.stageColumns + shareColumns
    let columns =
      (request.grouping.map { [($0.rawValue, .text)] } ?? []) + stageColumns + VelocityRows.meaningColumns
      + [("kind", .text)] + VelocityRows.salesColumns
    let none = [Cell](repeating: .null, count: stageColumns.count)
    func lines(_ table: VelocityTable, _ answer: VelocityAnswer) -> [[Cell]] {
      let meaning = meaning(answer)
      let stages = isOnlyValue ? [] : table.stages
      return stages.map { cells($0) + meaning + [.text("stage")] }
        + table.sales.rows.map { none + meaning + [.text("velocity")] + cells($0, table.sales, answer) }
    }
    var rows: [[Cell]] = []
    for answer in [answer] + answer.previous {
      guard request.grouping != nil else {
        rows += lines(answer.total, answer)
        continue
      }
      for group in answer.groups { rows += lines(group.table, answer).map { [Cell(group.name)] + $0 } }
    }
    return Grid(columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) }, rows: rows)
  }

  private static let stageColumns: Columns = [
    ("stage", .integer), ("key", .text), ("owners", .text), ("stays", .integer), ("closed", .integer),
    ("closed_p50_seconds", .duration), ("closed_p90_seconds", .duration), ("forward", .integer),
    ("back", .integer), ("lost", .integer), ("open", .integer), ("age_p50_seconds", .duration),
    ("age_p90_seconds", .duration), ("ahead", .integer), ("median_seconds", .duration),
    ("median_low_seconds", .duration), ("median_high_seconds", .duration), ("p90_seconds", .duration),
    ("p90_low_seconds", .duration), ("p90_high_seconds", .duration),
  ]
  private static let meaningColumns: Columns = [
    ("period", .text), ("where", .text), ("zone", .text), ("observed_until", .timestamp), ("as_of", .timestamp),
    ("known_at", .timestamp),
  ]
  private static let salesColumns: Columns = [
    ("currency", .text), ("open_at", .timestamp), ("open_valued", .integer), ("mean_value", .decimal(digits: 2)),
    ("win_rate", .percent(digits: 1)), ("win_rate_low", .percent(digits: 1)), ("win_rate_high", .percent(digits: 1)),
    ("cycle_median_days", .decimal(digits: 2)), ("velocity_per_day", .decimal(digits: 2)), ("missing", .text),
    ("sales_won", .integer), ("sales_lost", .integer), ("open_unvalued", .integer),
  ]

  /// The shares that left within the window; none without one.
  private var shareColumns: Columns {
    guard request.window != nil else { return [] }
    return [("window_seconds", .integer)]
      + VelocityRows.exits.flatMap { exit in
        ["within", "within_low", "within_high"].map { ("\(exit.key)_\($0)", .percent(digits: 1)) }
      }
  }

  private func cells(_ times: StageTimes) -> [Cell] {
    func seconds(_ value: Double?) -> Cell { value.map(Cell.seconds) ?? .null }
    func cells(_ quantile: KaplanMeier.Quantile) -> [Cell] {
      [quantile.value, quantile.low, quantile.high].map { seconds($0.map(Double.init)) }
    }
    let counts: [Cell] = [
      Cell(times.stage), .text(times.stage.key), .text(times.owners.key), Cell(times.stays), Cell(times.closed.n),
      seconds(times.closed.p50), seconds(times.closed.p90), Cell(times.forward), Cell(times.back), Cell(times.lost),
      Cell(times.open.n), seconds(times.open.p50), seconds(times.open.p90), Cell(times.ahead),
    ]
    return counts + cells(times.median) + cells(times.p90) + shares(times)
  }

  private func meaning(_ answer: VelocityAnswer) -> [Cell] {
    [
      Cell(answer.period?.label), .text(request.conditions.typed), .text(answer.zone), Cell(answer.observedUntil),
      Cell(request.scope.asOf), Cell(request.scope.knownAt),
    ]
  }

  private func cells(_ row: CurrencyVelocity, _ sales: SalesVelocity, _ answer: VelocityAnswer) -> [Cell] {
    [
      Cell(row.currency?.code), Cell(answer.openAt), Cell(row.open), row.mean.map(Cell.amount) ?? .null,
      Cell(share: sales.winRate), Cell(share: sales.interval?.low), Cell(share: sales.interval?.high),
      sales.cycle.map { .decimal($0 / 86_400) } ?? .null, row.perDay.map(Cell.amount) ?? .null,
      Cell(row.gap?.rawValue), Cell(sales.won), Cell(sales.lost), Cell(sales.unvalued),
    ]
  }

  private func shares(_ times: StageTimes) -> [Cell] {
    guard let window = request.window else { return [] }
    return [.integer(window)]
      + VelocityRows.exits.flatMap { exit in
        let share = times.shares.first { $0.exit == exit }?.incidence
        return [Cell(share: share?.value), Cell(share: share?.interval?.low), Cell(share: share?.interval?.high)]
      }
  }
}
