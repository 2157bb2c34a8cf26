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
  /// Why the lead is ready, what shows it, and why criteria were overridden.
  public var why: String?
  public var evidence: String?
  public var override: String?
  /// Stages in which the lead was before, with the day it entered each, oldest first.
  public var path: [(stage: Stage, entered: Timestamp)]
  /// Contacts before the offer.
  public var touches: Int
  /// Which offer of the lead this is, from 1.
  public var attempt: Int
}

extension Store {
  /// Open offers of leads that are not lost, the oldest first.
  ///
  /// - Parameter departments: only offers to one of these; `nil`: all.
  public func inbox(of departments: DepartmentSet?, now: Timestamp) throws -> [InboxItem] {
    try read {
      let places = try connection.query(
        """
        SELECT h.lead, h.ordinal
        FROM handoff AS h
        JOIN lead AS l ON l.number = h.lead
        WHERE h.outcome = 1 AND l.status = 'open' AND h.receiver & ? <> 0
        ORDER BY h.offered, h.lead, h.ordinal
        """, .integer(Int64((departments ?? DepartmentSet(rawValue: .max)).rawValue))
      ) { (lead: LeadID(rawValue: try $0.integer(0)), ordinal: try $0.int(1)) }
      return try cases(places).map { item in
        let handoff = item.handoff
        func handle(_ member: MemberID?) -> String? { member.flatMap { workspace.roster[$0]?.handle } }
        return InboxItem(
          lead: item.lead, from: handoff.from, to: handoff.to, giver: handoff.giver, receiver: handoff.receiver,
          member: handle(handoff.member), offeredBy: handle(handoff.offeredBy.member), offered: handoff.offered,
          due: handoff.due, isOverdue: handoff.outcome(asOf: now) != .pending, why: item.why, evidence: item.evidence,
          override: item.override, path: item.path, touches: item.touches, attempt: item.attempt)
      }
    }
  }
}
