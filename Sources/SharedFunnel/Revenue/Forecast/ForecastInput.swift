/// What a forecast of the revenue of a period is made from: the state as it was known at one time.
public struct ForecastInput: Sendable {
  /// All sums are in it. Leads valued in another are counted and left out.
  public var currency: Currency
  /// The first second of the period up to the first one behind it, in seconds since 1970.
  public var period: Range<UInt32>
  /// When it is made.
  public var asOf: UInt32
  /// Purchases less refunds in the period so far, in minor units.
  public var attained: Int64 = 0
  /// Purchases in the period so far, where none of them has an amount: nobody knows then what was attained.
  public var withoutAmount = 0
  public var open: [OpenLead] = []
  /// Leads as they came in, of which those in ``recent`` tell the rate at which new ones will.
  public var entries: [FunnelEntry] = []
  /// Purchases in ``recent`` that the chain does not explain: of leads that had bought before, or that an import showed
  /// first as buyers. Seconds since 1970.
  public var furtherPurchases: [UInt32] = []
  /// Amounts of past purchases in the currency, less refunds, in minor units, oldest first: their mean is what a lead
  /// without an expected value brings.
  public var amounts: [Int64] = []
  /// The time whose rate of entries is taken to last.
  public var recent: Range<UInt32>
  public var simulation = ForecastSimulation()

  /// - Parameter recentDays: how many days before `asOf` tell the rate of entries.
  public init(currency: Currency, period: Range<UInt32>, asOf: UInt32, recentDays: Int = 90) {
    self.currency = currency
    self.period = period
    self.asOf = asOf
    let days = UInt32(clamping: max(1, recentDays)).multipliedReportingOverflow(by: 86_400)
    let length = days.overflow ? UInt32.max : days.partialValue
    recent = (asOf - min(asOf, length))..<asOf
  }
}

/// How the interval is found. The same seed gives the same interval.
public struct ForecastSimulation: Sendable, Equatable {
  public var seed: UInt64 = 1
  /// Chains, rates of entry and mean values that other samples could have shown.
  public var samples = 200
  /// Futures under each of them.
  public var futures = 10
  /// The share of futures between the limits.
  public var level = 0.8

  public init() {}
}
