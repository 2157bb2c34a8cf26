import FunnelStore
import SharedFunnel

/// The leads that were offered so often over one line, a row for each of a lead's lines.
struct LeadAtLineRendering: ReportListRendering {
  static let schema = "report.leads_at_line"
  static let counted = "leads"

  let report = "report.handoffs"
  /// As it was typed.
  let number: String
  let request: HandoffRequest
  let items: [LeadAtLineItem]
  let zone: String

  var scope: ReportScope { request.scope }
  var period: Period? { request.period }
  var conditions: [Condition] { request.conditions }

  func grid(isForPeople: Bool) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .integer, priority: 9),
        Grid.Column(key: "name", title: .columnName, priority: 8),
        Grid.Column(key: "boundary", title: .handoffColumnLine, priority: 8),
        Grid.Column(key: "offers", title: .auditColumnOffers, kind: .integer, priority: 9),
        Grid.Column(key: "first_offered", title: .auditColumnFirst, kind: .timestamp, priority: 6),
        Grid.Column(key: "last_offered", title: .auditColumnLast, kind: .timestamp, priority: 6),
        Grid.Column(key: "seconds", title: .auditColumnCost, kind: .duration, priority: 7),
      ],
      rows: items.map { item in
        let offers = item.offers
        return [
          isForPeople ? .text(item.lead.lead.text) : .integer(Int64(item.lead.lead.rawValue)), Cell(item.lead.label),
          Cell(offers.line?.text), Cell(offers.offers), Cell(Timestamp(seconds: Int64(offers.first))),
          Cell(Timestamp(seconds: Int64(offers.last))), .seconds(Double(Int64(offers.last) - Int64(offers.first))),
        ]
      }, heading: Message.funnelListHeading(["number": number]),
      notes: [Message.auditListCount(["count": NumberText.integer(Int64(items.count))])])
  }
}
