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

/// An offer that a sweep found expired.
public struct SweptOffer: Sendable, Equatable {
  public let lead: LeadID
  public let due: Timestamp
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

  private func expiry(of offer: EventID, besides known: Set<EventID>) -> EventID {
    var voided = 0
    while known.contains(.expiry(of: offer, voided: voided)) { voided += 1 }
    return .expiry(of: offer, voided: voided)
  }

  /// Writes down what has fallen due: every open offer past its due time expired at that time.
  ///
  /// The event's id follows from the offer's, so however many sweep at once, it is written once.
  public func sweep(_ act: Act) throws -> [SweptOffer] {
    let isAnyDue = try connection.first(
      "SELECT 1 FROM handoff WHERE outcome = 1 AND due < ?", .integer(act.context.now.milliseconds)
    ) { _ in true }
    // Where nothing has fallen due, nothing is recorded, not even that somebody looked.
    guard isAnyDue == true else { return [] }
    return try recordUnlessDry(act) { draft in
      let overdue = try connection.query(
        "SELECT DISTINCT lead FROM handoff WHERE outcome = 1 AND due < ? ORDER BY lead",
        .integer(act.context.now.milliseconds)
      ) { LeadID(rawValue: try $0.integer(0)) }
      return try overdue.flatMap { lead in
        let due = try journey(lead).overdue(at: act.context.now)
        let known = Set(try events(of: lead).map(\.id))
        let events = due.map { offer in
          LeadEvent(
            id: expiry(of: offer.offer, besides: known), lead: lead, occurred: offer.due, recorded: act.context.now,
            actor: draft.actor, fact: .expired(offer.offer))
        }
        try append(events, to: lead, prev: try head(of: lead), personal: [], keys: [], draft)
        return due.map { SweptOffer(lead: lead, due: $0.due) }
      }
    } ?? []
  }
}
