import FunnelStore
import SharedFunnel

/// The report on revenue, for programs.
struct RevenueDocument {
  let rendering: RevenueRendering

  private var answer: RevenueAnswer { rendering.answer }
  private var request: RevenueRequest { rendering.request }

  var document: JSONObject {
    var definition: JSONObject = [
      "period": period(answer), "default_period": .bool(answer.isDefaultPeriod),
      "where": JSONValue(request.conditions), "by": JSONValue(request.grouping?.rawValue),
      "currency": .string(answer.currency.code), "attained": "sales - refunds, by when they happened",
      "model": .string(answer.models.first?.text ?? ""), "model_locked": .bool(answer.target != nil),
      "sourced": .string(answer.sourcing.key),
    ]
    definition.append(contentsOf: rendering.observation.members)
    definition.append("notes", .array(rendering.notes.map(JSONValue.string)))
    var document: JSONObject = ["definition": .object(definition)]
    document.append(contentsOf: numbers(answer))
    if let previous = answer.previous.first {
      var compare: JSONObject = ["period": period(previous)]
      compare.append(contentsOf: numbers(previous))
      document.append("compare", .object(compare))
    }
    return document
  }

  private func period(_ answer: RevenueAnswer) -> JSONValue {
    .object([
      "label": .string(answer.period.label), "first": .string(answer.period.first.iso),
      "last": .string(answer.period.last.iso),
    ])
  }

  private func numbers(_ answer: RevenueAnswer) -> JSONObject {
    let (standing, forecast) = (answer.standing, answer.forecast)
    var numbers: JSONObject = [
      "target": JSONValue(standing.target), "target_version": answer.target.map { .int(Int64($0.version)) } ?? .null,
      "attained": JSONValue(standing.attained), "attainment": JSONValue(standing.attainment),
      "plan_by_now": JSONValue(standing.expectation), "pacing": JSONValue(standing.pacing),
      "left": JSONValue(standing.left), "coverage": JSONValue(answer.coverage?.ratio),
      "closed": answer.closing.map { closing in
        .object([
          "version": .int(Int64(closing.version)), "at": JSONValue(closing.closed),
          "attained": JSONValue(closing.figures.money(closing.figures.attained)),
          "target": JSONValue(closing.figures.money(closing.figures.target)),
        ])
      } ?? .null,
      "restated": JSONValue(answer.closing?.restatement(standing.attained)),
      "coverage_basis": JSONValue(answer.coverage?.basis.rawValue), "pipeline": JSONValue(answer.coverage?.pipeline),
      "pipeline_without_value": answer.coverage.map { JSONValue($0.without) } ?? .null,
      "forecast": .object([
        "expected": JSONValue(forecast.expected), "low": JSONValue(forecast.low), "high": JSONValue(forecast.high),
        "level": .double(forecast.level), "weighted": JSONValue(forecast.weighted),
        "seed": .int(Int64(clamping: forecast.seed)),
      ]),
    ]
    numbers.append(contentsOf: figures(answer.total, answer))
    if !answer.channels.isEmpty {
      numbers.append("comparisons", .array(answer.channels.map { .object(comparison($0, answer)) }))
    }
    numbers.append(
      "rows",
      .array(
        answer.rows.map { row in
          var object: JSONObject = ["name": JSONValue(row.name), "target": JSONValue(row.target)]
          object.append("attained", JSONValue(row.figures.attained))
          object.append(contentsOf: figures(row.figures, answer))
          return .object(object)
        }))
    return numbers
  }

  private func comparison(_ comparison: ChannelComparison, _ answer: RevenueAnswer) -> JSONObject {
    func money(_ minor: Int64) -> JSONValue { JSONValue(Money(minor: minor, currency: answer.currency)) }
    return [
      "model": .string(AttributionModel.comparison(comparison.model).text),
      "channels": .array(
        answer.channelNames.map { channel in
          let credit = comparison.credits[channel.term]
          return .object([
            "name": .string(channel.name), "amount": money(credit?.minor ?? 0),
            "conversions": JSONValue(credit?.conversions ?? 0), "removal_effect": JSONValue(credit?.removalEffect),
          ])
        }),
      "unattributed": .object([
        "amount": money(comparison.unattributedMinor), "conversions": .int(Int64(clamping: comparison.unattributed)),
      ]),
      "leads_without_purchase": .int(Int64(clamping: comparison.lost)),
    ]
  }

