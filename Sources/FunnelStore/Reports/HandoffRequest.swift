public import SharedFunnel

/// A report on crossings as people ask for it.
public struct HandoffRequest: Sendable {
  public var scope: ReportScope
  public var period: Period?
  public var conditions: [Condition] = []
  public var grouping: HandoffGrouping?
  /// Seconds.
  public var window: Int64?
  /// The same is asked about this period too.
  public var comparison: Period?

  public init(scope: ReportScope) { self.scope = scope }
}

/// A report on crossings in words.
public struct HandoffAnswer: Sendable {
  public struct Group: Sendable {
    /// `nil`: crossings without a value.
    public let name: String?
    public let counts: HandoffCounts
  }

  public struct NamedReason: Sendable {
    public let key: String
    /// `nil` for a word that only an import used.
    public let kind: Reason.Kind?
  }

  public let report: HandoffReport
  public let groups: [Group]
  /// Reasons of the rejections and returns by their number; one whose word the file lacks is missing.
  public let reasons: [TermID: NamedReason]
  public let zone: String
  public let observedUntil: Timestamp
  public let period: Period?
  /// Whether any department has a calendar; without one every hour counts as working time.
  public let hasCalendar: Bool
  /// The same over the period to compare with.
  public var previous: [HandoffAnswer] = []
}

/// How well both sides judged, in words.
public struct HandoffAuditAnswer: Sendable {
  public let report: HandoffReport
  public let audit: HandoffAudit
  /// Handles.
  public let members: [MemberID: String]
  public let zone: String
  public let observedUntil: Timestamp
  public let period: Period?
}

/// Which of the crossings of a report a list shows. All that is named holds at once; nothing named: every offer.
public struct HandoffChoice: Sendable, Equatable {
  public var numbers: [HandoffNumber] = []
  public var line: HandoffLine?
  public var giver: DepartmentSet?
  public var receiver: DepartmentSet?
  /// The handle of the member who offered; `nil` inside: none did, as an import brings offers.
  public var member: String??
  /// Offered although criteria failed, or not.
  public var isOverridden: Bool?
  /// A reason's key; `nil` inside: without one.
  public var reason: String??
  public var month: Period?

  public init() {}
}

/// A lead at one of its lines, in a list.
public struct LeadAtLineItem: Sendable {
  public let lead: LeadRow
  public let offers: LeadAtLine
}

/// A crossing in a list.
public struct HandoffListItem: Sendable {
  public let lead: LeadRow
  public let from: Stage?
  public let to: Stage?
  public let line: HandoffLine?
  public let outcome: HandoffOutcome
  public let offered: Timestamp
  public let answered: Timestamp?
  public let due: Timestamp?
  public let giver: DepartmentSet
  public let receiver: DepartmentSet
  public let reason: String?
  public let contacted: Timestamp?
  public let contactDue: Timestamp?
  public let returned: Timestamp?
  public let ruling: Ruling?
}
