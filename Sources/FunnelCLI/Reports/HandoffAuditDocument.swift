import FunnelStore
import SharedFunnel

/// How well both sides judged, for programs.
struct HandoffAuditDocument {
  let rendering: HandoffAuditRendering

  private var answer: HandoffAuditAnswer { rendering.answer }
  private var request: HandoffRequest { rendering.request }
  private var audit: HandoffAudit { rendering.answer.audit }

  var document: JSONObject {
    var definition: JSONObject = [
      "period": JSONValue(request.period), "where": JSONValue(request.conditions),
      "early_days": JSONValue(HandoffAudit.earlyDays), "interval": "wilson_95",
    ]
    definition.append(contentsOf: rendering.observation.members)
    definition.append("notes", .array(rendering.notes.map(JSONValue.string)))
    var document: JSONObject = ["definition": .object(definition)]
    for line in rendering.lines {
      var object: JSONObject = ["count": JSONValue(line.rate.numerator), "of": JSONValue(line.rate.denominator)]
      object.append(contentsOf: ["share": JSONValue(line.rate.value), "interval": limits(line.rate.interval)])
      object.append("leads", .string(line.list))
      document.append(line.key, .object(object))
    }
    document.append("too_young", JSONValue(rendering.total[.tooYoung]))
    document.append("offers_at_line", .array(audit.offersAtLine.sorted { $0.key < $1.key }.map(frequency)))
    document.append(
      "cost_seconds",
      .object([
        "total": .int(audit.costSeconds), "p50": JSONValue(audit.cost.p50), "p90": JSONValue(audit.cost.p90),
        "max": audit.cost.max.map { .int($0) } ?? .null,
      ]))
    document.append(
      "criteria",
      .object([
        "overridden": object(audit.overridden, "criteria.overridden"),
        "others": object(audit.others, "criteria.others"),
      ]))
    document.append("offerers", .array(audit.offerers.map(object)))
    return document
  }

  private func limits(_ interval: Interval?) -> JSONValue {
    interval.map { .array([.double($0.low), .double($0.high)]) } ?? .null
  }

  private func frequency(_ times: Int, _ count: Int) -> JSONValue {
    .object(["offers": JSONValue(times), "count": JSONValue(count), "leads": .string("offers=\(times)")])
  }

  /// - Parameter place: in the document, which names its numbers for their lists.
  private func object(_ counts: HandoffCounts, _ place: String) -> JSONValue {
    .object([
      "offered": JSONValue(counts[.offered]), "accepted": JSONValue(counts[.accepted]),
      "rejected": JSONValue(counts[.rejected]), "acceptance": JSONValue(counts.acceptance.value),
      "interval": limits(counts.acceptance.interval), "returned": JSONValue(counts[.returned]),
      "lost_early": JSONValue(counts[.lostEarly]), "leads": .string("number=\(place).offered"),
    ])
  }

  private func object(_ offerer: OffererCounts) -> JSONValue {
    let name = rendering.name(of: offerer)
    return .object([
      "giver": .string(offerer.giver.key), "member": JSONValue(name), "offered": JSONValue(offerer.offered),
      "overridden": JSONValue(offerer.overridden), "share": JSONValue(offerer.share.value),
      "interval": limits(offerer.share.interval),
      "leads": .string("number=overridden,giver=\(offerer.giver.key),member=\(name ?? "null")"),
    ])
  }

  // MARK: Rows

  var rows: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] = [
      ("number", .text), ("count", .integer), ("of", .integer), ("share", .percent(digits: 1)),
      ("share_low", .percent(digits: 1)), ("share_high", .percent(digits: 1)), ("leads", .text), ("period", .text),
      ("where", .text), ("zone", .text), ("observed_until", .timestamp), ("as_of", .timestamp),
      ("known_at", .timestamp),
    ]
    return Grid(
      columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) },
      rows: rendering.lines.map { line in
        [
          .text(line.key), Cell(line.rate.numerator), Cell(line.rate.denominator), Cell(share: line.rate.value),
          Cell(share: line.rate.interval?.low), Cell(share: line.rate.interval?.high), .text(line.list),
          Cell(answer.period?.label), .text(request.conditions.typed), .text(answer.zone), Cell(answer.observedUntil),
          Cell(request.scope.asOf), Cell(request.scope.knownAt),
        ]
      })
  }
}
