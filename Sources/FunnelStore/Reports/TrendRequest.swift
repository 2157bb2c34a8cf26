public import SharedFunnel

/// A rate over time as people ask for it.
public struct TrendRequest: Sendable {
  public enum Rate: Sendable, Equatable {
    /// Of the leads of a cohort: those that came to the goal within the window.
    case leads(CohortQuery.Goal)
    case handoffs(HandoffRate)
  }

  /// Which leads; for a rate of leads with its window, `from`, mode and groups.
  public var who: FunnelRequest
  public var rate: Rate
  public var unit = PeriodUnit.month

  public init(_ rate: Rate, of who: FunnelRequest) {
    self.rate = rate
    self.who = who
  }
}

/// A rate over time in words.
public struct TrendAnswer: Sendable {
  public struct Group: Sendable {
    /// `nil`: leads without a value.
    public let name: String?
    public let points: [TrendPoint]
  }

  public let points: [TrendPoint]
  public let groups: [Group]
  public let zone: String
  public let observedUntil: Timestamp
  public let observedUntilBySource: [String: Timestamp]
  public let period: Period?
  /// The same over the period to compare with.
  public var previous: [TrendAnswer] = []
}

/// What is behind a number of a trend: leads, or crossings.
public enum TrendList: Sendable {
  case leads([LeadID])
  case crossings([HandoffListItem])
}
