import FunnelStore
import SharedFunnel

/// The crossings behind a number of a report, one a row: a lead may cross more than once.
struct HandoffListRendering: ReportListRendering {
  static let schema = "report.crossings"
  static let counted = "crossings"

  /// The report: `report.handoffs`.
  let report: String
  /// As it was typed.
  let number: String
  let scope: ReportScope
  let period: Period?
  let conditions: [Condition]
  let items: [HandoffListItem]
  let zone: String

  func grid(isForPeople: Bool) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .integer, priority: 9),
        Grid.Column(key: "name", title: .columnName, priority: 8),
        Grid.Column(key: "outcome", title: .columnOutcome, priority: 7),
        Grid.Column(key: "offered", title: .columnOffered, kind: .timestamp, priority: 6),
        Grid.Column(key: "answered", title: .columnAnswered, kind: .timestamp, priority: 5),
        Grid.Column(key: "due", title: .columnDue, kind: .timestamp, priority: 2),
        Grid.Column(key: "giver", title: .handoffColumnGiver, priority: 3),
        Grid.Column(key: "receiver", title: .columnReceiver, priority: 3),
        Grid.Column(key: "from", title: .columnFrom, priority: 1),
        Grid.Column(key: "to", title: .columnTo, priority: 1),
        Grid.Column(key: "reason", title: .handoffColumnReason, priority: 4),
        Grid.Column(key: "boundary", title: .handoffColumnLine, priority: 3),
        Grid.Column(key: "contacted", title: .handoffContacted, kind: .timestamp, priority: 1),
        Grid.Column(key: "contact_due", title: .handoffColumnContactDue, kind: .timestamp, priority: 1),
        Grid.Column(key: "returned", title: .handoffReturned, kind: .timestamp, priority: 2),
        Grid.Column(key: "ruling", title: .handoffColumnRuling, priority: 2),
      ],
      rows: items.map { item in
        [
          isForPeople ? .text(item.lead.lead.text) : .integer(Int64(item.lead.lead.rawValue)), Cell(item.lead.label),
          .text(item.outcome.key), Cell(item.offered),
          Cell(item.answered), Cell(item.due), .text(item.giver.key), .text(item.receiver.key), Cell(item.from?.key),
          Cell(item.to?.key), Cell(item.reason), Cell(item.line?.text), Cell(item.contacted), Cell(item.contactDue),
          Cell(item.returned), Cell(item.ruling?.key),
        ]
      }, heading: Message.funnelListHeading(["number": number]),
      notes: [Message.handoffCrossings(["count": NumberText.integer(Int64(items.count))])])
  }
}
