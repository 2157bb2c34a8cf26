import SQLite
public import SharedFunnel

/// A lead and those that were merged into it.
extension Store {
  /// The lead that carries the history of this one: itself, unless it was merged.
  public func carrier(of lead: LeadID) throws -> LeadID {
    var carrier = lead
    var seen: Set<LeadID> = [lead]
    while let next = try mergeTarget(of: carrier) {
      guard seen.insert(next).inserted else { throw StoreError.damaged("lead.merged_into") }
      carrier = next
    }
    return carrier
  }

  func mergeTarget(of lead: LeadID) throws -> LeadID? {
    try connection.first("SELECT merged_into FROM lead WHERE number = ?", .integer(Int64(lead.rawValue))) {
      try $0.optionalInt64(0)
    }.flatMap { $0 }.map { LeadID(rawValue: UInt32(clamping: $0)) }
  }

  /// All leads whose history counts for this one, with the heads of their chains.
  func absorbed(by lead: LeadID) throws -> [(lead: LeadID, head: Int64)] {
    var found: [(lead: LeadID, head: Int64)] = []
    var seen: Set<LeadID> = [lead]
    var open = [lead]
    while let next = open.popLast() {
      let members = try connection.query(
        "SELECT number, last_event FROM lead WHERE merged_into = ? ORDER BY number", .integer(Int64(next.rawValue))
      ) { (lead: LeadID(rawValue: try $0.integer(0)), head: try $0.int64(1)) }
      for member in members where seen.insert(member.lead).inserted {
        found.append(member)
        open.append(member.lead)
      }
    }
    return found
  }

  /// The events that count for a lead: its own from the head of its chain back, then those of the leads that
  /// were merged into it. Of a lead that was merged itself, its own alone.
  func rows(of lead: LeadID, from head: Int64) throws -> [EventRow] {
    var rows = try journal.chain(from: head)
    if rows.contains(where: { $0.kind == .merged }), try Journey.mergeTarget(of: rows.map(journal.leadEvent)) != nil {
      return rows
    }
    for other in try absorbed(by: lead) { rows += try journal.chain(from: other.head) }
    return rows
  }

  func rows(of lead: LeadID) throws -> [EventRow] { try rows(of: lead, from: try head(of: lead)) }

  func events(of lead: LeadID) throws -> [LeadEvent] { try rows(of: lead).map(journal.leadEvent) }

  /// The lead's state, folded from its history.
  public func journey(_ lead: LeadID) throws -> Journey {
    Journey.fold(try events(of: lead), of: lead, under: workspace.ownership)
  }

  /// Writes the lead's projection anew from its chain, and that of the lead that carries its history.
  ///
  /// - Parameter head: the head of the chain, where the projection does not know it yet.
  @discardableResult
  func refold(_ lead: LeadID, from head: Int64? = nil, isNew: Bool = false) throws -> Journey {
    let head = try head ?? self.head(of: lead)
    let rows = try rows(of: lead, from: head)
    let history = try rows.map(journal.leadEvent)
    let journey = Journey.fold(history, of: lead, under: workspace.ownership)
    try projection.write(
      journey, contact: try contact(of: history, seqs: rows.map(\.seq), lead), lastEvent: head, isNew: isNew)
    if let target = journey.mergedInto { return try refold(target) }
    return journey
  }
}
