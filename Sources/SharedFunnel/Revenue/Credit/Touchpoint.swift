/// Something that was done for a lead before it bought: evidence for credit.
public struct Touchpoint: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// The lead came, by a source or a campaign where it names one.
    case creation
    /// A contact with the customer.
    case touch
    /// The first time that the lead got from a stage to the one behind it. A lead that skips stages makes each of the
    /// steps at once.
    case move(from: Stage, to: Stage)
  }

  /// The event that shows it.
  public var event: EventID
  public var at: Timestamp
  public var kind: Kind
  /// Of a touch.
  public var channel: TermID
  /// Of the lead at that time.
  public var source: TermID
  /// Of the lead at that time.
  public var campaign: TermID
  /// Whose it was; empty where nobody knows. Of a move: the owners, at that time, of the stage that the lead left. Else
  /// the departments of whoever made it and, where no member did, the owners of the stage in which the lead was.
  public var departments: DepartmentSet
  /// Who made it: of a contact, whoever recorded it; of a move, a member of the owners.
  public var member: MemberID?
  /// For which of the departments the member did: of a stage that two own, a move is made by a member of one of them.
  public var memberOf: DepartmentSet

  public init(
    event: EventID, at: Timestamp, kind: Kind, channel: TermID = .none, source: TermID = .none,
    campaign: TermID = .none, departments: DepartmentSet = [], member: MemberID? = nil,
    memberOf: DepartmentSet? = nil
  ) {
    self.event = event
    self.at = at
    self.kind = kind
    self.channel = channel
    self.source = source
    self.campaign = campaign
    self.departments = departments
    self.member = member
    self.memberOf = memberOf ?? departments
  }

  /// Whether it reached the customer: a touch, or a creation that says by what the lead came.
  public var isContact: Bool {
    switch kind {
    case .touch: true
    case .creation: source != .none || campaign != .none
    case .move: false
    }
  }

  /// The stage that a move left.
  public var left: Stage? {
    if case .move(let stage, _) = kind { stage } else { nil }
  }
}

/// By which word of a touchpoint credit is listed.
public enum CreditDimension: String, CaseIterable, Sendable {
  case channel
  case campaign
  case source
}

extension Touchpoint {
  public func term(of dimension: CreditDimension) -> TermID {
    switch dimension {
    case .channel: channel
    case .campaign: campaign
    case .source: source
    }
  }
}
