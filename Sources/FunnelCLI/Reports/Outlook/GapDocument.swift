import FunnelStore
import SharedFunnel

/// Why revenue differs from a baseline, for programs.
struct GapDocument {
  let rendering: GapRendering

  private var answer: GapAnswer { rendering.answer }
  private var definition: OutlookDefinition { rendering.definition }
  private var kind: String { answer.baseline == .plan ? "plan" : "period" }

  var document: JSONObject {
    let gap = answer.gap
    var meaning = definition.members(notes: rendering.notes)
    meaning.append(
      contentsOf: [
        "baseline": .object(["kind": .string(kind), "period": OutlookDefinition.object(answer.other)]),
        "running": .bool(answer.isRunning), "days": JSONValue(answer.days),
        "baseline_days": JSONValue(answer.otherDays),
      ])
    return [
      "definition": .object(meaning), "target": JSONValue(answer.frame.share), "asked": JSONValue(answer.asked),
      "attained": JSONValue(gap?.attained), "baseline": JSONValue(gap?.baseline),
      "difference": JSONValue(gap?.difference), "raise": JSONValue(gap?.raise), "gap": JSONValue(gap?.gap),
      "parts": .array(
        (gap?.parts ?? []).map { part in
          .object([
            "factor": .string(part.factor.rawValue), "stage": part.stage.map { JSONValue($0.number) } ?? .null,
            "owner": JSONValue(part.owner?.key), "from": JSONValue(part.from), "to": JSONValue(part.to),
            "amount": JSONValue(part.amount),
          ])
        }),
      "by_owner": .array(
        (gap?.byOwner ?? []).map { .object(["department": JSONValue($0.owner?.key), "amount": JSONValue($0.amount)]) }),
      "actual": side(answer.actual, answer.actual.factors),
      "before": side(answer.before, answer.planned ?? answer.before.factors),
    ]
  }

  private func side(_ side: GapSide, _ factors: RevenueFactors) -> JSONValue {
    .object([
      "entries": .double(factors.entries), "conversion": JSONValue(factors.conversion),
      "steps": .array((factors.steps ?? []).map(JSONValue.double)), "landing": JSONValue(factors.landing),
      "value_minor": JSONValue(factors.value), "purchases": OutlookDefinition.object(side.revenue),
      "stages": .array(
        side.bases.map { basis in
          .object([
            "stage": JSONValue(basis.stage.number), "basis": .string(basis.kind.rawValue),
            "stays": JSONValue(basis.stays), "ended": JSONValue(basis.ended),
          ])
        }),
    ])
  }

  /// A row a part.
  var grid: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] =
      [
        ("factor", .text), ("stage", .integer), ("owner", .text), ("from", .decimal(digits: 4)),
        ("to", .decimal(digits: 4)), ("currency", .text), ("amount", .decimal(digits: 2)),
        ("baseline_kind", .text), ("baseline_period", .text), ("baseline", .decimal(digits: 2)),
        ("attained", .decimal(digits: 2)), ("asked", .decimal(digits: 2)), ("raise", .decimal(digits: 2)),
        ("gap", .decimal(digits: 2)),
      ] + OutlookDefinition.meaningColumns
    guard let gap = answer.gap else { return OutlookDefinition.grid(columns, []) }
    let whole: [Cell] =
      [.text(kind), .text(answer.other.label)]
      + [gap.baseline, gap.attained, gap.target, gap.raise, gap.gap].map(OutlookDefinition.amount) + definition.meaning
    return OutlookDefinition.grid(
      columns,
      gap.parts.map { part in
        var cells: [Cell] = [.text(part.factor.rawValue), Cell(part.stage), Cell(part.owner?.key)]
        cells += [part.from.map(Cell.decimal) ?? .null, part.to.map(Cell.decimal) ?? .null]
        cells += [.text(gap.baseline.currency.code), .amount(part.amount)]
        return cells + whole
      })
  }
}
