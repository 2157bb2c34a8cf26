public import SharedFunnel

/// A lead as lists show it, in words.
public struct LeadRow: Sendable, Equatable {
  public var lead: LeadID
  public var contact: Contact
  public var status: LeadStatus
  public var stage: Stage?
  /// In the present stage since then.
  public var since: Timestamp?
  public var furthest: Stage?
  public var source: String?
  public var campaign: String?
  public var segment: String?
  /// The handle of the member who works on it.
  public var owner: String?
  public var created: Timestamp?
  public var lostAt: Timestamp?
  public var lostReason: String?
  public var expected: Money?
  public var expectedClose: Timestamp?
  public var touches: Int
  public var lastTouch: Timestamp?
  public var flags: EventFlags
  /// The lead that carries its history.
  public var mergedInto: LeadID?
  /// When its personal data were erased.
  public var erased: Timestamp?
  /// Points of the team's own scale.
  public var score: Int32?
  /// The lead whose referral brought it.
  public var referrer: LeadID?
}

/// Which leads a list shows. All conditions hold at once; nothing named: every lead.
public struct LeadQuery: Sendable {
  public var stage: Stage?
  /// Leads that no record or member ever put into a stage; they are in no funnel.
  public var isWithoutStage = false
  /// `nil`: open and lost.
  public var status: LeadStatus?
  public var source: String?
  public var campaign: String?
  public var segment: String?
  public var owner: MemberID?
  public var tag: String?
  /// Part of a name, e-mail address, phone number, company or external key, in any case.
  public var text: String?
  public var limit: Int?

  public init() {}
}

/// An event of a lead's history, in words.
public struct HistoryItem: Sendable {
  public var seq: Int64
  public var event: LeadEvent
  public var flags: EventFlags
  public var isVoided: Bool
  /// The handle of a member, `import:NAME`, or the login.
  public var actor: String
  /// What the event says, by column name: `stage`, `reason`, `amount` …
  public var details: [(name: String, value: String)]
  /// The text of a remark.
  public var note: String?
}

/// All there is about a lead.
public struct LeadPage: Sendable {
  public var row: LeadRow
  public var journey: Journey
  public var keys: [String]
  public var tags: [String]
  /// The words of what was sold.
  public var products: [TermID: String]
}
