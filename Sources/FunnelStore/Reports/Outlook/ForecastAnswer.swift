public import SharedFunnel

/// The forecast of a period, in words.
public struct ForecastAnswer: Sendable {
  public struct Segment: Sendable {
    /// `nil`: leads without one.
    public let name: String?
    public let forecast: Forecast
    /// What each stage tells of it: own, or pooled.
    public let bases: [ChainBasis]
    public let revenue: PeriodRevenue
  }

  public let frame: OutlookFrame
  public let forecast: Forecast
  /// Leads that came in lately, whose rate is taken to last.
  public let entered: Int
  /// Where it was asked for, the one that brings most first.
  public let segments: [Segment]
}

/// How the forecast would have done at past months.
public struct BacktestAnswer: Sendable {
  public let frame: OutlookFrame
  public let backtest: Backtest
  /// How many months were asked for.
  public let months: Int
  /// Days of a month that had passed when its forecast would have been made.
  public let day: Int
  /// Months that were left out since nothing was known at their time.
  public let unobserved: Int
  /// Months that were left out since they had purchases, and none with an amount.
  public let unknown: Int
}

/// What is behind a count of a forecast.
public enum ForecastList: Sendable {
  case open([LeadForecast], names: [LeadRow])
  case leads([LeadRow])
  case movements([LeadMovement])
}

/// A sale or a refund, and of whom.
public struct LeadMovement: Sendable {
  public let lead: LeadID
  public let movement: RevenueMovement
}
