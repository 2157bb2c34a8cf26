public import SharedFunnel

/// A report on velocity as people ask for it.
public struct VelocityRequest: Sendable {
  public var scope: ReportScope
  /// Stays that began, and sales and losses that happened, in here; `nil`: ever.
  public var period: Period?
  /// Empty: all eight.
  public var stages: Set<Stage> = []
  public var conditions: [Condition] = []
  /// Any but the month.
  public var grouping: Dimension?
  /// Seconds after entering a stage by which the shares that left it are estimated.
  public var window: Int64?
  /// The same is asked about this period too.
  public var comparison: Period?

  public init(scope: ReportScope) { self.scope = scope }
}

/// A report on velocity in words, with what is needed to explain it.
public struct VelocityAnswer: Sendable {
  public struct Group: Sendable {
    /// `nil`: leads without a value.
    public let name: String?
    public let table: VelocityTable
  }

  public let total: VelocityTable
  public let groups: [Group]
  public let period: Period?
  public let zone: String
  public let observedUntil: Timestamp
  public let observedUntilBySource: [String: Timestamp]
  /// The open leads in stage 5 are those of this time: the end of the period, or of observation if that comes first.
  public let openAt: Timestamp
  /// The same over the period to compare with, which need not lie before.
  public var previous: [VelocityAnswer] = []
}
