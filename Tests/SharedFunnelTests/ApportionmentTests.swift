import SharedFunnel
import Testing

/// Money divided: were a unit lost or made, credits would not sum to revenue.
struct ApportionmentTests {
  struct Case: Sendable {
    let minor: Int64
    let weights: [UInt64]
    let parts: [Int64]
  }

  @Test(arguments: [
    Case(minor: 100, weights: [1, 1, 1], parts: [34, 33, 33]),
    Case(minor: -100, weights: [1, 1, 1], parts: [-34, -33, -33]),
    Case(minor: 1, weights: [1, 2], parts: [0, 1]),
    Case(minor: 2, weights: [1, 1, 1], parts: [1, 1, 0]),
    Case(minor: 0, weights: [3, 4], parts: [0, 0]),
    Case(minor: 7, weights: [0, 5, 0], parts: [0, 7, 0]),
    Case(minor: 10, weights: [40, 20, 40], parts: [4, 2, 4]),
    // The remainders are .4, .8 and .8: the units go to the larger ones, not to the first.
    Case(minor: 4, weights: [2, 9, 9], parts: [0, 2, 2]),
  ])
  func partsAreThoseOfTheLargestRemainder(_ item: Case) {
    #expect(Apportionment.split(item.minor, weights: item.weights) == item.parts)
  }

  @Test func withoutAWeightThereIsNoPart() {
    #expect(Apportionment.split(5, weights: [UInt64]()) == nil)
    #expect(Apportionment.split(5, weights: [UInt64](repeating: 0, count: 3)) == nil)
    for bad: Double in [-1, .nan, .infinity] { #expect(Apportionment.split(5, weights: [1.0, bad]) == nil) }
    #expect(Apportionment.split(5, weights: [0.0, 0.0]) == nil)
  }

  @Test func theLargestAmountsAndWeightsDoNotOverflow() {
    let weights = [UInt64](repeating: .max, count: 3)
    #expect(Apportionment.split(.max, weights: weights)?.reduce(0, +) == .max)
    #expect(Apportionment.split(.min, weights: weights)?.reduce(0, +) == .min)
    #expect(Apportionment.split(.min, weights: [UInt64.max]) == [.min])
    #expect(Apportionment.split(.max, weights: [Double.greatestFiniteMagnitude, 1.0]) == [.max, 0])
    let tiny = Double.leastNonzeroMagnitude
    #expect(Apportionment.split(9, weights: [tiny, 2 * tiny]) == [3, 6])
    #expect(Apportionment.change(from: .min, to: .max, weights: [UInt64(1)]) == nil)
  }

  @Test func randomPartsSumAreFairAndMirrored() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...9, using: &random)
      let top: UInt64 = [1, 3, 1_000, .max].randomElement(using: &random) ?? 1
      let weights = (0..<count).map { _ in UInt64.random(in: 0...top, using: &random) }
      let size: Int64 = [10, 100_000, .max].randomElement(using: &random) ?? 1
      let minor = Int64.random(in: -size...size, using: &random)
      guard let parts = Apportionment.split(minor, weights: weights) else {
        #expect(weights.allSatisfy { $0 == 0 })
        continue
      }
      #expect(parts.reduce(0, +) == minor)
      #expect(Apportionment.split(-minor, weights: weights) == parts.map { -$0 })
      let total = weights.reduce(into: UInt128(0)) { $0 += UInt128($1) }
      for (part, weight) in zip(parts, weights) {
        // Quota rule: each part is the exact one, rounded down or up.
        let low = UInt128(minor.magnitude) * UInt128(weight) / total
        #expect(UInt128(part.magnitude) == low || UInt128(part.magnitude) == low + 1)
        #expect(weight > 0 || part == 0)
      }
    }
  }

  @Test func wholeWeightsAreTheSameAsFractionsOfThem() {
    let whole: [UInt64] = [2, 1, 2]
    #expect(Apportionment.split(1_001, weights: [0.4, 0.2, 0.4]) == Apportionment.split(1_001, weights: whole))
    #expect(Apportionment.split(100, weights: [0.1, 0.1, 0.1]) == [34, 33, 33])
    // All scaled alike, so the scale does not matter.
    let weights = [0.3, 1.7, 0.01, 5]
    #expect(
      Apportionment.split(999_999, weights: weights) == Apportionment.split(999_999, weights: weights.map { $0 * 1024 })
    )
  }

  /// A purchase that is paid back in pieces leaves nothing on anybody.
  @Test func partialRefundsOfTheWholeLeaveNothing() throws {
    let weights: [UInt64] = [2, 9, 9, 1]
    var held = try #require(Apportionment.split(1_000, weights: weights))
    var left: Int64 = 1_000
    for refund: Int64 in [1, 333, 333, 332, 1] {
      let change = try #require(Apportionment.change(from: left, to: left - refund, weights: weights))
      #expect(change.reduce(0, +) == -refund)
      held = zip(held, change).map { $0 + $1 }
      left -= refund
    }
    #expect(held == [0, 0, 0, 0])
  }
}
