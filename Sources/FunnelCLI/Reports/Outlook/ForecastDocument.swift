import FunnelStore
import SharedFunnel

/// The forecast, for programs.
struct ForecastDocument {
  let rendering: ForecastRendering

  private var answer: ForecastAnswer { rendering.answer }
  private var definition: OutlookDefinition { rendering.definition }

  var document: JSONObject {
    var meaning = definition.members(notes: rendering.notes)
    meaning.append("assumptions", .array(answer.forecast.assumptions.map { .string($0.rawValue) }))
    var document: JSONObject = ["definition": .object(meaning)]
    document.append("target", JSONValue(answer.frame.share))
    document.append("entered_lately", JSONValue(answer.entered))
    document.append(contentsOf: object(answer.forecast, answer.frame.revenue))
    document.append("stages", definition.stageObjects)
    if rendering.request.isBySegment {
      document.append(
        "groups",
        .array(
          answer.segments.map { segment in
            var group: JSONObject = ["by": .object(["segment": JSONValue(segment.name)])]
            group.append(contentsOf: object(segment.forecast, segment.revenue))
            group.append(
              "stages",
              .array(
                segment.bases.map { basis in
                  .object([
                    "stage": JSONValue(basis.stage.number), "basis": .string(basis.kind.rawValue),
                    "stays": JSONValue(basis.stays), "ended": JSONValue(basis.ended), "own_ended": JSONValue(basis.own),
                  ])
                }))
            return .object(group)
          }))
    }
    return document
  }

  private func object(_ forecast: Forecast, _ revenue: PeriodRevenue) -> JSONObject {
    [
      "attained": JSONValue(forecast.isAttainedKnown ? forecast.attained : nil),
      "expected": JSONValue(forecast.expected), "low": JSONValue(forecast.low), "high": JSONValue(forecast.high),
      "level": .double(forecast.level), "draws": JSONValue(forecast.draws), "weighted": JSONValue(forecast.weighted),
      "open_leads": JSONValue(forecast.leads.count), "purchases": OutlookDefinition.object(revenue),
      "parts": .object([
        "valued": part(forecast.valued), "at_mean": part(forecast.atMean), "entering": part(forecast.entering),
        "further": part(forecast.further, hasLeads: false),
      ]),
      "purchases_to_come": .object([
        "expected": JSONValue(forecast.purchases), "interval": JSONValue(forecast.purchaseLimits),
      ]),
      "mean_purchase": JSONValue(forecast.meanPurchase), "entries_per_day": .double(forecast.entryRate),
      "recent_days": JSONValue(forecast.recentDays), "days_left": JSONValue(forecast.days),
      "limits": .array(forecast.limits.map(ForecastDocument.object)),
    ]
  }

  static func object(_ limit: ForecastLimit) -> JSONValue {
    var object: JSONObject = ["limit": .string(limit.key)]
    if case .fewEndedStays(let stage, _) = limit { object.append("stage", JSONValue(stage.number)) }
    object.append("count", limit.count.map { JSONValue($0) } ?? .null)
    object.append("sentence", .string(limit.message))
    return .object(object)
  }

  private func part(_ part: Forecast.Part, hasLeads: Bool = true) -> JSONValue {
    .object([
      "leads": hasLeads ? .double(part.leads) : .null, "purchases": .double(part.purchases),
      "amount": JSONValue(part.amount),
    ])
  }

  // MARK: Flat rows

  /// A row for all, or one a segment.
  var grid: Grid {
    let parts = ["valued", "at_mean", "entering", "further"]
    let columns: [(key: String, kind: Grid.Column.Kind)] =
      (rendering.request.isBySegment ? [("segment", .text)] : [])
      + [("currency", .text)]
      + ["attained", "expected", "low", "high", "weighted"].map { ($0, .decimal(digits: 2)) }
      + [("level", .decimal(digits: 2)), ("seed", .integer), ("draws", .integer), ("open_leads", .integer)]
      + parts.flatMap { part in
        [
          ("\(part)_leads", .decimal(digits: 2)), ("\(part)_purchases", .decimal(digits: 2)),
          ("\(part)_amount", .decimal(digits: 2)),
        ] as [(String, Grid.Column.Kind)]
      }
      + [
        ("purchases_valued", .integer), ("refunds", .integer), ("unvalued", .integer), ("unpriced", .integer),
        ("days_left", .integer), ("limits", .text),
      ] + OutlookDefinition.meaningColumns
    var rows: [[Cell]] = []
    if rendering.request.isBySegment {
      rows = answer.segments.map { [Cell($0.name)] + cells($0.forecast, $0.revenue) + definition.meaning }
    } else {
      rows = [cells(answer.forecast, answer.frame.revenue) + definition.meaning]
    }
    return OutlookDefinition.grid(columns, rows)
  }

  private func cells(_ forecast: Forecast, _ revenue: PeriodRevenue) -> [Cell] {
    let attained = forecast.isAttainedKnown ? forecast.attained : nil
    let sums = [attained, forecast.expected, forecast.low, forecast.high, forecast.weighted]
    var cells: [Cell] = [.text(forecast.currency.code)] + sums.map(OutlookDefinition.amount)
    cells += [
      .decimal(forecast.level), .text(String(forecast.seed)), Cell(forecast.draws), Cell(forecast.leads.count),
    ]
    for (part, hasLeads) in [
      (forecast.valued, true), (forecast.atMean, true), (forecast.entering, true), (forecast.further, false),
    ] {
      cells += [
        hasLeads ? .decimal(part.leads) : .null, .decimal(part.purchases), OutlookDefinition.amount(part.amount),
      ]
    }
    cells += [revenue.valued, revenue.refunds, revenue.unvalued, revenue.unpriced, forecast.days].map { Cell($0) }
    return cells + [.text(forecast.limits.map(\.key).joined(separator: ","))]
  }
}
