import FunnelStore
import SharedFunnel

/// The disputes behind a number of the report, one a row: a lead may have more than one.
struct DisputeListRendering: ReportListRendering {
  static let schema = "report.disputes.list"
  static let counted = "disputes"

  let report = "report.disputes"
  /// As it was typed.
  let number: String
  let request: DisputeRequest
  let items: [DisputeListItem]
  let zone: String

  var scope: ReportScope { request.scope }
  var period: Period? { request.period }
  var conditions: [Condition] { request.conditions }

  func grid(isForPeople: Bool) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .integer, priority: 9),
        Grid.Column(key: "name", title: .columnName, priority: 8),
        Grid.Column(key: "outcome", title: .columnOutcome, priority: 9),
        Grid.Column(key: "subject", title: .columnSubject, priority: 6),
        Grid.Column(key: "cause", title: .columnCause, priority: 8),
        Grid.Column(key: "kind", title: .columnKind, priority: 1),
        Grid.Column(key: "opened", title: .columnOpened, kind: .timestamp, priority: 7),
        Grid.Column(key: "opener", title: .columnOpenedBy, priority: 5),
        Grid.Column(key: "ruled", title: .columnRuled, kind: .timestamp, priority: 7),
        Grid.Column(key: "ruled_by", title: .columnRuledBy, priority: 5),
        Grid.Column(key: "reason", title: .handoffColumnReason, priority: 4),
        Grid.Column(key: "giver", title: .handoffColumnGiver, priority: 3),
        Grid.Column(key: "receiver", title: .columnReceiver, priority: 3),
        Grid.Column(key: "boundary", title: .disputeColumnBoundary, priority: 1),
        Grid.Column(key: "offered", title: .columnOffered, kind: .timestamp, priority: 2),
      ],
      rows: items.map { item in
        let dispute = item.dispute
        return [
          isForPeople ? .text(item.lead.lead.text) : .integer(Int64(item.lead.lead.rawValue)), Cell(item.lead.label),
          .text(dispute.outcome.rawValue), .text(dispute.subject.key), Cell(item.cause), Cell(item.kind),
          Cell(dispute.opened), Cell(item.openedBy), Cell(dispute.ruled), Cell(item.ruledBy), Cell(item.reason),
          .text(dispute.giver.key), .text(dispute.receiver.key), .text(dispute.line.key), Cell(dispute.offered),
        ]
      }, heading: Message.funnelListHeading(["number": number]),
      notes: [Message.disputeListCount(["count": NumberText.integer(Int64(items.count))])])
  }
}
