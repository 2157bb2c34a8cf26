import FunnelStore
import SharedFunnel

/// The leads behind a number of a report: exactly as many rows as the number says.
struct ReportLeadList {
  /// The report: `report.cohorts`.
  let report: String
  /// As it was typed.
  let number: String
  let rows: [LeadRow]
  let scope: ReportScope
  let zone: String
  /// What the report was asked: its part of the definition.
  var definition: JSONObject = [:]
}

extension FormatOptions {
  func print(_ list: ReportLeadList) throws {
    var grid = format == .table || format == .markdown ? LeadGrid.summary(list.rows) : LeadGrid.full(list.rows)
    grid.heading = Message.funnelListHeading(["number": list.number])
    grid.notes = [Message.funnelListCount(["count": NumberText.integer(Int64(list.rows.count))])]
    if list.scope.end != nil { grid.notes.append(Message.reportLeadsAsNow()) }
    var members: JSONObject = ["of": .string(list.report), "number": .string(list.number)]
    members.append(contentsOf: list.definition)
    members.append(
      contentsOf: [
        "zone": .string(list.zone), "observed_until": JSONValue(list.scope.observedUntil),
        "as_of": JSONValue(list.scope.asOf), "known_at": JSONValue(list.scope.knownAt),
        "leads": JSONValue(list.rows.count),
      ])
    try print(grid, schema: "report.leads", members: members)
  }
}
