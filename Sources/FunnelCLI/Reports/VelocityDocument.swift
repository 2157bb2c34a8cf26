import FunnelStore
import SharedFunnel

/// The report on velocity, for programs.
struct VelocityDocument {
  let rendering: VelocityRendering

  private var answer: VelocityAnswer { rendering.answer }
  private var request: VelocityRequest { rendering.request }

  var document: JSONObject {
    var definition: JSONObject = [
      "period": JSONValue(answer.period), "where": JSONValue(request.conditions),
      "cohort": "stays that began in the period; closed + open + ahead = stays",
      "window_seconds": request.window.map { .int($0) } ?? .null,
      "estimate": "kaplan_meier, log_log_95; left_within: aalen_johansen, log_log_95",
      "velocity": "open leads in stage 5 without a purchase × mean expected value × win rate ÷ median cycle days",
    ]
    definition.append(contentsOf: rendering.observation.members)
    definition.append("notes", .array(rendering.notes.map(JSONValue.string)))
    var document: JSONObject = ["definition": .object(definition)]
    document.append(contentsOf: members(answer))
    if let previous = answer.previous.first {
      var compare: JSONObject = ["period": JSONValue(previous.period)]
      compare.append(contentsOf: members(previous))
      document.append("compare", .object(compare))
    }
    return document
  }

  private func members(_ answer: VelocityAnswer) -> JSONObject {
    var members = table(answer.total, answer)
    guard let dimension = request.grouping else { return members }
    members.append(
      "groups",
      .array(
        answer.groups.map { group in
          var object: JSONObject = ["by": .object(JSONObject([(dimension.rawValue, JSONValue(group.name))]))]
          object.append(contentsOf: table(group.table, answer))
          return .object(object)
        }))
    return members
  }

  private func table(_ table: VelocityTable, _ answer: VelocityAnswer) -> JSONObject {
    ["stages": .array(table.stages.map { .object(stage($0)) }), "velocity": .object(sales(table.sales, answer))]
  }

  private func stage(_ times: StageTimes) -> JSONObject {
    [
      "stage": JSONValue(times.stage.number), "key": .string(times.stage.key),
      "owners": JSONValue(owners: times.owners), "stays": JSONValue(times.stays),
      "closed": .object([
        "n": JSONValue(times.closed.n), "p50_seconds": JSONValue(times.closed.p50),
        "p90_seconds": JSONValue(times.closed.p90), "forward": JSONValue(times.forward),
        "back": JSONValue(times.back), "lost": JSONValue(times.lost),
      ]),
      "open": .object([
        "n": JSONValue(times.open.n), "age_p50_seconds": JSONValue(times.open.p50),
        "age_p90_seconds": JSONValue(times.open.p90),
      ]), "ahead": JSONValue(times.ahead),
      "median": quantile(times.median, naive: times.closed.p50), "p90": quantile(times.p90, naive: times.closed.p90),
      "left_within": .array(
        times.shares.map { share in
          .object([
            "exit": .string(share.exit.key), "value": .double(share.incidence.value),
            "interval": JSONValue(share.incidence.interval),
          ])
        }),
    ]
  }

  private func quantile(_ quantile: KaplanMeier.Quantile, naive: Double?) -> JSONValue {
    func seconds(_ value: Int64?) -> JSONValue { value.map(JSONValue.int) ?? .null }
    return .object([
      "naive_seconds": JSONValue(naive), "estimate_seconds": seconds(quantile.value),
      "interval": .object(["low_seconds": seconds(quantile.low), "high_seconds": seconds(quantile.high)]),
    ])
  }

