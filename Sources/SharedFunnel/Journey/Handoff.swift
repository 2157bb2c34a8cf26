/// How an offer ended, or that it has not.
public enum HandoffOutcome: UInt8, CaseIterable, Sendable, Hashable {
  case pending = 1
  case accepted
  case rejected
  case expired
  case withdrawn
  /// Nobody offered: the lead was seen on both sides of a line. Counted apart from all offers.
  case unrecorded

  public var key: String {
    switch self {
    case .pending: "pending"
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .expired: "expired"
    case .withdrawn: "withdrawn"
    case .unrecorded: "unrecorded"
    }
  }

  public init?(key: String) {
    guard let outcome = HandoffOutcome.allCases.first(where: { $0.key == key }) else { return nil }
    self = outcome
  }
}

/// One crossing of a line: an offer with its answer, or a crossing without either.
public struct Handoff: Sendable, Hashable {
  /// The event that offered the lead; of an unrecorded crossing the event that showed it.
  public var offer: EventID
  /// The lead that was offered: the one that has the handoff, or one that was merged into it.
  public var origin: LeadID
  /// The lead's stage when it was offered.
  public var from: Stage
  public var to: Stage
  public var giver: DepartmentSet
  public var receiver: DepartmentSet
  /// A member of the receiving side whom the offer named.
  public var member: MemberID?
  public var offeredBy: Actor
  public var offered: Timestamp
  public var due: Timestamp?
  public var outcome: HandoffOutcome
  public var answered: Timestamp?
  public var answeredBy: Actor?
  public var reason: TermID

  /// The outcome as of a time: an offer that fell due without an answer has expired, whether or not
  /// anyone wrote it down yet.
  public func outcome(asOf time: Timestamp) -> HandoffOutcome {
    guard outcome == .pending, let due, due < time else { return outcome }
    return .expired
  }
}
