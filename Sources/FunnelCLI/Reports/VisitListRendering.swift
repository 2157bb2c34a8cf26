import FunnelStore
import SharedFunnel

/// The stays behind a number of a report, one a row: a lead may come to a stage more than once.
struct VisitListRendering: ReportListRendering {
  static let schema = "report.visits"
  static let counted = "visits"

  /// `report.flow`.
  let report: String
  /// As it was typed.
  let number: String
  let scope: ReportScope
  let period: Period?
  let conditions: [Condition]
  let items: [VisitListItem]
  let zone: String

  func grid(isForPeople: Bool) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .integer, priority: 9),
        Grid.Column(key: "name", title: .columnName, priority: 6),
        Grid.Column(key: "stage", title: .columnStage, kind: .integer, priority: 8),
        Grid.Column(key: "entered", title: .visitColumnEntered, kind: .timestamp, priority: 7),
        Grid.Column(key: "entry", title: .visitColumnEntry, priority: 5),
        Grid.Column(key: "left", title: .visitColumnLeft, kind: .timestamp, priority: 7),
        Grid.Column(key: "exit", title: .visitColumnExit, priority: 6),
        Grid.Column(key: "source", title: .columnSource, priority: 2),
        Grid.Column(key: "owner", title: .columnOwner, priority: 3),
      ],
      rows: items.map { item in
        [
          isForPeople ? .text(item.lead.lead.text) : .integer(Int64(item.lead.lead.rawValue)), Cell(item.lead.label),
          Cell(item.stage), Cell(item.entered), Cell(item.entry?.key), Cell(item.left), .text(item.exit.key),
          Cell(item.lead.source), Cell(item.lead.owner),
        ]
      }, heading: Message.visitListHeading(["number": number]),
      notes: [Message.visitListCount(["count": NumberText.integer(Int64(items.count))])])
  }
}
