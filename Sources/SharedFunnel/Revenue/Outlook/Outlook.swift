/// What every look ahead starts from, as it was known at one time: how leads came in, stayed and left, what they are
/// expected to bring, and what purchases brought.
public struct Outlook: Sendable {
  /// Of the workspace; all sums are in it.
  public let currency: Currency
  /// When the look is taken, in seconds since 1970.
  public let asOf: UInt32
  /// The one segment that is asked about. Leads of the others still teach the chain, where the segment has too few.
  public let segment: UInt32?
  /// Of all segments.
  public let stays: [StageStay]
  /// Of all segments.
  public let entries: [FunnelEntry]
  /// Of all segments, in the order in which they were recorded.
  public let purchases: [RevenueEntry]
  public let chain: StageChain
  /// What was recorded that leads will bring.
  public let expected: [LeadID: Money]

  /// - Parameters:
  ///   - query: its filter names no segment.
  ///   - stays: of the leads that the filter matches.
  ///   - purchases: of any lead; those of leads that the filter matches are kept.
  ///   - asOf: the end of observation of the report.
  public init(
    _ query: ChainQuery, segment: UInt32?, stays: [StageStay], entries: [FunnelEntry], purchases: [RevenueEntry],
    expected: [LeadID: Money], currency: Currency, asOf: Timestamp
  ) {
    let filter = LeadFilter.Pattern(query.filter, query.departmentsByOwner)
    self.currency = currency
    self.asOf = asOf.wholeSeconds
    self.segment = segment
    self.stays = stays
    self.entries = entries
    self.purchases = query.filter.isEmpty ? purchases : purchases.filter { filter.matches($0.marks) }
    self.expected = expected
    chain = StageChain(stays)
  }

  private func isAsked(_ number: UInt32) -> Bool { segment.map { $0 == number } ?? true }

  /// Stays of the leads that are asked about.
  public var ownStays: [StageStay] { segment == nil ? stays : stays.filter { isAsked($0.segment) } }

  public var ownEntries: [FunnelEntry] { segment == nil ? entries : entries.filter { isAsked($0.segment) } }

  public var ownPurchases: [RevenueEntry] {
    segment == nil ? purchases : purchases.filter { isAsked($0.segment.rawValue) }
  }

  /// The same, asked about one segment.
  public func asked(_ segment: UInt32) -> Outlook { Outlook(self, segment: segment) }

  private init(_ other: Outlook, segment: UInt32) {
    currency = other.currency
    asOf = other.asOf
    self.segment = segment
    stays = other.stays
    entries = other.entries
    purchases = other.purchases
    chain = other.chain
    expected = other.expected
  }
}

extension Outlook {
  /// What a forecast of a period is made from.
  ///
  /// The mean of past purchases is that of all segments, as the chain is where a segment has too few: the forecasts of
  /// the segments then sum to that of all.
  ///
  /// - Parameter period: in seconds since 1970.
  /// - Returns: `nil` where what was attained does not fit 64 bits.
  public func input(for period: Range<UInt32>, simulation: ForecastSimulation = ForecastSimulation()) -> ForecastInput?
  {
    let sum = PeriodRevenue(ownPurchases, in: period, currency)
    guard let attained = sum.attained else { return nil }
    var input = ForecastInput(currency: currency, period: period, asOf: asOf)
    input.attained = attained.minor
    input.withoutAmount = sum.isUnknown ? sum.unvalued + sum.unpriced + sum.refundsWithoutValue : 0
    input.open = OpenLead.all(ownStays, expected: expected)
    input.entries = ownEntries
    input.furtherPurchases = furtherPurchases(in: input.recent)
    input.amounts = amounts
    input.simulation = simulation
    return input
  }

  /// What each past purchase brought that has an amount, less refunds, oldest first.
  private var amounts: [Int64] {
    purchases.compactMap { entry in entry.net.map { (entry.purchase.at, entry.seq, $0.minor) } }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// Purchases that the chain does not explain: all but the first of a lead, and all of a lead that was first seen as a
  /// buyer.
  private func furtherPurchases(in recent: Range<UInt32>) -> [UInt32] {
    let entered = Set(entries.map(\.lead))
    return Dictionary(grouping: ownPurchases, by: \.lead).flatMap { lead, purchases in
      let times = purchases.map(\.purchase.at.wholeSeconds).sorted()
      return entered.contains(lead.rawValue) ? Array(times.dropFirst()) : times
    }.filter { recent.contains($0) }.sorted()
  }
}

extension RevenueEntry {
  /// What a filter looks at, as a record keeps it.
  var marks: LeadRecord {
    var record = LeadRecord()
    record.source = source.rawValue
    record.campaign = campaign.rawValue
    record.segment = segment.rawValue
    record.owner = owner?.rawValue ?? 0
    return record
  }
}