  private func sales(_ sales: SalesVelocity, _ answer: VelocityAnswer) -> JSONObject {
    [
      "open": JSONValue(sales.open), "open_at": JSONValue(answer.openAt), "unvalued": JSONValue(sales.unvalued),
      "won": JSONValue(sales.won), "lost": JSONValue(sales.lost), "win_rate": JSONValue(sales.winRate),
      "interval": JSONValue(sales.interval),
      "cycle": .object([
        "n": JSONValue(sales.won), "negative": JSONValue(sales.negative),
        "median_seconds": JSONValue(sales.cycle), "median_days": JSONValue(sales.cycle.map { $0 / 86_400 }),
      ]),
      "currencies": .array(
        sales.rows.map { row in
          .object([
            "currency": JSONValue(row.currency?.code), "open": JSONValue(row.open),
            "mean_value": JSONValue(row.mean), "velocity_per_day": JSONValue(row.perDay),
            "missing": JSONValue(row.gap?.rawValue),
          ])
        }),
    ]
  }

  /// One row a stage, then one a currency with the velocity and its factors, which are no rows of a stage: `kind` tells
  /// them apart. By group the same for each.
  var rows: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] =
      (request.grouping.map { [($0.rawValue, .text)] } ?? []) + VelocityDocument.stageColumns
      + VelocityDocument.meaningColumns + [("kind", .text)] + VelocityDocument.salesColumns
    let none = [Cell](repeating: .null, count: VelocityDocument.stageColumns.count)
    func lines(_ table: VelocityTable, _ answer: VelocityAnswer) -> [[Cell]] {
      let meaning = meaning(answer)
      return table.stages.map { cells($0) + meaning + [.text("stage")] }
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

  private static let stageColumns: [(key: String, kind: Grid.Column.Kind)] = [
    ("stage", .integer), ("key", .text), ("owners", .text), ("stays", .integer), ("closed", .integer),
    ("closed_p50_seconds", .duration), ("closed_p90_seconds", .duration), ("forward", .integer),
    ("back", .integer), ("lost", .integer), ("open", .integer), ("age_p50_seconds", .duration),
    ("age_p90_seconds", .duration), ("ahead", .integer), ("median_seconds", .duration),
    ("median_low_seconds", .duration), ("median_high_seconds", .duration),
  ]
  private static let meaningColumns: [(key: String, kind: Grid.Column.Kind)] = [
    ("period", .text), ("where", .text), ("zone", .text), ("observed_until", .timestamp), ("as_of", .timestamp),
    ("known_at", .timestamp),
  ]
  private static let salesColumns: [(key: String, kind: Grid.Column.Kind)] = [
    ("currency", .text), ("open_at", .timestamp), ("open_valued", .integer), ("mean_value", .decimal(digits: 2)),
    ("win_rate", .percent(digits: 1)), ("win_rate_low", .percent(digits: 1)), ("win_rate_high", .percent(digits: 1)),
    ("cycle_median_days", .decimal(digits: 2)), ("velocity_per_day", .decimal(digits: 2)), ("missing", .text),
    ("sales_won", .integer), ("sales_lost", .integer), ("open_unvalued", .integer),
  ]

  private func cells(_ times: StageTimes) -> [Cell] {
    func seconds(_ value: Double?) -> Cell { value.map(Cell.seconds) ?? .null }
    func whole(_ value: Int64?) -> Cell { seconds(value.map(Double.init)) }
    return [
      Cell(times.stage), .text(times.stage.key), .text(times.owners.key), Cell(times.stays), Cell(times.closed.n),
      seconds(times.closed.p50), seconds(times.closed.p90), Cell(times.forward), Cell(times.back), Cell(times.lost),
      Cell(times.open.n), seconds(times.open.p50), seconds(times.open.p90), Cell(times.ahead),
      whole(times.median.value), whole(times.median.low), whole(times.median.high),
    ]
  }

  private func meaning(_ answer: VelocityAnswer) -> [Cell] {
    let conditions = request.conditions.map { "\($0.dimension.rawValue)=\($0.value ?? "null")" }
    return [
      Cell(answer.period?.label), .text(conditions.joined(separator: ",")), .text(answer.zone),
      Cell(answer.observedUntil), Cell(request.scope.asOf), Cell(request.scope.knownAt),
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
}
