/// A sale to a lead.
public struct Purchase: Sendable, Hashable {
  public var event: EventID
  /// The lead that bought: the one that has the purchase, or one that was merged into it.
  public var origin: LeadID
  public var at: Timestamp
  /// `nil`: unvalued. Counted and listed, left out of sums.
  public var amount: Money?
  /// What was sold; none where nobody said.
  public var product: TermID
  /// In minor units of the purchase's currency.
  public var refundedMinor: Int64 = 0
  /// Refunded whole, also where no amount was known.
  public var isRefunded = false
  /// In their order.
  public var refunds: [Refund] = []
  /// What it is worth in the currency of reports, where that is another one than was paid in and a rate is known.
  public var price: Pricing?

  init(_ event: LeadEvent, _ amount: Money?, product: TermID = .none) {
    self.event = event.id
    origin = event.lead
    at = event.occurred
    self.amount = amount
    self.product = product
  }
}

/// Money back for a purchase.
public struct Refund: Sendable, Hashable {
  public let event: EventID
  public let at: Timestamp
  /// In minor units of the purchase's currency, above zero; `nil`: the whole of an unvalued purchase.
  public let minor: Int64?
}
