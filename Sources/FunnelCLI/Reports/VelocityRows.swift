import FunnelStore
import SharedFunnel

/// The report on velocity as flat rows, one a stage and group. The factors of the sales velocity are in JSON only, for
/// they are no rows of a stage.
struct VelocityRows {
  let answer: VelocityAnswer
  let request: VelocityRequest

  private typealias Columns = [(key: String, kind: Grid.Column.Kind)]

  private static let exits: [VisitExit] = [.forward, .back, .lost]

  var grid: Grid {
    let columns: Columns =
      (request.grouping.map { [($0.rawValue, .text)] } ?? []) + [
        ("stage", .integer), ("key", .text), ("owners", .text), ("stays", .integer), ("closed", .integer),
        ("closed_p50_seconds", .duration), ("closed_p90_seconds", .duration), ("forward", .integer),
        ("back", .integer), ("lost", .integer), ("open", .integer), ("age_p50_seconds", .duration),
        ("age_p90_seconds", .duration), ("ahead", .integer), ("median_seconds", .duration),
        ("median_low_seconds", .duration), ("median_high_seconds", .duration), ("p90_seconds", .duration),
        ("p90_low_seconds", .duration), ("p90_high_seconds", .duration),
      ] + shareColumns + [
        ("period", .text), ("where", .text), ("zone", .text), ("observed_until", .timestamp), ("as_of", .timestamp),
        ("known_at", .timestamp),
      ]
    var rows: [[Cell]] = []
    for answer in [answer] + answer.previous {
      guard request.grouping != nil else {
        rows += answer.total.stages.map { cells($0, answer) }
        continue
      }
      for group in answer.groups { rows += group.table.stages.map { [Cell(group.name)] + cells($0, answer) } }
    }
    return Grid(columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) }, rows: rows)
  }

  /// The shares that left within the window; none without one.
  private var shareColumns: Columns {
    guard request.window != nil else { return [] }
    return [("window_seconds", .integer)]
      + VelocityRows.exits.flatMap { exit in
        ["within", "within_low", "within_high"].map { ("\(exit.key)_\($0)", .percent(digits: 1)) }
      }
  }

  private func cells(_ times: StageTimes, _ answer: VelocityAnswer) -> [Cell] {
    func seconds(_ value: Double?) -> Cell { value.map(Cell.seconds) ?? .null }
    func cells(_ quantile: KaplanMeier.Quantile) -> [Cell] {
      [quantile.value, quantile.low, quantile.high].map { seconds($0.map(Double.init)) }
    }
    let counts: [Cell] = [
      Cell(times.stage), .text(times.stage.key), .text(times.owners.key), Cell(times.stays), Cell(times.closed.n),
      seconds(times.closed.p50), seconds(times.closed.p90), Cell(times.forward), Cell(times.back), Cell(times.lost),
      Cell(times.open.n), seconds(times.open.p50), seconds(times.open.p90), Cell(times.ahead),
    ]
    return counts + cells(times.median) + cells(times.p90) + shares(times) + [
      Cell(answer.period?.label), .text(request.conditions.typed), .text(answer.zone), Cell(answer.observedUntil),
      Cell(request.scope.asOf), Cell(request.scope.knownAt),
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
