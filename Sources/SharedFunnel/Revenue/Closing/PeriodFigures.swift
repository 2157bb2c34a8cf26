/// What a period brought, as two heads sign it. In minor units of the currency.
public struct PeriodFigures: Sendable, Hashable, Codable {
  /// What a department has of it; `nil`: unallocated.
  public struct Share: Sendable, Hashable, Codable {
    public var department: String?
    public var minor: Int64
  }

  public var currency: String
  /// Sales less refunds; `nil` where no value is known.
  public var attained: Int64?
  public var sold: Int64
  public var refunded: Int64
  public var purchases: Int
  public var refunds: Int
  public var unvalued: Int
  public var unpriced: Int
  /// The version of the target that was in force.
  public var version: UInt16?
  public var target: Int64?
  public var model: CreditModel
  public var sourcing: SourcingDefinition
  /// By the model; what is not there is nothing.
  public var credit: [Share]
  public var sourced: [Share]

  /// - Parameter target: the one in force for the period.
  public init(_ figures: RevenueFigures, _ target: RevenueTarget?, model: CreditModel, sourcing: SourcingDefinition) {
    func shares(_ totals: CreditTotals?) -> [Share] {
      (Department.all.map(Optional.some) + [nil]).compactMap { department in
        let minor = totals?.departments[department] ?? 0
        return minor == 0 ? nil : Share(department: department?.key, minor: minor)
      }
    }
    currency = figures.currency.code
    attained = figures.attained?.minor
    sold = figures.sold
    refunded = figures.refunded
    purchases = figures.purchases
    refunds = figures.refunds
    unvalued = figures.unvalued
    unpriced = figures.unpriced
    version = target?.version
    self.target = target?.amount.minor
    self.model = model
    self.sourcing = sourcing
    credit = shares(figures.credits.first)
    sourced = shares(figures.sourced)
  }

  public func money(_ minor: Int64?) -> Money? {
    guard let minor, let currency = Currency(code: currency) else { return nil }
    return Money(minor: minor, currency: currency)
  }
}
