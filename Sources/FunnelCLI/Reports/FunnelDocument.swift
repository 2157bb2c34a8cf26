import FunnelStore
import SharedFunnel

/// A funnel for programs.
struct FunnelDocument {
  let definition: FunnelDefinition

  private var answer: FunnelAnswer { definition.answer }
  private var request: FunnelRequest { definition.request }

  var document: JSONObject {
    var document: JSONObject = ["definition": .object(definition.document), "stages": stages(answer.total)]
    if request.grouping != nil { document.append("groups", groups(answer)) }
    if request.pair != nil { document.append("pair", pair(answer.total.pair)) }
    if let previous = answer.previous.first {
      var compare: JSONObject = ["period": JSONValue(previous.period), "stages": stages(previous.total)]
      if request.grouping != nil { compare.append("groups", groups(previous)) }
      if request.pair != nil { compare.append("pair", pair(previous.total.pair)) }
      compare.append("differences", .array(answer.total.difference(from: previous.total).map(JSONValue.init)))
      document.append("compare", .object(compare))
    }
    return document
  }

  private func groups(_ answer: FunnelAnswer) -> JSONValue {
    .array(
      answer.groups.map { group in
        var object: JSONObject = [
          "by": .object([request.grouping?.rawValue ?? "": JSONValue(group.name)]), "stages": stages(group.table),
        ]
        if request.pair != nil { object.append("pair", pair(group.table.pair)) }
        return .object(object)
      })
  }

  private func stages(_ table: FunnelTable) -> JSONValue { .array(table.steps.map { .object(stage($0)) }) }

  private func stage(_ step: FunnelStep) -> JSONObject {
    [
      "stage": JSONValue(step.stage.number), "key": .string(step.stage.key), "owners": JSONValue(owners: step.owners),
      "from": JSONValue(step.from?.key), "cohort": JSONValue(step.cohort), "entered": JSONValue(step.entered),
      "reached": JSONValue(step.reached), "skipped": JSONValue(step.skipped), "converted": JSONValue(step.converted),
      "lost": JSONValue(step.lost), "open": JSONValue(step.open),
      "drop_off": .array(
        step.dropOff.map { .object(["owner": .string($0.bucket.key), "lost": JSONValue($0.lost)]) }),
      "drop_off_rate": JSONValue(step.dropOffRate), "conversion": JSONValue(step.conversion),
      "interval": JSONValue(step.interval), "immature": .bool(step.immature), "estimate": estimate(step),
    ]
  }

  private func estimate(_ step: FunnelStep) -> JSONValue {
    guard let estimate = step.estimate else { return .null }
    return .object([
      "value": .double(estimate.value), "interval": JSONValue(estimate.interval),
      "negative": JSONValue(estimate.negative),
      "within_seconds": request.window.map { .int($0) } ?? .null, "of_reaching": JSONValue(step.from?.key),
    ])
  }

  private func pair(_ times: PairTimes?) -> JSONValue {
    guard let times else { return .null }
    return .object([
      "from": .string(times.pair.from.key), "to": .string(times.pair.to.key), "n": JSONValue(times.n),
      "negative": JSONValue(times.negative), "p50_seconds": JSONValue(times.p50), "p90_seconds": JSONValue(times.p90),
    ])
  }
}
