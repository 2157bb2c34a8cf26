import FunnelStore
import SharedFunnel

/// How forecasts would have done, for people and programs.
struct BacktestRendering {
  let answer: BacktestAnswer
  let request: OutlookRequest
  let text: RateText

  private var definition: OutlookDefinition { OutlookDefinition(frame: answer.frame, request: request, text: text) }
  private var backtest: Backtest { answer.backtest }
  private var methods: [(key: String, name: Message, error: Backtest.Error)] {
    [
      ("forecast", .backtestColumnForecast, backtest.forecast), ("naive", .backtestColumnNaive, backtest.naive),
      ("linear", .backtestColumnLinear, backtest.linear),
    ]
  }

  var page: ReportPage {
    ReportPage(schema: "report.backtest", document: document, rows: grid, tables: [months, errors], notes: notes)
  }

  private func made(_ row: Backtest.Row) -> Timestamp { Timestamp(seconds: Int64(row.at)) }

  private var months: ReportTable {
    let what =
      request.conditions.map(\.typed) + [
        Message.backtestMonths(["months": text.count(answer.months)]), answer.frame.currency.code,
      ]
    return ReportTable(
      heading: Message.backtestHeading(["what": what.joined(separator: ", ")]),
      columns: [
        ReportTable.Column(title: Message.backtestColumnMonth(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.outlookColumnBasis(), isRight: false, priority: 8),
      ]
        + [
          (Message.backtestColumnActual, 9), (.backtestColumnForecast, 9), (.forecastColumnLow, 6),
          (.forecastColumnHigh, 6),
          (.backtestColumnHeld, 7), (.backtestColumnNaive, 5), (.backtestColumnLinear, 5),
        ].map { ReportTable.Column(title: $0.0(), priority: $0.1) },
      rows: backtest.rows.map { row in
        let held = row.isCovered.map { ($0 ? Message.backtestYes : .backtestNo)() } ?? text.glyphs.none
        return [row.period, row.basis.rawValue] + [row.actual, row.forecast, row.low, row.high].map(definition.money)
          + [held] + [row.naive, row.linear].map(definition.money)
      }, empty: .backtestEmpty)
  }

  private var errors: ReportTable {
    ReportTable(
      heading: Message.backtestErrors(),
      columns: [ReportTable.Column(title: Message.backtestColumnMethod(), isRight: false, priority: 9)]
        + [Message.backtestColumnError, .backtestColumnCount].map { ReportTable.Column(title: $0(), priority: 8) },
      rows: methods.map { [$0.name(), text.rate($0.error.mape), text.count($0.error.n)] })
  }

  private var notes: [String] {
    let coverage = backtest.coverage
    var notes = [
      Message.backtestCoverage([
        "held": text.count(coverage.numerator), "of": text.count(coverage.denominator),
        "rate": text.rate(coverage.value),
      ]), Message.backtestError(), Message.backtestMethods(["days": text.count(answer.day)]),
      Message.backtestBasis(["days": text.count(Backtest.Basis.window)]),
    ]
    if answer.unobserved > 0 { notes.append(Message.backtestUnobserved(["count": text.count(answer.unobserved)])) }
    if answer.unknown > 0 {
      notes.append(
        Message.backtestUnknown(["count": text.count(answer.unknown), "currency": answer.frame.currency.code]))
    }
    return notes + definition.observationNotes
  }

  private var document: JSONObject {
    var meaning: JSONObject = ["where": JSONValue(request.conditions), "currency": .string(answer.frame.currency.code)]
    meaning.append(contentsOf: definition.observation.members)
    meaning.append(
      contentsOf: [
        "seed": .decimal(String(request.simulation.seed)), "level": .double(request.simulation.level),
        "months": JSONValue(answer.months), "made_after_days": JSONValue(answer.day),
        "known_at_rule": "four in five of the events of the \(Backtest.Basis.window) days before were recorded by then",
        "notes": .array(notes.map(JSONValue.string)),
      ])
    return [
      "definition": .object(meaning),
      "rows": .array(
        backtest.rows.map { row in
          .object([
            "month": .string(row.period), "made_at": JSONValue(made(row)), "basis": .string(row.basis.rawValue),
            "actual": JSONValue(row.actual), "forecast": JSONValue(row.forecast), "low": JSONValue(row.low),
            "high": JSONValue(row.high), "covered": row.isCovered.map { .bool($0) } ?? .null,
            "naive": JSONValue(row.naive), "linear": JSONValue(row.linear),
          ])
        }),
      "coverage": .object([
        "covered": JSONValue(backtest.coverage.numerator), "of": JSONValue(backtest.coverage.denominator),
        "rate": JSONValue(backtest.coverage.value),
      ]),
      "errors": .object(
        JSONObject(
          methods.map { ($0.key, .object(["mape": JSONValue($0.error.mape), "n": JSONValue($0.error.n)])) })),
      "left_out": .object(["unobserved": JSONValue(answer.unobserved), "unknown": JSONValue(answer.unknown)]),
    ]
  }

  private var grid: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] = [
      ("month", .text), ("made_at", .timestamp), ("basis", .text), ("currency", .text), ("actual", .decimal(digits: 2)),
      ("forecast", .decimal(digits: 2)), ("low", .decimal(digits: 2)), ("high", .decimal(digits: 2)),
      ("covered", .text),
      ("naive", .decimal(digits: 2)), ("linear", .decimal(digits: 2)), ("where", .text), ("zone", .text),
      ("observed_until", .timestamp),
    ]
    return OutlookDefinition.grid(
      columns,
      backtest.rows.map { row in
        var cells: [Cell] = [.text(row.period), Cell(made(row)), .text(row.basis.rawValue)]
        cells.append(.text(answer.frame.currency.code))
        cells += [row.actual, row.forecast, row.low, row.high].map(OutlookDefinition.amount)
        cells.append(row.isCovered.map { Cell($0) } ?? .null)
        cells += [row.naive, row.linear].map(OutlookDefinition.amount)
        return cells + [.text(request.conditions.typed), .text(answer.frame.zone), Cell(answer.frame.observedUntil)]
      })
  }
}
