/// Limits around a rate.
public struct Interval: Sendable, Equatable {
  public let low: Double
  public let high: Double

  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// The 95 % point of the standard normal distribution, two-sided.
  public static let z95 = 1.959963984540054

  /// The Wilson score interval at 95 % (E. B. Wilson, 1927); `nil` for no trials.
  public static func wilson(successes: Int, of trials: Int) -> Interval? {
    guard trials > 0, (0...trials).contains(successes) else { return nil }
    let n = Double(trials)
    let p = Double(successes) / n
    let z2 = z95 * z95
    let centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    let half = z95 * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot() / (1 + z2 / n)
    // At the ends the formula gives 0 and 1 exactly; rounding must not give less or more.
    return Interval(
      low: successes == 0 ? 0 : max(0, centre - half), high: successes == trials ? 1 : min(1, centre + half))
  }
}
