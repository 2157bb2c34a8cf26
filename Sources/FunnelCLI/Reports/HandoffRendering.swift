import FunnelStore
import SharedFunnel

/// The report on crossings, for people and for programs.
struct HandoffRendering {
  let answer: HandoffAnswer
  let request: HandoffRequest
  let text: RateText

  private var report: HandoffReport { answer.report }
  private var comparisons: [HandoffComparison] {
    answer.previous.map { HandoffComparison(answer: answer, previous: $0, text: text) }
  }
  private var observation: ReportObservation {
    ReportObservation(scope: request.scope, zone: answer.zone, until: answer.observedUntil)
  }

  var page: ReportPage {
    ReportPage(
      schema: "report.handoffs", document: document, rows: rows,
      tables: (report.lines.isEmpty
        ? [outcomes] : [outcomes, answers] + (report.rejections.isEmpty ? [] : [rejections]))
        + comparisons.map(\.table), notes: comparisons.map(\.note) + notes)
  }

  // MARK: People

  private func line(_ line: LineCounts) -> String {
    Message.handoffLine(["giver": line.giver.label, "receiver": line.receiver.label])
  }

  private func lineTable(
    _ heading: String, _ columns: [(title: Message, priority: Int, cell: (HandoffCounts) -> String)]
  ) -> ReportTable {
    ReportTable(
      heading: heading,
      columns: [ReportTable.Column(title: Message.handoffColumnLine(), isRight: false, priority: 9)]
        + columns.map { ReportTable.Column(title: $0.title(), priority: $0.priority) },
      rows: report.lines.map { counts in [line(counts)] + columns.map { $0.cell(counts.counts) } },
      footer: report.lines.count > 1 ? [Message.reportTotal()] + columns.map { $0.cell(report.total) } : nil,
      empty: .handoffNothing)
  }

  private var outcomes: ReportTable {
    let conditions = request.conditions.map(\.typed)
    let when = request.period.map { Message.handoffOfferedIn(["period": $0.label]) } ?? Message.funnelAllTime()
    let heading = Message.handoffHeading(["what": (conditions + [when]).joined(separator: ", ")])
    return lineTable(
      heading,
      [
        (.columnOffered, 9, { text.count($0.offered) }), (.handoffColumnAccepted, 8, { text.count($0.accepted) }),
        (.handoffColumnRejected, 8, { text.count($0.rejected) }),
        (.handoffColumnExpired, 7, { text.count($0.expired) }),
        (.handoffColumnWithdrawn, 4, { text.count($0.withdrawn) }),
        (.handoffColumnPending, 6, { text.count($0.pending) }),
        (.handoffColumnUnrecorded, 6, { text.count($0.unrecorded) }),
      ])
  }

  private var answers: ReportTable {
    lineTable(
      Message.handoffTimes(),
      [
        (.handoffColumnAcceptance, 9, { text.rate($0.acceptance, $0.acceptanceInterval) }),
        (.columnAnswered, 8, { text.count($0.answered) }), (.funnelColumnHalf, 7, { text.duration($0.p50) }),
        (.funnelColumnMost, 6, { text.duration($0.p90) }),
        (.handoffColumnSlowest, 5, { text.duration($0.slowest.map(Double.init)) }),
      ])
  }

  private var rejections: ReportTable {
    ReportTable(
      heading: Message.handoffRejections(),
      columns: [
        ReportTable.Column(title: Message.handoffColumnReason(), isRight: false, priority: 9),
        ReportTable.Column(title: Message.handoffColumnCount(), priority: 9),
      ], rows: report.rejections.map { [reason($0) ?? Message.handoffNoReason(), text.count($0.count)] })
  }

  private func reason(_ count: ReasonCount) -> String? { answer.reasons[count.reason] }

  private var notes: [String] {
    let total = report.total
    let when =
      request.period.map { Message.handoffIn(["period": $0.label]) } ?? Message.handoffAtAnyTime()
    return [
      Message.handoffIdentity([
        "offered": text.count(total.offered), "accepted": text.count(total.accepted),
        "rejected": text.count(total.rejected), "expired": text.count(total.expired),
        "withdrawn": text.count(total.withdrawn), "pending": text.count(total.pending),
      ]), Message.handoffUnrecordedNote(["count": text.count(total.unrecorded)]), Message.handoffAcceptanceNote(),
      Message.handoffCohort(["period": when]),
    ] + observation.notes(request.period)
  }

