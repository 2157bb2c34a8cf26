/// What a version of the policy pays: a pool for each purchase, and how it is divided.
///
/// The revenue of a period is cumulated in the order in which the purchases were recorded. Each tier applies to the part
/// of it from its own amount up to that of the next one (marginal rates); below the first tier nothing is earned. An
/// accelerator multiplies the rate of the part beyond an attainment of the period's target. The cap is on the pool of a
/// period.
public struct CommissionTerms: Sendable, Hashable, Codable {
  public struct Tier: Sendable, Hashable, Codable {
    /// From how much revenue of the period on, in minor units.
    public var from: Int64
    /// Share of the revenue from there on.
    public var rate: Millionths

    public init(from: Int64, rate: Millionths) {
      self.from = from
      self.rate = rate
    }
  }

  public struct Accelerator: Sendable, Hashable, Codable {
    /// From which share of the target on; 1 is the whole target.
    public var attainment: Millionths
    public var factor: Millionths

    public init(attainment: Millionths, factor: Millionths) {
      self.attainment = attainment
      self.factor = factor
    }
  }

  /// By their amounts.
  public var tiers: [Tier]
  /// On the pool of a period, in minor units; `nil`: none.
  public var cap: Int64?
  /// By their attainments. Beyond several of them the last one counts alone.
  public var accelerators: [Accelerator]
  public var unit: CommissionUnit
  /// The month in which the years of the tiers start, as it was when the version was drafted: what is paid does not
  /// change when the workspace moves its fiscal year.
  public var fiscalStart: Int
  /// How the pool of a purchase is divided.
  public var model: CreditModel
  /// ISO 4217 code of the amounts.
  public var currency: String

  public init(
    tiers: [Tier], cap: Int64? = nil, accelerators: [Accelerator] = [], unit: CommissionUnit = .quarter,
    fiscalStart: Int = 1, model: CreditModel, currency: Currency
  ) {
    self.tiers = tiers.sorted { $0.from < $1.from }
    self.cap = cap
    self.accelerators = accelerators.sorted { $0.attainment < $1.attainment }
    self.unit = unit
    self.fiscalStart = fiscalStart
    self.model = model
    self.currency = currency.code
  }

  /// Nothing is earned below a threshold: tiers that start before it start there.
  public mutating func apply(threshold: Int64) {
    guard threshold > 0 else { return }
    let rate = tiers.last { $0.from <= threshold }.map { [Tier(from: threshold, rate: $0.rate)] } ?? []
    tiers = [Tier(from: 0, rate: Millionths(count: 0))] + rate + tiers.filter { $0.from > threshold }
  }

  public enum Problem: Sendable, Hashable {
    case noTier, sameTier, badRate, badCap, badAccelerator, sameAccelerator
    /// A rate times the highest factor is more than the whole of the revenue.
    case aboveRevenue
    case fiscalStart
  }

  /// What is out of bounds; `nil`: nothing.
  public var problem: Problem? {
    if tiers.isEmpty { return .noTier }
    if tiers.contains(where: { $0.from < 0 || !(0...Millionths.one.count).contains($0.rate.count) }) { return .badRate }
    if zip(tiers, tiers.dropFirst()).contains(where: { $0.from >= $1.from }) { return .sameTier }
    if let cap, cap <= 0 { return .badCap }
    let largest: Int64 = 1_000_000_000
    if accelerators.contains(where: {
      !(1...largest).contains($0.attainment.count) || !(1...largest).contains($0.factor.count)
    }) {
      return .badAccelerator
    }
    if zip(accelerators, accelerators.dropFirst()).contains(where: { $0.attainment >= $1.attainment }) {
      return .sameAccelerator
    }
    let rate = tiers.map(\.rate.count).max() ?? 0
    let factor = accelerators.map(\.factor.count).max() ?? 0
    if rate * max(factor, Millionths.one.count) > CommissionCurve.whole { return .aboveRevenue }
    return (1...12).contains(fiscalStart) ? nil : .fiscalStart
  }
}