  private func figures(_ figures: RevenueFigures, _ answer: RevenueAnswer) -> JSONObject {
    let isKnown = figures.isKnown
    func money(_ minor: Int64) -> JSONValue {
      isKnown ? JSONValue(Money(minor: minor, currency: answer.currency)) : .null
    }
    func list(_ amounts: (Department) -> Int64) -> JSONValue {
      .array(
        rendering.departments.map { department in
          .object(["department": .string(department.key), "amount": money(amounts(department))])
        })
    }
    let locked = figures.credits.first
    return [
      "credit": list { locked?.minor(of: $0) ?? 0 }, "unallocated": money(locked?.unallocated ?? 0),
      "sourced": list { figures.sourced.minor(of: $0) }, "sourced_unallocated": money(figures.sourced.unallocated),
      "influenced": list { figures.influenced[$0] ?? 0 },
      "models": .array(
        zip(answer.models, figures.credits).dropFirst().map { model, credit in
          .object([
            "model": .string(model.text), "credit": list { credit.minor(of: $0) },
            "unallocated": money(credit.unallocated),
          ])
        }),
      "sold": money(figures.sold), "refunded": money(figures.refunded), "purchases": JSONValue(figures.purchases),
      "refunds": JSONValue(figures.refunds), "unvalued": JSONValue(figures.unvalued),
      "unpriced": JSONValue(figures.unpriced), "refunds_without_value": JSONValue(figures.refundsWithoutValue),
    ]
  }

  // MARK: Rows

  private static let meaning: [(key: String, kind: Grid.Column.Kind)] = [
    ("period", .text), ("currency", .text), ("model", .text), ("sourced_by", .text), ("where", .text), ("zone", .text),
    ("observed_until", .timestamp), ("as_of", .timestamp), ("known_at", .timestamp),
  ]

  /// A row a row of the breakdown, or one in all; amounts as decimals of the currency.
  var rows: Grid {
    let departments = rendering.departments
    var columns: [(key: String, kind: Grid.Column.Kind)] = [
      ("by", .text), ("name", .text), ("target", .decimal(digits: 2)), ("attained", .decimal(digits: 2)),
      ("attainment", .percent(digits: 1)),
      ("plan_by_now", .decimal(digits: 2)), ("pacing", .percent(digits: 1)), ("coverage", .decimal(digits: 2)),
      ("forecast", .decimal(digits: 2)), ("forecast_low", .decimal(digits: 2)),
      ("forecast_high", .decimal(digits: 2)), ("sold", .decimal(digits: 2)),
      ("refunded", .decimal(digits: 2)),
      ("purchases", .integer), ("refunds", .integer), ("unvalued", .integer), ("unpriced", .integer),
    ]
    for (index, model) in answer.models.enumerated() {
      let prefix = index == 0 ? "credit" : "credit_\(model.text)"
      columns +=
        departments.map { ("\(prefix)_\($0.key)", .decimal(digits: 2)) } + [
          ("\(prefix)_unallocated", .decimal(digits: 2))
        ]
    }
    columns +=
      departments.map { ("sourced_\($0.key)", .decimal(digits: 2)) } + [("sourced_unallocated", .decimal(digits: 2))]
    columns += departments.map { ("influenced_\($0.key)", .decimal(digits: 2)) } + Self.meaning
    return Grid(
      columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) },
      rows: ([answer] + answer.previous).flatMap(rows))
  }

  private func rows(_ answer: RevenueAnswer) -> [[Cell]] {
    let meaning: [Cell] = [
      .text(answer.period.label), .text(answer.currency.code), Cell(answer.models.first?.text),
      .text(answer.sourcing.key), .text(request.conditions.typed), .text(answer.zone), Cell(answer.observedUntil),
      Cell(request.scope.asOf), Cell(request.scope.knownAt),
    ]
    guard let grouping = request.grouping else {
      let standing = answer.standing
      let head: [Cell] = [
        .null, .null, amount(standing.target), amount(standing.attained), Cell(share: standing.attainment),
        amount(standing.expectation), Cell(share: standing.pacing), answer.coverage?.ratio.map(Cell.decimal) ?? .null,
        amount(answer.forecast.expected), amount(answer.forecast.low), amount(answer.forecast.high),
      ]
      return [head + cells(answer.total, answer) + meaning]
    }
    return answer.rows.map { row in
      let attained = row.figures.attained
      let attainment = attained.flatMap { attained in row.target.flatMap { Attainment.share(attained, of: $0) } }
      let head: [Cell] = [
        .text(grouping.rawValue), Cell(row.name), amount(row.target), amount(attained), Cell(share: attainment), .null,
        .null, .null, .null, .null, .null,
      ]
      return head + cells(row.figures, answer) + meaning
    }
  }

  private func amount(_ money: Money?) -> Cell { money.map(Cell.amount) ?? .null }

  private func cells(_ figures: RevenueFigures, _ answer: RevenueAnswer) -> [Cell] {
    let departments = rendering.departments
    func money(_ minor: Int64) -> Cell {
      figures.isKnown ? .amount(Money(minor: minor, currency: answer.currency)) : .null
    }
    var cells: [Cell] = [
      money(figures.sold), money(figures.refunded), Cell(figures.purchases), Cell(figures.refunds),
      Cell(figures.unvalued), Cell(figures.unpriced),
    ]
    for credit in figures.credits {
      cells += departments.map { money(credit.minor(of: $0)) } + [money(credit.unallocated)]
    }
    cells += departments.map { money(figures.sourced.minor(of: $0)) } + [money(figures.sourced.unallocated)]
    return cells + departments.map { money(figures.influenced[$0] ?? 0) }
  }
}
