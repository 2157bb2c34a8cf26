/// Where revenue stands against a target, as shares that both departments read alike.
public enum Attainment {
  /// attained ÷ target; `nil` where the target is nothing.
  public static func share(_ attained: Money, of target: Money) -> Double? { ratio(attained, target) }

  /// attained ÷ what the plan asks for by today (``PlanCurve/expectation(of:at:in:)``); 1 is on plan. `nil` before the
  /// plan asks for anything.
  public static func pacing(_ attained: Money, expectation: Money) -> Double? { ratio(attained, expectation) }

  /// `nil` too for two currencies, which have no ratio.
  private static func ratio(_ part: Money, _ whole: Money) -> Double? {
    guard part.currency == whole.currency, whole.minor > 0 else { return nil }
    return Double(part.minor) / Double(whole.minor)
  }
}

/// What the open pipeline could bring ÷ what is left of the target.
public struct PipelineCoverage: Sendable, Equatable {
  /// What of a lead counts as pipeline.
  public enum Basis: String, Sendable {
    /// Its recorded expected value.
    case expectedValue = "expected_value"
    /// That times its chance to buy in the period.
    case weighted
  }

  public let basis: Basis
  public let pipeline: Money
  /// target - attained; below zero it is surpassed.
  public let left: Money
  /// Open leads that are not in the pipeline's sum, since they have no expected value in the currency, or no chance
  /// is known.
  public let without: Int
  /// `nil` where nothing is left.
  public let ratio: Double?

  /// - Returns: `nil` for two currencies, or for what 64 bits do not hold.
  public init?(basis: Basis, pipeline: Money, without: Int, target: Money, attained: Money) {
    guard pipeline.currency == target.currency, attained.currency == target.currency else { return nil }
    let (minor, overflow) = target.minor.subtractingReportingOverflow(attained.minor)
    guard !overflow else { return nil }
    self.basis = basis
    self.pipeline = pipeline
    self.without = without
    left = Money(minor: minor, currency: target.currency)
    ratio = minor > 0 ? Double(pipeline.minor) / Double(minor) : nil
  }

  /// Over the open leads of a forecast.
  ///
  /// - Returns: `nil` for two currencies, or for what 64 bits do not hold.
  public init?(_ forecast: Forecast, basis: Basis, target: Money) {
    var sum: Int64 = 0
    var without = 0
    for lead in forecast.leads {
      let money =
        basis == .weighted ? lead.weighted : lead.expected.flatMap { $0.currency == forecast.currency ? $0 : nil }
      guard let money else {
        without += 1
        continue
      }
      let (next, overflow) = sum.addingReportingOverflow(money.minor)
      guard !overflow else { return nil }
      sum = next
    }
    self.init(
      basis: basis, pipeline: Money(minor: sum, currency: forecast.currency), without: without, target: target,
      attained: forecast.attained)
  }
}
