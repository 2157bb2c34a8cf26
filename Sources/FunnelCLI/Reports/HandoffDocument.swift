import FunnelStore
import SharedFunnel

/// The report on crossings, for programs.
struct HandoffDocument {
  let rendering: HandoffRendering

  private static let denominators =
    "acceptance: accepted + rejected + expired; sla: met + missed; return_rate: accepted + accepted_by_silence; "
    + "drop_off_rate: offered"

  private var answer: HandoffAnswer { rendering.answer }
  private var request: HandoffRequest { rendering.request }

  var document: JSONObject {
    var definition: JSONObject = [
      "period": JSONValue(request.period), "where": JSONValue(request.conditions),
      "by": JSONValue(request.grouping?.rawValue),
      "denominator": .string(HandoffDocument.denominators),
      "interval": "wilson_95", "estimate": "aalen_johansen, log_log_95; median: kaplan_meier, log_log_95",
      "window_seconds": request.window.map { .int($0) } ?? .null,
      "working_time": answer.hasCalendar ? "calendar of the receiver" : "no calendar: every hour counts",
    ]
    definition.append(contentsOf: rendering.observation.members)
    definition.append("notes", .array(rendering.notes.map(JSONValue.string)))
    var document: JSONObject = ["definition": .object(definition)]
    document.append(contentsOf: numbers(answer))
    for comparison in rendering.comparisons {
      var compare: JSONObject = ["period": JSONValue(comparison.previous.period)]
      compare.append(contentsOf: numbers(comparison.previous))
      compare.append("differences", .object(comparison.document))
      document.append("compare", .object(compare))
    }
    return document
  }

  private func numbers(_ answer: HandoffAnswer) -> JSONObject {
    var numbers: JSONObject = [
      "total": .object(HandoffObject(counts: answer.report.total, answer: answer).object),
      "boundaries": .array(
        answer.report.boundaries.map { boundary in
          var object: JSONObject = [
            "from": JSONValue(boundary.line?.from.key), "to": JSONValue(boundary.line?.to.key),
            "giver": .string(boundary.giver.key), "receiver": .string(boundary.receiver.key),
          ]
          object.append(contentsOf: HandoffObject(counts: boundary.counts, answer: answer).object)
          return .object(object)
        }),
    ]
    guard let grouping = request.grouping, grouping != .boundary else { return numbers }
    numbers.append(
      "groups",
      .array(
        answer.groups.map { group in
          var object: JSONObject = [grouping.rawValue: JSONValue(group.name)]
          object.append(contentsOf: HandoffObject(counts: group.counts, answer: answer).object)
          return .object(object)
        }))
    return numbers
  }

  // MARK: Rows

  private typealias Column = (key: String, kind: Grid.Column.Kind, cell: (HandoffCounts) -> Cell)

  private static func rate(_ key: String, _ rate: @escaping (HandoffCounts) -> Rate) -> [Column] {
    [
      (key, .percent(digits: 1), { Cell(share: rate($0).value) }),
      (key + "_low", .percent(digits: 1), { Cell(share: rate($0).interval?.low) }),
      (key + "_high", .percent(digits: 1), { Cell(share: rate($0).interval?.high) }),
    ]
  }

  private static func times(_ key: String, _ times: @escaping (HandoffCounts) -> Spread) -> [Column] {
    func seconds(_ value: Double?) -> Cell { value.map(Cell.seconds) ?? .null }
    return [
      (key + "_p50", .duration, { seconds(times($0).p50) }), (key + "_p90", .duration, { seconds(times($0).p90) }),
      (key + "_max", .duration, { seconds(times($0).max.map(Double.init)) }),
    ]
  }

  private static var columns: [Column] {
    var columns: [Column] = HandoffNumber.allCases.filter(\.isOfRows).map { number in
      (number.key.replacing(".", with: "_"), .integer, { Cell($0[number]) })
    }
    columns += rate("acceptance", \.acceptance)
    columns += rate("acceptance_final", \.acceptanceFinal)
    columns += rate("sla_compliance", \.compliance)
    columns += times("answer_seconds", \.answer.clock)
    columns += times("answer_working_seconds", \.answer.working)
    columns += rate("contact_sla_compliance", \.contactCompliance)
    columns += times("contact_seconds", \.contact.clock)
    columns += times("contact_working_seconds", \.contact.working)
    columns += rate("return_rate", \.returnRate)
    columns += rate("drop_off_rate", \.dropOff)
    return columns
  }

  /// One row a boundary, or a group; reasons and estimates are in JSON only, for they are no rows of a boundary.
  var rows: Grid {
    let grouping = request.grouping.flatMap { $0 == .boundary ? nil : $0 }
    let names = grouping.map { [$0.rawValue] } ?? ["from", "to", "giver", "receiver"]
    let columns = HandoffDocument.columns
    return Grid(
      columns: names.map { Grid.Column(key: $0, title: $0) }
        + columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) }
        + [
          Grid.Column(key: "period", title: "period"), Grid.Column(key: "where", title: "where"),
          Grid.Column(key: "zone", title: "zone"),
          Grid.Column(key: "observed_until", title: "observed_until", kind: .timestamp),
          Grid.Column(key: "as_of", title: "as_of", kind: .timestamp),
          Grid.Column(key: "known_at", title: "known_at", kind: .timestamp),
        ],
      rows: ([answer] + answer.previous).flatMap { answer in
        lines(answer, isGrouped: grouping != nil).map { line in
          line.names + columns.map { $0.cell(line.counts) } + meaning(answer)
        }
      })
  }

  private func lines(_ answer: HandoffAnswer, isGrouped: Bool) -> [(names: [Cell], counts: HandoffCounts)] {
    guard !isGrouped else { return answer.groups.map { ([Cell($0.name)], $0.counts) } }
    return answer.report.boundaries.map { boundary in
      let ends = [Cell(boundary.line?.from.key), Cell(boundary.line?.to.key)]
      return (ends + [.text(boundary.giver.key), .text(boundary.receiver.key)], boundary.counts)
    }
  }

  private func meaning(_ answer: HandoffAnswer) -> [Cell] {
    return [
      Cell(answer.period?.label), .text(request.conditions.typed), .text(answer.zone),
      Cell(answer.observedUntil), Cell(request.scope.asOf), Cell(request.scope.knownAt),
    ]
  }
}

extension HandoffNumber {
  /// Whether flat rows have it: what `--audit` and the estimates count stands in documents only.
  fileprivate var isOfRows: Bool { !key.hasPrefix("audit.") && !key.hasPrefix("estimates.") }
}
