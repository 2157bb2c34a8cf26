import SQLite
public import SharedFunnel

/// An offer that waits for an answer.
public struct InboxItem: Sendable {
  public var lead: LeadRow
  public var from: Stage
  public var to: Stage
  public var giver: DepartmentSet
  public var receiver: DepartmentSet
  /// The member whom the offer names.
  public var member: String?
  public var offeredBy: String?
  public var offered: Timestamp
  public var due: Timestamp?
  /// Past its due time, and not swept yet.
  public var isOverdue: Bool
}

extension Store {
  /// Open offers of leads that are not lost, the most urgent first.
  ///
  /// - Parameter departments: only offers to one of these; `nil`: all.
  public func inbox(of departments: DepartmentSet?, now: Timestamp) throws -> [InboxItem] {
    try read {
      var items: [InboxItem] = []
      let offers = try connection.query(
        """
        SELECT h.lead, h.from_stage, h.to_stage, h.giver, h.receiver, h.member, h.offered_by, h.offered, h.due
        FROM handoff AS h
        JOIN lead AS l ON l.number = h.lead
        WHERE h.outcome = 1 AND l.status = 'open'
        ORDER BY h.due IS NULL, h.due, h.lead
        """
      ) { row in
        (
          lead: LeadID(rawValue: try row.integer(0)), from: Stage(number: try row.int(1)),
          to: Stage(number: try row.int(2)), giver: DepartmentSet(rawValue: try row.integer(3)),
          receiver: DepartmentSet(rawValue: try row.integer(4)), member: try row.optionalInt64(5),
          offeredBy: try row.optionalInt64(6), offered: Timestamp(milliseconds: try row.int64(7)),
          due: try row.optionalInt64(8).map(Timestamp.init(milliseconds:))
        )
      }
      func handle(_ number: Int64?) -> String? {
        number.flatMap { workspace.roster[MemberID(rawValue: UInt32(clamping: $0))]?.handle }
      }
      for offer in offers {
        if let departments, departments.isDisjoint(with: offer.receiver) { continue }
        guard let from = offer.from, let to = offer.to, let lead = try leads([offer.lead]).first else { continue }
        items.append(
          InboxItem(
            lead: lead, from: from, to: to, giver: offer.giver, receiver: offer.receiver,
            member: handle(offer.member), offeredBy: handle(offer.offeredBy), offered: offer.offered, due: offer.due,
            isOverdue: offer.due.map { $0 < now } ?? false))
      }
      return items
    }
  }
}
