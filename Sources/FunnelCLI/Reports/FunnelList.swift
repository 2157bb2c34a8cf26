import FunnelStore
import SharedFunnel

/// The leads behind a number of the funnel report: exactly as many rows as the number says.
struct FunnelList {
  let session: Session
  let request: FunnelRequest
  let number: FunnelNumberText

  fileprivate func rows() throws -> (rows: [LeadRow], request: FunnelRequest) {
    let (leads, request) = try number.leads(of: request, in: session.store)
    return (try session.store.leads(leads), request)
  }
}

extension FormatOptions {
  func print(_ list: FunnelList) throws {
    let (rows, request) = try list.rows()
    var grid = format == .table || format == .markdown ? LeadGrid.summary(rows) : LeadGrid.full(rows)
    grid.heading = Message.funnelListHeading(["number": list.number.text])
    grid.notes = [Message.funnelListCount(["count": NumberText.integer(Int64(rows.count))])]
    if request.scope.end != nil { grid.notes.append(Message.reportLeadsAsNow()) }
    try print(
      grid, schema: "report.leads",
      members: [
        "of": "report.funnel", "number": .string(list.number.text), "mode": .string(request.mode.rawValue),
        "window_seconds": request.window.map { .int($0) } ?? .null, "cohort_from": JSONValue(request.from?.key),
        "period": JSONValue(request.period), "where": JSONValue(request.conditions),
        "zone": .string(list.session.zone.identifier), "observed_until": JSONValue(request.scope.observedUntil),
        "as_of": JSONValue(request.scope.asOf), "known_at": JSONValue(request.scope.knownAt),
        "leads": JSONValue(rows.count),
      ])
  }
}
