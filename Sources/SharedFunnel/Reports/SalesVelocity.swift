/// An open lead in stage 5 without a purchase, and what it is expected to bring.
public struct Opportunity: Sendable, Equatable {
  public let lead: LeadID
  public let expected: Money?

  public init(lead: LeadID, expected: Money?) {
    self.lead = lead
    self.expected = expected
  }
}

/// Why there is no velocity.
public enum VelocityGap: String, Sendable {
  case noOpenLeads = "no_open_leads"
  case noExpectedValue = "no_expected_value"
  case nothingDecided = "nothing_won_or_lost"
  case nothingWon = "nothing_won"
  /// Half of the sales are dated before the entry to stage 5, or with it.
  case cycleNotPositive = "cycle_not_positive"
  /// More than 64 bits hold.
  case tooLarge = "too_large"
}

/// Open leads in stage 5 × mean expected value × win rate ÷ median cycle days, in one currency.
public struct CurrencyVelocity: Sendable, Equatable {
  /// `nil` where no open lead has an expected value.
  public let currency: Currency?
  /// Open leads with an expected value in this currency.
  public let open: Int
  /// Rounded to minor units, halves away from zero.
  public let mean: Money?
  /// What a day brings, rounded once, at the end.
  public let perDay: Money?
  public let gap: VelocityGap?
}

/// The four factors and what comes of them, never across currencies.
public struct SalesVelocity: Sendable, Equatable {
  /// Open leads in stage 5 without a purchase.
  public let open: Int
  /// Of these, the ones without an expected value: in no row.
  public let unvalued: Int
  public let won: Int
  public let lost: Int
  /// Won ÷ (won + lost).
  public let winRate: Double?
  /// Wilson, 95 %.
  public let interval: Interval?
  /// Median time from the first entry to stage 5 to the purchase, over the won, in seconds.
  public let cycle: Double?
  /// Of the won, the ones whose purchase is dated before the entry; counted in.
  public let negative: Int
  /// One a currency, by code; one without where nothing has a value.
  public let rows: [CurrencyVelocity]

  init(_ opportunities: [Opportunity], _ outcomes: SalesScan.Outcomes) {
    open = opportunities.count
    unvalued = opportunities.count { $0.expected == nil }
    won = outcomes.won.count
    lost = outcomes.lost.count
    let winRate = won + lost > 0 ? Double(won) / Double(won + lost) : nil
    var cycles = outcomes.cycles
    let cycle = Quantile.type7(&cycles, 0.5)
    self.winRate = winRate
    interval = Interval.wilson(successes: won, of: won + lost)
    self.cycle = cycle
    negative = outcomes.cycles.count { $0 < 0 }
    var byCurrency: [Currency: [Int64]] = [:]
    for money in opportunities.compactMap(\.expected) { byCurrency[money.currency, default: []].append(money.minor) }
    func row(_ currency: Currency?, _ amounts: [Int64]) -> CurrencyVelocity {
      let sum = amounts.reduce(0.0) { $0 + Double($1) }
      var gap = SalesVelocity.gap(open: opportunities.count, valued: amounts.count, winRate, cycle)
      var perDay: Money?
      if gap == nil, let currency, let winRate, let cycle {
        perDay = Money(rounding: sum * winRate / (cycle / 86_400), currency)
        if perDay == nil { gap = .tooLarge }
      }
      let mean = amounts.isEmpty ? nil : currency.flatMap { Money(rounding: sum / Double(amounts.count), $0) }
      return CurrencyVelocity(currency: currency, open: amounts.count, mean: mean, perDay: perDay, gap: gap)
    }
    rows =
      byCurrency.isEmpty
      ? [row(nil, [])] : byCurrency.sorted { $0.key.code < $1.key.code }.map { row($0.key, $0.value) }
  }

  /// The first factor that is missing.
  private static func gap(open: Int, valued: Int, _ winRate: Double?, _ cycle: Double?) -> VelocityGap? {
    if open == 0 { return .noOpenLeads }
    if valued == 0 { return .noExpectedValue }
    if winRate == nil { return .nothingDecided }
    guard let cycle else { return .nothingWon }
    return cycle > 0 ? nil : .cycleNotPositive
  }
}
