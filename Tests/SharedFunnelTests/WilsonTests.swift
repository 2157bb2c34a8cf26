import SharedFunnel
import Testing

/// Limits that a statistician would check against another program.
struct WilsonTests {
  /// SciPy 1.x: `scipy.stats.binomtest(k, n).proportion_ci(0.95, "wilson")`.
  static let reference: [(successes: Int, trials: Int, low: Double, high: Double)] = [
    (0, 1, 0, 0.7934506856227626),
    (1, 1, 0.20654931437723745, 1),
    (0, 10, 0, 0.27753279986288926),
    (10, 10, 0.7224672001371109, 1),
    (5, 10, 0.236593090512564, 0.7634069094874361),
    (3, 7, 0.1582198552514697, 0.7495416354723428),
    (842, 8_000, 0.09871382834881834, 0.11216509366688396),
    (271, 2_296, 0.10546759655315234, 0.1318711368309258),
    (1, 1_000_000, 1.765245767453709e-07, 5.664911804311442e-06),
    (500_000, 1_000_000, 0.4990200198900048, 0.5009799801099952),
  ]

  @Test(arguments: reference)
  func limitsAreThoseOfSciPy(successes: Int, trials: Int, low: Double, high: Double) throws {
    let interval = try #require(Interval.wilson(successes: successes, of: trials))
    #expect(abs(interval.low - low) < 1e-12)
    #expect(abs(interval.high - high) < 1e-12)
  }

  @Test func limitsHoldTheRateAndStayWithinZeroAndOne() throws {
    for trials in 1...60 {
      for successes in 0...trials {
        let interval = try #require(Interval.wilson(successes: successes, of: trials))
        let rate = Double(successes) / Double(trials)
        #expect(interval.low >= 0 && interval.low <= rate && rate <= interval.high && interval.high <= 1)
      }
    }
  }

  @Test func thereAreNoLimitsWithoutTrials() {
    #expect(Interval.wilson(successes: 0, of: 0) == nil)
    #expect(Interval.wilson(successes: 2, of: 1) == nil)
    #expect(Interval.wilson(successes: -1, of: 1) == nil)
  }
}
