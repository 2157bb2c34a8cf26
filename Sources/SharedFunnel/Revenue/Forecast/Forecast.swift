/// The revenue of a period as it is expected at a time, with an interval, and what it was made of.
///
/// expected = attained + open leads × their chance to buy in what is left × what they bring + new leads at the recent
/// rate × the same + further purchases at the recent rate. The interval is that of seeded futures (``ForecastDraws``).
public struct Forecast: Sendable, Equatable {
  /// Something that brings revenue.
  public struct Part: Sendable, Equatable {
    /// Leads, or, of those still to come, how many are expected.
    public let leads: Double
    /// How many are expected to buy in the period.
    public let purchases: Double
    /// What they are expected to bring; `nil` where nothing tells it.
    public let amount: Money?
  }

  public let currency: Currency
  /// Purchases less refunds in the period so far; of no purchase with an amount nothing, see ``isAttainedKnown``.
  public let attained: Money
  /// Whether any purchase so far has an amount, or there was none.
  public let isAttainedKnown: Bool
  /// `nil` where ``limits`` says why it cannot be known.
  public let expected: Money?
  public let low: Money?
  public let high: Money?
  /// The share of futures between the limits.
  public let level: Double
  public let seed: UInt64
  public let draws: Int
  /// Σ expected value × chance over the open leads that have one in the currency, each rounded: the classic weighted
  /// pipeline, without what is attained, new leads, or leads without a value.
  public let weighted: Money?
  /// Open leads with an expected value in the currency.
  public let valued: Part
  /// Open leads that bring the mean of past purchases.
  public let atMean: Part
  public let entering: Part
  public let further: Part
  /// Purchases expected from now on, with limits; also where no sum is known.
  public let purchases: Double?
  public let purchaseLimits: Interval?
  /// The mean of past purchases, in minor units.
  public let meanPurchase: Money?
  /// New leads a day, of the recent time.
  public let entryRate: Double
  public let recentDays: Int
  /// Days that are left.
  public let days: Int
  public let leads: [LeadForecast]
  public let limits: [ForecastLimit]
  public let assumptions: [ForecastAssumption]

  public init(_ input: ForecastInput, _ chain: StageChain) {
    let model = ForecastModel(input, chain)
    let base = chain.isEmpty ? nil : model.chances(ForecastScenario(), densities: chain.densities(_:limit:))
    let expectation = base.map { ForecastExpectation(model, $0, ForecastScenario()) }
    let currency = input.currency
    func money(_ minor: Double?) -> Money? { minor.flatMap { Money(rounding: $0, currency) } }
    self.currency = currency
    attained = Money(minor: input.attained, currency: currency)
    isAttainedKnown = input.withoutAmount == 0
    leads = Forecast.leads(model, base)
    let hasMean = model.values.mean != nil
    let valuedCount = model.cells.reduce(0) { $0 + $1.amounts.count }
    let atMeanCount = model.cells.reduce(0) { $0 + $1.atMean }
    // Where neither an open lead nor a purchase has an amount, no sum can be said; a zero would be a lie.
    let isSaid = expectation != nil && isAttainedKnown && (hasMean || valuedCount > 0 || model.to == 0)
    expected = isSaid ? money(expectation.map { Double(input.attained) + $0.amount }) : nil
    let draws = base.map { ForecastDraws(model, $0) }
    let limits = draws.flatMap { ForecastDraws.limits($0.amounts, input.simulation.level) }
    low = expected == nil ? nil : money(limits?.low)
    high = expected == nil ? nil : money(limits?.high)
    level = input.simulation.level
    seed = input.simulation.seed
    self.draws = draws?.amounts.count ?? 0
    // The same holds of open leads of which none has a value.
    let isPipelineSaid = base != nil && (hasMean || valuedCount > 0 || input.open.isEmpty)
    weighted = Forecast.sum(leads, currency, isKnown: isPipelineSaid)
    func part(_ leads: Double, _ part: ForecastExpectation.Part?, _ isSaid: Bool) -> Part {
      Part(leads: leads, purchases: part?.purchases ?? 0, amount: isSaid ? money(part?.amount) : nil)
    }
    valued = part(Double(valuedCount), expectation?.valued, isPipelineSaid)
    atMean = part(Double(atMeanCount), expectation?.atMean, hasMean && base != nil)
    entering = part(model.entries.rate * Double(model.to), expectation?.entering, hasMean && base != nil)
    further = part(expectation?.further.purchases ?? 0, expectation?.further, hasMean && base != nil)
    purchases = expectation?.purchases
    purchaseLimits = draws.flatMap { ForecastDraws.limits($0.purchases, input.simulation.level) }
    meanPurchase = money(model.values.mean)
    entryRate = model.entries.rate
    recentDays = model.entries.days.count
    days = model.to
    self.limits = ForecastLimit.all(model, base, isTooLarge: isSaid && expected == nil)
    assumptions = ForecastAssumption.allCases.filter { assumption in
      switch assumption {
      case .meanValue: hasMean
      case .expectedValue: valuedCount > 0
      case .furtherPurchasesGoOn: model.further.total > 0
      default: true
      }
    }
  }

  private static func leads(_ model: ForecastModel, _ base: ForecastModel.Chances?) -> [LeadForecast] {
    var found: [LeadForecast] = []
    for (place, cell) in model.cells.enumerated() {
      let chance = base?.cells[place]
      for index in cell.leads {
        let lead = model.input.open[index]
        let basis = model.chain.basis(of: lead.stage, in: lead.segment).kind
        let isOwn = lead.expected?.currency == model.input.currency
        let weighted = chance.flatMap { chance in
          isOwn ? lead.expected.flatMap { Money(rounding: Double($0.minor) * chance, $0.currency) } : nil
        }
        found.append(
          LeadForecast(
            lead: lead.lead, stage: lead.stage, days: lead.age, chance: chance, expected: lead.expected,
            weighted: weighted, observedUntil: lead.observedUntil,
            counted: isOwn ? .valued : lead.expected == nil && model.values.mean != nil ? .atMean : .withoutSum,
            basis: basis))
      }
    }
    // Those whose observation ended long ago are in no cell.
    for lead in model.input.open where lead.stage < .purchase && model.isForgotten(lead) {
      found.append(
        LeadForecast(
          lead: lead.lead, stage: lead.stage, days: lead.age, chance: nil, expected: lead.expected, weighted: nil,
          observedUntil: lead.observedUntil, counted: .forgotten,
          basis: model.chain.basis(of: lead.stage, in: lead.segment).kind))
    }
    return found.sorted { $0.lead.rawValue < $1.lead.rawValue }
  }

  private static func sum(_ leads: [LeadForecast], _ currency: Currency, isKnown: Bool) -> Money? {
    guard isKnown else { return nil }
    var sum: Int64 = 0
    for weighted in leads.compactMap(\.weighted) {
      let (next, overflow) = sum.addingReportingOverflow(weighted.minor)
      guard !overflow else { return nil }
      sum = next
    }
    return Money(minor: sum, currency: currency)
  }
}
