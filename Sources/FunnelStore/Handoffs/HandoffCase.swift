public import SharedFunnel

/// A handoff with all that was said about it.
public struct HandoffCase: Sendable {
  public var lead: LeadRow
  /// The place of the handoff among those of its lead, from 0.
  public var ordinal: Int
  public var handoff: Handoff
  /// Keys of the catalogue.
  public var reason: String?
  public var cause: String?
  /// Why the giver held the lead to be ready, what shows it, and why it overrode criteria.
  public var why: String?
  public var evidence: String?
  public var override: String?
  /// What was said with the answer, the return, the dispute and the ruling.
  public var answerNote: String?
  public var returnNote: String?
  public var disputeNote: String?
  public var disputeEvidence: String?
  public var rulingNote: String?
  /// Stages in which the lead was until it was offered, with the day it entered each, oldest first.
  public var path: [(stage: Stage, entered: Timestamp)]
  /// Contacts before the offer.
  public var touches: Int
  /// Which offer of the lead this is, from 1.
  public var attempt: Int
}

/// Which handoffs a list shows. All conditions hold at once.
public struct HandoffFilter: Sendable {
  /// Outcomes as of now.
  public var outcome: HandoffOutcome?
  public var giver: DepartmentSet?
  public var receiver: DepartmentSet?
  /// With an open dispute, or one that was ruled on.
  public var isDisputed: Bool?
  public var hasOpenDispute: Bool?
  public var lead: LeadID?
  public var limit: Int?

  public init() {}
}
