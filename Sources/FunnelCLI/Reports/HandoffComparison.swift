import FunnelStore
import SharedFunnel

/// Crossings of two periods side by side: what became of the offers over all lines, and how many were accepted.
struct HandoffComparison {
  let answer: HandoffAnswer
  let previous: HandoffAnswer
  let text: RateText

  private static let counts: [(number: HandoffNumber, title: Message)] = [
    (.offered, .columnOffered), (.accepted, .handoffColumnAccepted), (.acceptedBySilence, .handoffSilent),
    (.rejected, .handoffColumnRejected), (.expired, .handoffColumnExpired), (.withdrawn, .handoffColumnWithdrawn),
    (.pending, .handoffColumnPending), (.unrecorded, .handoffColumnUnrecorded), (.returned, .handoffReturned),
    (.slaMissed, .handoffMissed),
  ]

  private var now: HandoffCounts { answer.report.total }
  private var before: HandoffCounts { previous.report.total }

  private static let rates: [(key: String, title: Message, of: @Sendable (HandoffCounts) -> Rate)] = [
    ("acceptance", .handoffColumnAcceptance, \.acceptance), ("acceptance_final", .handoffFinal, \.acceptanceFinal),
    ("sla.compliance", .handoffInTime, \.compliance), ("return_rate", .handoffReturnRate, \.returnRate),
  ]

  var note: String { Message.handoffCompareNote(["period": previous.period?.label ?? ""]) }

  var table: ReportTable {
    var table = ReportTable(
      heading: Message.handoffCompared(["period": previous.period?.label ?? ""]),
      columns: [
        ReportTable.Column(title: Message.columnOutcome(), isRight: false, priority: 9),
        ReportTable.Column(title: answer.period?.label ?? "", priority: 9),
        ReportTable.Column(title: previous.period?.label ?? "", priority: 9),
        ReportTable.Column(title: Message.compareColumnChange(), priority: 9),
      ],
      rows: HandoffComparison.counts.map { count in
        [
          count.title(), text.count(now[count.number]), text.count(before[count.number]),
          text.change(now[count.number] - before[count.number]),
        ]
      })
    table.sections.append(
      TextTable.Section(
        heading: Message.handoffRates(),
        rows: HandoffComparison.rates.map { rate in
          [rate.title(), cell(rate.of(now)), cell(rate.of(before)), text.points(difference(rate.of))]
        }))
    return table
  }

  private func cell(_ rate: Rate) -> String { text.rate(rate.value, rate.interval) }

  private func difference(_ rate: (HandoffCounts) -> Rate) -> RateDifference? {
    RateDifference(rate(now), minus: rate(before))
  }

  /// Every difference under the place of its number.
  var document: JSONObject {
    var document = JSONObject(
      HandoffComparison.counts.map { ($0.number.key, JSONValue(now[$0.number] - before[$0.number])) })
    for rate in HandoffComparison.rates { document.append(rate.key, JSONValue(difference(rate.of))) }
    return document
  }
}
