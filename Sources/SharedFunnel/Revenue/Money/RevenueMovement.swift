/// A sale or a refund as revenue sees it: when, of which purchase, and what it is worth in the currency that the
/// workspace reports in.
public struct RevenueMovement: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable { case sale, refund }

  /// Why it is in no sum.
  public enum Gap: String, Sendable, CaseIterable {
    /// Nobody said what was paid.
    case unvalued
    /// No rate is known for its day.
    case unpriced
  }

  public let kind: Kind
  /// The event of the sale or the refund.
  public let event: EventID
  public let at: Timestamp
  /// As it was paid, or paid back: above zero.
  public let paid: Money?
  /// In the reporting currency: above zero for a sale, below for a refund; `nil` where there is a ``gap``.
  public let value: Money?
  public let gap: Gap?

  /// - Parameter period: in seconds since 1970.
  public func isIn(_ period: Range<UInt32>) -> Bool { period.contains(at.wholeSeconds) }
}

extension Purchase {
  /// What it is worth in a currency, before refunds: what was paid, or what it was priced at.
  public func value(in currency: Currency) -> Money? {
    guard let amount else { return nil }
    if amount.currency == currency { return amount }
    return price.flatMap { $0.amount.currency == currency ? $0.amount : nil }
  }

  /// The sale and its refunds, in their order.
  ///
  /// A refund is worth its share of the price, cumulated before it is rounded, so that what is paid back whole leaves
  /// exactly nothing.
  public func movements(in currency: Currency) -> [RevenueMovement] {
    let value = value(in: currency)
    let gap: RevenueMovement.Gap? = amount == nil ? .unvalued : value == nil ? .unpriced : nil
    var movements = [
      RevenueMovement(kind: .sale, event: event, at: at, paid: amount, value: value, gap: gap)
    ]
    var (paidBack, valueBack): (Int64, Int64) = (0, 0)
    for refund in refunds {
      var back: Money?
      if let value, let amount, let minor = refund.minor {
        paidBack += minor
        let worth = value.minor.share(paidBack, of: amount.minor)
        back = Money(minor: valueBack - worth, currency: currency)
        valueBack = worth
      }
      let paid = refund.minor.flatMap { minor in amount.map { Money(minor: minor, currency: $0.currency) } }
      movements.append(
        RevenueMovement(
          kind: .refund, event: refund.event, at: refund.at, paid: paid, value: back,
          gap: back == nil ? gap ?? .unvalued : nil))
    }
    return movements
  }
}
