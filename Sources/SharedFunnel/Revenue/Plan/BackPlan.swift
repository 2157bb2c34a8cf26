/// How many leads have to come in, and to reach each stage month by month, for a target to be met.
///
/// What is attained, what the open leads and further purchases are expected to bring, and what a new lead brings on
/// average all come from the forecast; what is missing is asked of new leads, at one rate a day from now to the end of
/// the period. The chain's own times decide how many of them can still land: one that enters in the last days hardly can.
public struct BackPlan: Sendable, Equatable {
  /// Leads that reach a stage in a month for the first time from where they are now.
  public struct Cell: Sendable, Equatable {
    /// `2026-11`; the first and the last may be parts of months.
    public let month: String
    /// Expected of leads that are open now.
    public let fromOpen: Double
    /// Needed of leads that are still to come in; in a stage that leads enter by, their entries are counted.
    public let fromNew: Double

    /// Rounded up: a part of a lead does not come.
    public var needed: Int { Int(clamping: fromOpen + fromNew) }
  }

  public struct StageRow: Sendable, Equatable {
    public let stage: Stage
    public let months: [Cell]
  }

  /// Why there is no rate that meets the target.
  public enum Obstacle: String, Sendable {
    /// No stay in any stage has ended.
    case noEndedStays = "no_ended_stays"
    /// No purchase tells what a new lead brings.
    case noPurchaseAmounts = "no_purchase_amounts"
    /// Nobody came in lately, so that nothing tells where new leads would.
    case noRecentEntries = "no_recent_entries"
    /// Who enters now does not buy before the end.
    case tooLate = "too_late"
    /// The period ends over ten years ahead.
    case tooFarAhead = "too_far_ahead"
    case tooLarge = "too_large"
  }

  public let target: Money
  public let attained: Money
  /// Of open leads and further purchases.
  public let foreseen: Money?
  /// What new leads have to bring; nothing where the target is met without.
  public let missing: Money?
  /// A day, from now to the end.
  public let entriesPerDay: Double?
  /// The recent rate, for comparison.
  public let recentPerDay: Double
  /// In all, rounded up.
  public let entries: Int?
  /// What an entry brings within the period, averaged over the days that are left.
  public let perEntry: Money?
  public let stages: [StageRow]
  public let obstacle: Obstacle?

  /// - Parameters:
  ///   - target: in the currency of the input.
  ///   - zone: in which months are cut.
  /// - Returns: `nil` where the target is in another currency.
  public init?(_ target: Money, _ input: ForecastInput, _ chain: StageChain, zone: ReportingZone) {
    let currency = input.currency
    guard target.currency == currency else { return nil }
    let model = ForecastModel(input, chain)
    self.target = target
    attained = Money(minor: input.attained, currency: currency)
    recentPerDay = model.entries.rate
    let expectation = chain.isEmpty ? nil : model.expectation()
    let chances = chain.isEmpty ? nil : model.chances(ForecastScenario(), densities: chain.densities(_:limit:))
    let landing = chances?.entering.reduce(0, +) ?? 0
    var found: Obstacle?
    if expectation == nil {
      found = model.isTooFar ? .tooFarAhead : .noEndedStays
    } else if model.values.mean == nil {
      found = .noPurchaseAmounts
    } else if model.mixture.isEmpty {
      found = .noRecentEntries
    } else if landing * (model.values.mean ?? 0) <= 0 {
      found = .tooLate
    }
    let perEntry = found == nil && model.to > 0 ? landing * (model.values.mean ?? 0) / Double(model.to) : nil
    let need = expectation.map { Need(target, input, $0, perEntry: perEntry, days: model.to) }
    foreseen = need.flatMap { Money(rounding: $0.foreseen, currency) }
    missing = need.flatMap { Money(rounding: $0.missing, currency) }
    let rate = need?.rate
    entriesPerDay = rate
    let total = rate.map { ($0 * Double(model.to)).rounded(.up) }
    entries = total.flatMap { Int(exactly: $0) }
    self.perEntry = perEntry.flatMap { Money(rounding: $0, currency) }
    obstacle = rate == nil ? found ?? .tooLarge : nil
    stages = expectation == nil ? [] : BackPlan.rows(model, rate: rate ?? 0, zone)
  }
}
