import SharedFunnel
import Testing

struct QuantileTests {
  /// `numpy.quantile(values, p)` for p = 0, 0.1, 0.5, 0.9 and 1; its default is type 7.
  static let reference: [(values: [Int64], quantiles: [Double])] = [
    ([1], [1, 1, 1, 1, 1]),
    ([3, 1], [1, 1.2, 2, 2.8, 3]),
    ([5, 1, 4, 2], [1, 1.3, 3, 4.7, 5]),
    ([-7, 0, 0, 9, 100], [-7, -4.2, 0, 63.6, 100]),
    ([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], [1, 1.9, 5.5, 9.1, 10]),
    ([1_265_811, -59, 3, 86_400, 7, 7, 7], [-59, -21.8, 7, 558_164.4, 1_265_811]),
  ]

  @Test(arguments: reference)
  func quantilesAreThoseOfNumPy(values: [Int64], quantiles: [Double]) throws {
    for (p, expected) in zip([0, 0.1, 0.5, 0.9, 1], quantiles) {
      var copy = values
      let found = try #require(Quantile.type7(&copy, p))
      #expect(abs(found - expected) < 1e-9 * max(1, abs(expected)))
    }
  }

  /// The definition itself over sorted values, on shapes on which a selection goes wrong: ties, sorted,
  /// reversed, extreme.
  @Test func quantilesAreThoseOfTheSortedValues() throws {
    var random = SplitMix64(seed: 30)
    for round in 0..<3_000 {
      let count = Int.random(in: 1...80, using: &random)
      let span: ClosedRange<Int64> = [0...1, -5...5, -1_000_000...1_000_000_000][round % 3]
      var values = (0..<count).map { _ in Int64.random(in: span, using: &random) }
      if round % 5 == 0 { values.sort() }
      if round % 7 == 0 { values.sort(by: >) }
      let sorted = values.sorted()
      for p in [0, 0.1, 0.25, 0.5, 0.9, 0.99, 1, Double.random(in: 0...1, using: &random)] {
        let position = Double(count - 1) * p
        let below = Int(position.rounded(.down))
        let above = min(below + 1, count - 1)
        let share = position - Double(below)
        let expected = Double(sorted[below]) * (1 - share) + Double(sorted[above]) * share
        let found = try #require(Quantile.type7(&values, p))
        #expect(abs(found - expected) <= 1e-9 * max(1, abs(expected)))
      }
      #expect(values.sorted() == sorted)
    }
  }

  @Test func thereIsNoQuantileOfNothing() {
    var none: [Int64] = []
    #expect(Quantile.type7(&none, 0.5) == nil)
    var one: [Int64] = [.max]
    #expect(Quantile.type7(&one, 1.5) == nil)
    #expect(Quantile.type7(&one, .nan) == nil)
    #expect(Quantile.type7(&one, 0.5) == Double(Int64.max))
    var ends: [Int64] = [.max, .min]
    #expect(Quantile.type7(&ends, 0.5) == 0)
  }
}
