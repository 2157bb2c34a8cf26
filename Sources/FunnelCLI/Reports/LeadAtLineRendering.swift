import FunnelStore
import SharedFunnel

/// The leads that were offered so often over one line, a row for each of a lead's lines.
struct LeadAtLineRendering {
  /// As it was typed.
  let number: String
  let request: HandoffRequest
  let items: [LeadAtLineItem]
  let zone: String

  /// - Parameter isForPeople: a number of a lead is a name to them, without separators of thousands.
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

extension FormatOptions {
  func print(_ list: LeadAtLineRendering) throws {
    let scope = list.request.scope
    try print(
      list.grid(isForPeople: format == .table || format == .markdown), schema: "report.leads_at_line",
      members: [
        "of": "report.handoffs", "number": .string(list.number), "period": JSONValue(list.request.period),
        "where": JSONValue(list.request.conditions), "zone": .string(list.zone),
        "observed_until": JSONValue(scope.observedUntil), "as_of": JSONValue(scope.asOf),
        "known_at": JSONValue(scope.knownAt), "leads": JSONValue(list.items.count),
      ])
  }
}
