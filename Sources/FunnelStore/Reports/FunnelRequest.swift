public import SharedFunnel

/// A condition on leads, in words; `nil` stands for leads without a value.
public struct Condition: Sendable, Equatable {
  public let dimension: Dimension
  public let value: String?

  public init(_ dimension: Dimension, _ value: String?) {
    self.dimension = dimension
    self.value = value
  }
}

/// A funnel report as people ask for it.
public struct FunnelRequest: Sendable {
  public var scope: ReportScope
  public var mode: FunnelQuery.Mode = .reached
  /// Seconds.
  public var window: Int64?
  public var from: Stage?
  public var period: Period?
  public var conditions: [Condition] = []
  public var grouping: Dimension?
  public var pair: StagePair?
  /// The same is asked about this period too.
  public var comparison: Period?

  public init(scope: ReportScope) { self.scope = scope }
}

/// A number of a funnel report, for the list of leads behind it.
public enum FunnelNumber: Sendable, Equatable {
  /// - charged: of the lost only those that this side answers for.
  case step(Stage, StepOutcome, charged: LossBucket?)
  /// Leads with both entries of the report's pair; or only those that entered the later stage first.
  case pair(negativeOnly: Bool)
}

/// A funnel report in words, with what is needed to explain it.
public struct FunnelAnswer: Sendable {
  public struct Group: Sendable {
    /// `nil`: leads without a value.
    public let name: String?
    public let table: FunnelTable
  }

  public let total: FunnelTable
  public let groups: [Group]
  public let zone: String
  /// When observation ends for leads that members work on.
  public let observedUntil: Timestamp
  /// When it ends for the leads of each import; empty where a time was asked for.
  public let observedUntilBySource: [String: Timestamp]
  /// The same over the period to compare with, which need not lie before.
  public var previous: [FunnelAnswer] = []
  public let period: Period?
}
