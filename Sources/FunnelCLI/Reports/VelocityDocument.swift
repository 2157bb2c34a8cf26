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
    let velocity: JSONObject = ["velocity": .object(sales(table.sales, answer))]
    guard !rendering.isOnlyValue else { return velocity }
    var members: JSONObject = ["stages": .array(table.stages.map { .object(stage($0)) })]
    members.append(contentsOf: velocity)
    return members
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
}
