public import SharedFunnel

/// A look ahead as people ask for it.
public struct OutlookRequest: Sendable {
  public var scope: ReportScope
  /// `nil`: as ``PeriodChoice`` chooses.
  public var period: TargetPeriod?
  /// Any but on the month.
  public var conditions: [Condition] = []
  public var isBySegment = false
  public var simulation = ForecastSimulation()

  public init(scope: ReportScope) { self.scope = scope }
}

/// What every look ahead says of itself: which period, against which target, from which records.
public struct OutlookFrame: Sendable {
  public let choice: PeriodChoice
  /// In force at the end of observation, for all that both departments bring.
  public let target: RevenueTarget?
  /// The part of it that the question is about: the whole without conditions, or that of the one segment asked for;
  /// `nil` where the target says nothing of it.
  public let share: Money?
  public let currency: Currency
  public let zone: String
  public let observedUntil: Timestamp
  public let observedUntilBySource: [String: Timestamp]
  /// What the period brought so far.
  public let revenue: PeriodRevenue
  /// What each stage tells, over all leads that were asked for.
  public let stages: [StageKnowledge]

  public var period: TargetPeriod { choice.period }

  public struct StageKnowledge: Sendable {
    public let basis: ChainBasis
    public let exits: StageExits?
  }
}
