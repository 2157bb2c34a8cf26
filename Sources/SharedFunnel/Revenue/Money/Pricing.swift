/// What a purchase is worth in the currency that the workspace reports in: decided once, when a rate for its day is
/// known, so that every later report says the same.
public struct Pricing: Sendable, Hashable {
  public let purchase: EventID
  public let amount: Money
  /// Units of the reporting currency for one of the purchase's.
  public let rate: RateNumber
  /// The day that the rate is of: the purchase's own, or the last one before that has a rate.
  public let day: CivilDate

  public init(purchase: EventID, amount: Money, rate: RateNumber, day: CivilDate) {
    self.purchase = purchase
    self.amount = amount
    self.rate = rate
    self.day = day
  }

  /// - Returns: `nil` where the amount does not fit 64 bits.
  public init?(of purchase: EventID, _ paid: Money, by path: ExchangePath) {
    guard let amount = path.converted(paid), let rate = path.rate else { return nil }
    self.init(purchase: purchase, amount: amount, rate: rate, day: path.day)
  }

  /// How many days old a rate may be: weekends and holidays have none.
  public static let largestAge = 7
}

extension EventID {
  /// The id of a purchase's pricing, so that it is priced once however many try.
  ///
  /// - Parameter version: how often it was priced, and the price voided, before.
  public static func pricing(of purchase: EventID, version: Int) -> EventID {
    var hash = SipHash()
    hash.add("pricing")
    hash.add(purchase.high)
    hash.add(purchase.low)
    hash.add(UInt64(version))
    return hash.finish()
  }
}
