/// A count of a forecast that has a list behind it.
public enum ForecastNumber: String, Sendable, CaseIterable {
  /// Open leads that have not bought.
  case open
  /// Those with an expected value in the currency.
  case valued
  /// Those that bring the mean of past purchases.
  case atMean = "at_mean"
  // As the limits of a forecast count them.
  case olderThanSeen = "older_than_seen"
  case withoutValue = "without_value"
  case inOtherCurrency = "in_other_currency"
  case observationEndedBefore = "observation_ended_before"
  case observationEndedLongAgo = "observation_ended_long_ago"
  /// Leads that came in lately: their rate is taken to last.
  case entered
  /// Purchases of the period with a value, their refunds apart.
  case purchases
  case refunds
  /// Purchases of the period that are in no sum.
  case unvalued
  case unpriced

  /// Whether purchases stand behind it, and not open leads.
  public var isOfPurchases: Bool {
    switch self {
    case .purchases, .refunds, .unvalued, .unpriced: true
    default: false
    }
  }

  /// Whether an open lead is counted.
  ///
  /// - Parameter asOf: when the forecast is made, in seconds since 1970.
  public func counts(_ lead: LeadForecast, currency: Currency, asOf: UInt32) -> Bool {
    switch self {
    case .open: true
    case .valued: lead.counted == .valued
    case .atMean: lead.counted == .atMean
    case .olderThanSeen: lead.chance == nil && lead.counted != .forgotten
    case .withoutValue: lead.expected == nil
    case .inOtherCurrency: lead.expected.map { $0.currency != currency } ?? false
    case .observationEndedBefore: lead.observedUntil < asOf && lead.counted != .forgotten
    case .observationEndedLongAgo: lead.counted == .forgotten
    case .entered, .purchases, .refunds, .unvalued, .unpriced: false
    }
  }

  /// Whether a sale or a refund within the period is counted.
  public func counts(_ movement: RevenueMovement) -> Bool {
    switch (self, movement.kind) {
    case (.purchases, .sale): movement.gap == nil
    case (.refunds, .refund): movement.gap == nil
    case (.unvalued, .sale): movement.gap == .unvalued
    case (.unpriced, .sale): movement.gap == .unpriced
    default: false
    }
  }
}
