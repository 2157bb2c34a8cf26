/// One side of a gap report: a stretch of days, what it brought, and the factors that it is the product of.
public struct GapSide: Sendable {
  /// Of the days compared, in seconds since 1970.
  public let days: Range<UInt32>
  public let revenue: PeriodRevenue
  public let factors: RevenueFactors
  /// Leads that came in within the days, by stage.
  public let entryStages: [Stage: Int]
  /// What each step of the conversion rests on.
  public let bases: [ChainBasis]

  /// - Returns: `nil` where the revenue does not fit 64 bits.
  public init?(_ outlook: Outlook, _ days: Range<UInt32>) {
    self.days = days
    let stays = outlook.ownStays
    let entries = outlook.ownEntries.filter { days.contains($0.at) }
    revenue = PeriodRevenue(outlook.ownPurchases, in: days, outlook.currency)
    guard let attained = revenue.attained else { return nil }
    factors = RevenueFactors(of: days, stays, entries: entries, purchases: revenue.valued, revenue: attained)
    entryStages = Dictionary(grouping: entries, by: \.stage).mapValues(\.count)
    let chain = StageChain(stays, began: days)
    bases = StageExit.transient.map { chain.basis(of: $0) }
  }
}
