#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The Aalen-Johansen estimate of how many reach a goal by a time when some have been lost before and
/// some are still open (Aalen and Johansen, 1978).
///
/// Open leads count as at risk as long as they were observed. With no losses the estimate equals one
/// minus Kaplan-Meier.
public struct CumulativeIncidence: Sendable, Equatable {
  public enum Outcome: Sendable { case reached, lost, open }

  /// 0...1.
  public let value: Double
  /// 95 %, on the scale of log(-log); `nil` where the estimate is 0 or 1 and has no spread.
  public let interval: Interval?
  /// Observations that ended before they started, which no estimate can use.
  public let negative: Int

  /// - Parameters:
  ///   - observations: how long each was observed, in seconds from the start, and what ended it.
  ///     Those with a time below zero are left out and counted.
  ///   - horizon: seconds from the start.
  /// - Returns: `nil` for no observations.
  public init?(_ observations: [(seconds: Int64, outcome: Outcome)], by horizon: Int64) {
    let sorted = observations.filter { $0.seconds >= 0 }.sorted { $0.seconds < $1.seconds }
    guard !sorted.isEmpty else { return nil }
    negative = observations.count - sorted.count
    var atRisk = Double(sorted.count)
    var surviving = 1.0
    var incidence = 0.0
    var steps: [(before: Double, atRisk: Double, all: Double, reached: Double, incidence: Double)] = []
    var index = 0
    while index < sorted.count, sorted[index].seconds <= horizon {
      let time = sorted[index].seconds
      var reached = 0.0
      var lost = 0.0
      var leaving = 0.0
      while index < sorted.count, sorted[index].seconds == time {
        switch sorted[index].outcome {
        case .reached: reached += 1
        case .lost: lost += 1
        case .open: break
        }
        leaving += 1
        index += 1
      }
      if reached + lost > 0 {
        incidence += surviving * reached / atRisk
        steps.append((surviving, atRisk, reached + lost, reached, incidence))
        surviving *= 1 - (reached + lost) / atRisk
      }
      atRisk -= leaving
    }
    value = min(1, incidence)
    interval = CumulativeIncidence.limits(value, CumulativeIncidence.variance(of: incidence, steps))
  }

  /// The delta-method variance (Dinse and Larson, 1986; Marubini and Valsecchi, 1995, formula 10.12).
  private static func variance(
    of final: Double, _ steps: [(before: Double, atRisk: Double, all: Double, reached: Double, incidence: Double)]
  ) -> Double {
    var sum = 0.0
    for step in steps {
      let ahead = final - step.incidence
      let n = step.atRisk
      if n > step.all { sum += ahead * ahead * step.all / (n * (n - step.all)) }
      sum += step.before * step.before * (n - step.reached) * step.reached / (n * n * n)
      sum -= 2 * ahead * step.before * step.reached / (n * n)
    }
    return max(0, sum)
  }

  private static func limits(_ value: Double, _ variance: Double) -> Interval? {
    guard value > 0, value < 1, variance > 0 else { return nil }
    let spread = Interval.z95 * variance.squareRoot() / (value * log(value))
    let one = pow(value, exp(spread))
    let other = pow(value, exp(-spread))
    return Interval(low: min(one, other), high: max(one, other))
  }
}
