/// Revenue added up: what was sold, what was paid back, and whose it is. All amounts in minor units of one currency.
public struct RevenueFigures: Sendable, Equatable {
  public let currency: Currency
  /// Sales, refunds left aside.
  public private(set) var sold: Int64 = 0
  /// What was paid back, as an amount above zero.
  public private(set) var refunded: Int64 = 0
  /// Sales that happened, whether or not their value is known. In a row that shares purchases, those of which it has a
  /// part.
  public private(set) var purchases = 0
  public private(set) var refunds = 0
  /// Sales of which nobody said what was paid: in no sum.
  public private(set) var unvalued = 0
  /// Sales of whose day no rate is known: in no sum.
  public private(set) var unpriced = 0
  /// Refunds of either: in no sum.
  public private(set) var refundsWithoutValue = 0
  /// One a model of the query, the locked one first. Each sums to ``attained``.
  public private(set) var credits: [CreditTotals]
  /// Whom the purchases were sourced by; sums to ``attained``.
  public private(set) var sourced: CreditTotals
  /// What each department had a hand in. A purchase counts for every one that did: these are never added.
  public private(set) var influenced: [Department: Int64] = [:]

  init(_ query: RevenueQuery) {
    currency = query.currency
    credits = query.models.map { _ in CreditTotals(in: query.currency) }
    sourced = CreditTotals(in: query.currency)
  }

  /// Sales less refunds; `nil` where nothing that happened has a value that is known, since a zero would be a lie.
  public var attained: Money? {
    isKnown ? Money(minor: sold - refunded, currency: currency) : nil
  }

  /// Whether nothing happened, or the value of something that did is known.
  public var isKnown: Bool {
    let without = unvalued + unpriced + refundsWithoutValue
    return without == 0 || without < purchases + refunds
  }

  /// - Throws: where a sum does not fit 64 bits.
  mutating func add(_ counted: CreditedMovement) throws(CreditTotals.Failure) {
    switch counted.movement.kind {
    case .sale: purchases += 1
    case .refund: refunds += 1
    }
    switch (counted.movement.gap, counted.movement.kind) {
    case (nil, _): break
    case (_?, .refund): refundsWithoutValue += 1
    case (.unvalued, .sale): unvalued += 1
    case (.unpriced, .sale): unpriced += 1
    }
    // They bound every other sum: none of those is larger than what has gone into one of them.
    for (index, credit) in counted.credits.enumerated() { try credits[index].add(credit) }
    guard let locked = counted.credits.first else { return }
    if let credit = counted.sourced { try sourced.add(credit) }
    let minor = locked.amount.minor
    if counted.movement.kind == .sale { sold += minor } else { refunded -= minor }
    for department in counted.sourcing.influenced.departments { influenced[department, default: 0] += minor }
  }
}
