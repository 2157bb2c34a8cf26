/// How much one share exceeds another, of two groups that have no member in common.
public struct RateDifference: Sendable, Equatable {
  /// The first minus the second, in -1...1; times 100 these are points.
  public let value: Double
  /// 95 %, by Newcombe's hybrid of the two Wilson intervals (R. G. Newcombe, 1998, method 10).
  public let interval: Interval

  /// - Returns: `nil` where either group is empty.
  public init?(_ first: Rate, minus second: Rate) {
    guard let p1 = first.value, let p2 = second.value, let w1 = first.interval, let w2 = second.interval else {
      return nil
    }
    func norm(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    value = p1 - p2
    interval = Interval(
      low: max(-1, value - norm(p1 - w1.low, w2.high - p2)), high: min(1, value + norm(w1.high - p1, p2 - w2.low)))
  }
}
