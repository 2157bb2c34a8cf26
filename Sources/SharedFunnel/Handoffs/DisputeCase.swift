/// A dispute with the crossing and the lead it is about: what the report on disputes counts.
public struct DisputeCase: Sendable, Hashable {
  public let lead: LeadID
  /// The place of the handoff among those of its lead.
  public let ordinal: Int
  public let subject: Dispute.Subject
  public let opened: Timestamp
  public var openedBy: MemberID?
  public var cause = TermID.none
  public var ruling: Ruling?
  public var ruled: Timestamp?
  public var ruledBy: MemberID?

  /// The line as it stood when the lead was offered.
  public let line: HandoffLine
  public let giver: DepartmentSet
  /// Whose decision is disputed: the receiver rejected the lead, or returned it.
  public let receiver: DepartmentSet
  public let offered: Timestamp
  /// Why it was rejected or returned.
  public var reason = TermID.none

  // The lead as it is, for filters.
  public var source = TermID.none
  public var campaign = TermID.none
  public var segment = TermID.none
  public var owner: MemberID?

  public init(
    lead: LeadID, ordinal: Int, subject: Dispute.Subject, opened: Timestamp, line: HandoffLine, giver: DepartmentSet,
    receiver: DepartmentSet, offered: Timestamp
  ) {
    self.lead = lead
    self.ordinal = ordinal
    self.subject = subject
    self.opened = opened
    self.line = line
    self.giver = giver
    self.receiver = receiver
    self.offered = offered
  }

  /// The disputes of a lead, in the order of its handoffs.
  public static func cases(of journey: Journey) -> [DisputeCase] {
    journey.handoffs.enumerated().compactMap { ordinal, handoff in
      guard let dispute = handoff.dispute else { return nil }
      var found = DisputeCase(
        lead: journey.lead, ordinal: ordinal, subject: dispute.subject, opened: dispute.opened, line: handoff.line,
        giver: handoff.giver, receiver: handoff.receiver, offered: handoff.offered)
      found.openedBy = dispute.openedBy.member
      found.cause = dispute.cause
      found.ruling = dispute.ruling
      found.ruled = dispute.ruled
      found.ruledBy = dispute.ruledBy?.member
      found.reason = handoff.reason
      found.source = journey.source
      found.campaign = journey.campaign
      found.segment = journey.segment
      found.owner = journey.owner
      return found
    }
  }

  public var outcome: DisputeOutcome { DisputeOutcome(ruling) }
}

/// How a dispute stands.
public enum DisputeOutcome: String, Sendable, Hashable, CaseIterable {
  case open, upheld, overturned, split

  init(_ ruling: Ruling?) {
    self =
      switch ruling {
      case nil: .open
      case .upheld: .upheld
      case .overturned: .overturned
      case .split: .split
      }
  }
}
