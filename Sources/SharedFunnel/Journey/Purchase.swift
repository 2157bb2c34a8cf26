/// A sale to a lead.
public struct Purchase: Sendable, Hashable {
  public var event: EventID
  public var at: Timestamp
  /// `nil`: unvalued. Counted and listed, left out of sums.
  public var amount: Money?
  /// In minor units of the purchase's currency.
  public var refundedMinor: Int64
  /// Refunded whole, also where no amount was known.
  public var isRefunded: Bool
}
