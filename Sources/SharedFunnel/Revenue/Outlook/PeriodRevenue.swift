/// What purchases and refunds amounted to in a period, and which purchases are in no sum.
public struct PeriodRevenue: Sendable, Equatable {
  /// Purchases less refunds; `nil` where 64 bits do not hold the sum.
  public let attained: Money?
  /// Purchases in the period with a value in the currency.
  public let valued: Int
  /// Nobody said what was paid.
  public let unvalued: Int
  /// No rate is known for their day.
  public let unpriced: Int
  /// Refunds in the period with a value in the currency.
  public let refunds: Int

  /// Refunds of purchases without one.
  public let refundsWithoutValue: Int

  /// Whether there were sales or refunds and none of them has an amount: then no sum can be said, and a zero would be a
  /// lie.
  public var isUnknown: Bool { valued + refunds == 0 && unvalued + unpriced + refundsWithoutValue > 0 }

  /// - Parameter period: in seconds since 1970.
  public init(_ entries: [RevenueEntry], in period: Range<UInt32>, _ currency: Currency) {
    var sum: Int64? = 0
    var (valued, unvalued, unpriced, refunds, refundsWithoutValue) = (0, 0, 0, 0, 0)
    for movement in entries.lazy.flatMap(\.movements) where movement.isIn(period) {
      if let value = movement.value {
        let next = sum?.addingReportingOverflow(value.minor)
        sum = next?.overflow == false ? next?.partialValue : nil
      }
      switch (movement.kind, movement.gap) {
      case (.sale, nil): valued += 1
      case (.sale, .unvalued): unvalued += 1
      case (.sale, .unpriced): unpriced += 1
      case (.refund, nil): refunds += 1
      case (.refund, _): refundsWithoutValue += 1
      }
    }
    attained = sum.map { Money(minor: $0, currency: currency) }
    self.refundsWithoutValue = refundsWithoutValue
    (self.valued, self.unvalued, self.unpriced, self.refunds) = (valued, unvalued, unpriced, refunds)
  }
}
