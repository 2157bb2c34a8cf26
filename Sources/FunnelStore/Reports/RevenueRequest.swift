public import SharedFunnel

/// A report on revenue as people ask for it.
public struct RevenueRequest: Sendable {
  public var scope: ReportScope
  /// `nil`: the shortest period with a target in force that holds the end of observation, else its calendar quarter.
  public var period: TargetPeriod?
  public var conditions: [Condition] = []
  public var grouping: RevenueDimension?
  /// Beside the locked one.
  public var models: [CreditModel] = []
  /// Models that compare channels; for a breakdown by channel.
  public var channelModels: [ComparisonModel] = []
  public var comparison: Period?

  public init(scope: ReportScope) { self.scope = scope }
}

/// A report on revenue in words, with what is needed to explain it.
public struct RevenueAnswer: Sendable {
  public struct Row: Sendable {
    public let group: RevenueGroup
    /// `nil`: without one.
    public let name: String?
    public let figures: RevenueFigures
    /// What of the target the row has; `nil` where the target was not broken down so.
    public let target: Money?
  }

  public let total: RevenueFigures
  public let rows: [Row]
  /// One a model that was asked for.
  public let channels: [ChannelComparison]
  /// The channels that they name, by name.
  public let channelNames: [(term: TermID, name: String)]
  public let standing: RevenueStanding
  /// Of the period at the end of observation.
  public let forecast: Forecast
  /// Open pipeline ÷ what is left; `nil` without a target, and when the period is over.
  public let coverage: PipelineCoverage?
  /// The version in force at the end of observation; `nil` where none is, or where conditions leave leads out.
  public let target: RevenueTarget?
  /// A draft that would be the target if both had signed it.
  public let draft: RevenueTarget?
  /// What both signed of the period; `nil` where it is not closed, or where conditions leave leads out.
  public let closing: PeriodClosing?
  /// The locked model first.
  public let models: [CreditModel]
  public let sourcing: SourcingDefinition
  public let period: TargetPeriod
  public let isDefaultPeriod: Bool
  public let currency: Currency
  public let zone: String
  public let observedUntil: Timestamp
  public let observedUntilBySource: [String: Timestamp]
  /// The same over the period to compare with.
  public var previous: [RevenueAnswer] = []
}

/// A sale or a refund behind a number.
public struct RevenueListItem: Sendable {
  public let lead: LeadRow
  public let item: RevenueItem
}
