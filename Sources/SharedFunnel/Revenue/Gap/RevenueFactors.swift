/// What a period's revenue is the product of: entries × eventual conversion × share landing in the period × value.
///
/// Landing is what makes the product come out: purchases in the period ÷ (entries × eventual conversion). It exceeds 1
/// where purchases of earlier entries land in the period.
public struct RevenueFactors: Sendable, Equatable {
  /// Leads that came in within the period.
  public let entries: Double
  /// Of those that reached each of stages 1 to 5, the share that ever reaches the next; their product is ``conversion``.
  public let steps: [Double]?
  /// `nil`: not known, as where there are no entries or none of them would ever buy.
  public let landing: Double?
  /// Revenue ÷ purchases, in minor units; `nil` without a purchase.
  public let value: Double?
  public let revenue: Money

  /// The share of the entries that ever buy, as far as the chain tells.
  public var conversion: Double? { steps.map { $0.reduce(1, *) } }

  /// A period as it was.
  ///
  /// - Parameters:
  ///   - steps: as ``StageChain/steps(of:)`` gives them.
  ///   - revenue: purchases less refunds.
  public init(entries: Int, steps: [Double]?, purchases: Int, revenue: Money) {
    self.entries = Double(entries)
    self.steps = steps
    let ever = steps.map { $0.reduce(1, *) * Double(entries) } ?? 0
    landing = ever > 0 ? Double(purchases) / ever : nil
    value = purchases > 0 ? Double(revenue.minor) / Double(purchases) : nil
    self.revenue = revenue
  }

  /// A period as it was, with its conversion as the stays that began in it tell: where fewer than 30 of those in a stage
  /// have ended, as those of all time do, so that the step counts as unchanged.
  ///
  /// - Parameters:
  ///   - entries: of any time; those of the period count.
  ///   - purchases: those of the period.
  ///   - revenue: purchases less refunds in it.
  public init(
    of period: Range<UInt32>, _ stays: [StageStay], entries: [FunnelEntry], purchases: Int, revenue: Money
  ) {
    let mine = entries.filter { period.contains($0.at) }
    self.init(
      entries: mine.count, steps: StageChain(stays, began: period).steps(of: mine), purchases: purchases,
      revenue: revenue)
  }

  /// A period as it is planned; the revenue is the product.
  ///
  /// - Returns: `nil` for what 64 bits do not hold.
  public init?(plannedEntries entries: Double, steps: [Double], landing: Double, value: Double, currency: Currency) {
    guard let revenue = Money(rounding: entries * steps.reduce(1, *) * landing * value, currency) else { return nil }
    self.entries = entries
    self.steps = steps
    self.landing = landing
    self.value = value
    self.revenue = revenue
  }
}

extension RevenueFactors {
  /// A plan that asks for an amount and says nothing of how: with the conversion, landing and value of this period, and
  /// as many entries as the amount then takes. Without one of them, the amount alone.
  public func planned(for amount: Money) -> RevenueFactors {
    let perEntry = (conversion ?? 0) * (landing ?? 0) * (value ?? 0)
    if let steps, let landing, let value, perEntry > 0,
      let plan = RevenueFactors(
        plannedEntries: Double(amount.minor) / perEntry, steps: steps, landing: landing, value: value,
        currency: amount.currency), plan.revenue == amount
    {
      return plan
    }
    return RevenueFactors(entries: 0, steps: nil, purchases: 0, revenue: amount)
  }
}

extension StageChain {
  /// Of the leads that reached each of stages 1 to 5, the share that ever reaches the next; a lead that entered further on
  /// counts as having passed the stages before. The product is the share of the entries that ever buy.
  ///
  /// - Parameter entries: by segment and stage, as they came in.
  /// - Returns: `nil` without entries, or where the chain cannot tell.
  public func steps(of entries: [FunnelEntry]) -> [Double]? {
    guard !entries.isEmpty else { return nil }
    var counts: [UInt32: [Double]] = [:]
    for entry in entries where entry.stage < .purchase {
      counts[key(of: entry.segment), default: [Double](repeating: 0, count: 5)][entry.stage.index] += 1
    }
    var reached = [Double](repeating: 0, count: 6)
    for (key, mine) in counts.sorted(by: { $0.key < $1.key }) {
      let densities = densities(key, limit: 0)
      for goal in Stage.allCases.prefix(6) {
        guard let shares = EventualConversion.shares(densities, to: goal) else { return nil }
        for (count, share) in zip(mine, shares) { reached[goal.index] += count * share }
      }
    }
    return (0..<5).map { reached[$0] > 0 ? reached[$0 + 1] / reached[$0] : 0 }
  }
}
