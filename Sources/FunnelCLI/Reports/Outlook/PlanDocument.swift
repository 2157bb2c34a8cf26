import FunnelStore
import SharedFunnel

/// What it takes to meet the target, and what levers are worth, for programs.
struct PlanDocument {
  let rendering: PlanRendering

  private var answer: PlanAnswer { rendering.answer }
  private var definition: OutlookDefinition { rendering.definition }

  var document: JSONObject {
    var meaning = definition.members(notes: rendering.notes)
    meaning.append("assumptions", .array(answer.forecast.assumptions.map { .string($0.rawValue) }))
    let plan = rendering.plan
    return [
      "definition": .object(meaning), "target": JSONValue(answer.frame.share),
      "attained": JSONValue(definition.attained), "expected": JSONValue(answer.forecast.expected),
      "foreseen": JSONValue(plan?.foreseen), "missing": JSONValue(plan?.missing),
      "entries": plan?.entries.map { JSONValue($0) } ?? .null, "entries_per_day": JSONValue(plan?.entriesPerDay),
      "recent_per_day": .double(answer.forecast.entryRate), "per_entry": JSONValue(plan?.perEntry),
      "obstacle": JSONValue(plan?.obstacle?.rawValue),
      "stages": .array(
        (plan?.stages ?? []).map { row in
          .object([
            "stage": JSONValue(row.stage.number), "key": .string(row.stage.key),
            "months": .array(
              row.months.map { cell in
                .object([
                  "month": .string(cell.month), "needed": JSONValue(cell.needed),
                  "from_open": .double(cell.fromOpen), "from_new": .double(cell.fromNew),
                ])
              }),
          ])
        }),
      "levers": .array(
        answer.levers.map { item in
          .object([
            "lever": .string(item.lever.text), "worth": JSONValue(item.worth),
            "purchases": JSONValue(item.purchases), "expected": JSONValue(rendering.expected(item)),
          ])
        }),
      "limits": .array(answer.forecast.limits.map(ForecastDocument.object)),
    ]
  }

  /// A row a stage and month, and a row a lever: `kind` tells them apart.
  var grid: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] =
      [
        ("kind", .text), ("stage", .integer), ("month", .text), ("needed", .integer),
        ("from_open", .decimal(digits: 2)), ("from_new", .decimal(digits: 2)), ("lever", .text), ("currency", .text),
        ("worth", .decimal(digits: 2)), ("purchases", .decimal(digits: 2)), ("expected", .decimal(digits: 2)),
        ("target", .decimal(digits: 2)), ("entries_per_day", .decimal(digits: 2)), ("obstacle", .text),
      ] + OutlookDefinition.meaningColumns
    let plan = rendering.plan
    var whole: [Cell] = [OutlookDefinition.amount(answer.frame.share)]
    whole.append(plan?.entriesPerDay.map(Cell.decimal) ?? .null)
    whole.append(Cell(plan?.obstacle?.rawValue))
    whole += definition.meaning
    let code = Cell.text(answer.frame.currency.code)
    let stages = (plan?.stages ?? []).flatMap { row in
      row.months.map { cell -> [Cell] in
        let counts: [Cell] = [Cell(cell.needed), .decimal(cell.fromOpen), .decimal(cell.fromNew)]
        return [.text("stage"), Cell(row.stage), .text(cell.month)] + counts + [.null, code, .null, .null, .null]
          + whole
      }
    }
    let levers = answer.levers.map { item -> [Cell] in
      let none = [Cell](repeating: .null, count: 5)
      let worth: [Cell] = [
        .text(item.lever.text), code, OutlookDefinition.amount(item.worth), item.purchases.map(Cell.decimal) ?? .null,
        OutlookDefinition.amount(rendering.expected(item)),
      ]
      return [.text("lever")] + none + worth + whole
    }
    return OutlookDefinition.grid(columns, stages + levers)
  }
}
