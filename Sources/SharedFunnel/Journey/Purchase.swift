/// A sale to a lead.
public struct Purchase: Sendable, Hashable {
  public var event: EventID
  /// The lead that bought: the one that has the purchase, or one that was merged into it.
  public var origin: LeadID
  public var at: Timestamp
  /// `nil`: unvalued. Counted and listed, left out of sums.
  public var amount: Money?
  /// In minor units of the purchase's currency.
  public var refundedMinor: Int64
  /// Refunded whole, also where no amount was known.
  public var isRefunded: Bool
}