  // MARK: Programs

  private var document: JSONObject {
    var definition: JSONObject = [
      "period": JSONValue(request.period), "where": JSONValue(request.conditions),
      "denominator": "acceptance: accepted + rejected + expired", "interval": "wilson_95",
    ]
    definition.append(contentsOf: observation.members)
    definition.append("notes", .array(notes.map(JSONValue.string)))
    var document: JSONObject = ["definition": .object(definition)]
    document.append(contentsOf: numbers(answer))
    for comparison in comparisons {
      var compare: JSONObject = ["period": JSONValue(comparison.previous.period)]
      compare.append(contentsOf: numbers(comparison.previous))
      compare.append("differences", .object(comparison.document))
      document.append("compare", .object(compare))
    }
    return document
  }

  private func numbers(_ answer: HandoffAnswer) -> JSONObject {
    let report = answer.report
    var numbers = object(report.total)
    numbers.append(
      "lines",
      .array(
        report.lines.map { line in
          var object: JSONObject = ["giver": .string(line.giver.key), "receiver": .string(line.receiver.key)]
          object.append(contentsOf: self.object(line.counts))
          return .object(object)
        }))
    numbers.append(
      "rejections",
      .array(
        report.rejections.map {
          .object(["reason": JSONValue(answer.reasons[$0.reason]), "count": JSONValue($0.count)])
        }))
    return numbers
  }

  private func object(_ counts: HandoffCounts) -> JSONObject {
    [
      "offered": JSONValue(counts.offered), "accepted": JSONValue(counts.accepted),
      "rejected": JSONValue(counts.rejected), "expired": JSONValue(counts.expired),
      "withdrawn": JSONValue(counts.withdrawn), "pending": JSONValue(counts.pending),
      "unrecorded": JSONValue(counts.unrecorded), "acceptance": JSONValue(counts.acceptance),
      "interval": JSONValue(counts.acceptanceInterval),
      "time_to_answer": .object([
        "n": JSONValue(counts.answered), "p50_seconds": JSONValue(counts.p50), "p90_seconds": JSONValue(counts.p90),
        "max_seconds": JSONValue(counts.slowest.map(Double.init)),
      ]),
    ]
  }

  private var rows: Grid {
    let columns: [(key: String, kind: Grid.Column.Kind)] = [
      ("giver", .text), ("receiver", .text), ("offered", .integer), ("accepted", .integer), ("rejected", .integer),
      ("expired", .integer), ("withdrawn", .integer), ("pending", .integer), ("unrecorded", .integer),
      ("acceptance", .percent(digits: 1)), ("acceptance_low", .percent(digits: 1)),
      ("acceptance_high", .percent(digits: 1)), ("answered", .integer), ("p50_seconds", .duration),
      ("p90_seconds", .duration), ("max_seconds", .duration), ("period", .text), ("where", .text), ("zone", .text),
      ("observed_until", .timestamp), ("as_of", .timestamp), ("known_at", .timestamp),
    ]
    return Grid(
      columns: columns.map { Grid.Column(key: $0.key, title: $0.key, kind: $0.kind) },
      rows: ([answer] + answer.previous).flatMap { answer in
        answer.report.lines.map { [.text($0.giver.key), .text($0.receiver.key)] + cells($0.counts, answer) }
      })
  }

  private func cells(_ counts: HandoffCounts, _ answer: HandoffAnswer) -> [Cell] {
    func seconds(_ value: Double?) -> Cell { value.map(Cell.seconds) ?? .null }
    func share(_ value: Double?) -> Cell { value.map(Cell.fraction) ?? .null }
    return [
      Cell(counts.offered), Cell(counts.accepted), Cell(counts.rejected), Cell(counts.expired),
      Cell(counts.withdrawn), Cell(counts.pending), Cell(counts.unrecorded), share(counts.acceptance),
      share(counts.acceptanceInterval?.low), share(counts.acceptanceInterval?.high), Cell(counts.answered),
      seconds(counts.p50), seconds(counts.p90), seconds(counts.slowest.map(Double.init)), Cell(answer.period?.label),
      .text(request.conditions.typed), .text(answer.zone), Cell(answer.observedUntil), Cell(request.scope.asOf),
      Cell(request.scope.knownAt),
    ]
  }
}
