import FunnelStore
import SharedFunnel

/// Crossings of two periods side by side: what became of the offers over all lines, and how many were accepted.
struct HandoffComparison {
  let answer: HandoffAnswer
  let previous: HandoffAnswer
  let text: RateText

  private struct Count {
    let key: String
    let title: Message
    let of: (HandoffCounts) -> Int
  }

  private static var counts: [Count] {
    [
      Count(key: "offered", title: .columnOffered, of: \.offered),
      Count(key: "accepted", title: .handoffColumnAccepted, of: \.accepted),
      Count(key: "rejected", title: .handoffColumnRejected, of: \.rejected),
      Count(key: "expired", title: .handoffColumnExpired, of: \.expired),
      Count(key: "withdrawn", title: .handoffColumnWithdrawn, of: \.withdrawn),
      Count(key: "pending", title: .handoffColumnPending, of: \.pending),
      Count(key: "unrecorded", title: .handoffColumnUnrecorded, of: \.unrecorded),
    ]
  }

  private var now: HandoffCounts { answer.report.total }
  private var before: HandoffCounts { previous.report.total }

  private var acceptance: RateDifference? { RateDifference(now.acceptanceRate, minus: before.acceptanceRate) }

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
          count.title(), text.count(count.of(now)), text.count(count.of(before)),
          text.change(count.of(now) - count.of(before)),
        ]
      })
    table.footer = [
      Message.handoffColumnAcceptance(), text.rate(now.acceptance, now.acceptanceInterval),
      text.rate(before.acceptance, before.acceptanceInterval), text.points(acceptance),
    ]
    return table
  }

  var document: JSONObject {
    var document = JSONObject(
      HandoffComparison.counts.map { ($0.key, JSONValue($0.of(now) - $0.of(before))) })
    document.append("acceptance", JSONValue(acceptance))
    return document
  }
}
