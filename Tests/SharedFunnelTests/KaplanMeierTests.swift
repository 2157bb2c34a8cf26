import SharedFunnel
import Testing

struct KaplanMeierTests {
  private static func random(_ source: inout SplitMix64, ended: Int) -> [(seconds: Int64, ended: Bool)] {
    (0..<Int.random(in: 1...40, using: &source)).map { _ in
      (Int64.random(in: 0...20, using: &source), Int.random(in: 0..<100, using: &source) < ended)
    }
  }

  /// The data of Kaplan and Meier's own example (1958, section 2): 0.8, 1.0+, 2.7+, 3.1, 5.4, 7.0+, 9.2, 12.1+.
  @Test func theirOwnExample() throws {
    let estimate = try #require(
      KaplanMeier([
        (8, true), (10, false), (27, false), (31, true), (54, true), (70, false), (92, true), (121, false),
      ]))
    #expect(estimate.steps.map(\.atRisk) == [8, 5, 4, 2])
    let expected = [7.0 / 8, 7.0 / 8 * 4 / 5, 7.0 / 8 * 4 / 5 * 3 / 4, 7.0 / 8 * 4 / 5 * 3 / 4 / 2]
    for (step, value) in zip(estimate.steps, expected) { #expect(abs(step.surviving - value) < 1e-12) }
    #expect(estimate.quantile(0.5).value == 92)
  }

  /// Where nothing is open, the estimate is the share that lasted longer, and its median the middle one.
  @Test func withoutOpenOnesItIsTheProportion() throws {
    var source = SplitMix64(seed: 41)
    for _ in 0..<500 {
      let observations = Self.random(&source, ended: 100)
      let estimate = try #require(KaplanMeier(observations))
      for time in Int64(0)...20 {
        let longer = observations.count { $0.seconds > time }
        #expect(abs(estimate.surviving(time) - Double(longer) / Double(observations.count)) < 1e-12)
      }
      let sorted = observations.map(\.seconds).sorted()
      #expect(estimate.quantile(0.5).value == sorted[(sorted.count + 1) / 2 - 1])
    }
  }

  /// Leaving the open ones out makes things look faster than they are, never slower.
  @Test func theMedianIsNeverBelowTheNaiveOne() throws {
    var source = SplitMix64(seed: 42)
    for _ in 0..<500 {
      let observations = Self.random(&source, ended: 60)
      let closed = observations.filter(\.ended)
      guard let naive = KaplanMeier(closed)?.quantile(0.5).value else { continue }
      let estimate = try #require(KaplanMeier(observations)).quantile(0.5)
      #expect(estimate.value ?? .max >= naive)
      if let value = estimate.value, let low = estimate.low { #expect(low <= value) }
      if let value = estimate.value, let high = estimate.high { #expect(high >= value) }
    }
  }

  @Test func nothingLeftHasNoSpread() throws {
    let estimate = try #require(KaplanMeier([(3, true), (3, true), (5, true)]))
    #expect(estimate.steps.last?.surviving == 0 && estimate.steps.last?.interval == nil)
    let quantile = estimate.quantile(0.9)
    #expect(quantile.value == 5 && quantile.high == nil)
  }

  @Test func nothingEndedHasNoMedian() throws {
    let estimate = try #require(KaplanMeier([(3, false), (9, false)]))
    #expect(estimate.steps.isEmpty && estimate.surviving(9) == 1)
    #expect(estimate.quantile(0.5) == KaplanMeier.Quantile(value: nil, low: nil, high: nil))
  }

  @Test func timesBelowZeroAreLeftOutAndCounted() throws {
    let estimate = try #require(KaplanMeier([(-5, true), (3, true), (4, false)]))
    #expect(estimate.negative == 1 && estimate.steps.map(\.atRisk) == [2])
    #expect(KaplanMeier([(-1, true)]) == nil)
    #expect(KaplanMeier([]) == nil)
  }
}
