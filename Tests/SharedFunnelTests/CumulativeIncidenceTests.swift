import SharedFunnel
import Testing

struct CumulativeIncidenceTests {
  typealias Observation = (seconds: Int64, outcome: CumulativeIncidence.Outcome)

  private static func read(_ text: String) -> [Observation] {
    text.split(separator: " ").compactMap { word in
      guard let seconds = Int64(word.dropFirst()) else { return nil }
      return (seconds, word.first == "r" ? .reached : word.first == "l" ? .lost : .open)
    }
  }

  /// Computed in Python without the formula that the code uses: the estimate as a function of the two
  /// hazards of each event time, its gradient by differences (exact, for it is linear in each hazard), the
  /// hazards multinomial, the variance by the delta method, limits on the scale of log(-log).
  static let reference: [(text: String, horizon: Int64, value: Double, low: Double, high: Double)] = [
    (
      "r1 l2 r2 o3 r4 l5 o6 r7 o8", 7, 0.5555555555555556, 0.15134383347431402, 0.8327891570502998
    ),
    ("r10 o20 r30 o40 r50 o60", 60, 0.6875, 0.08855293849538391, 0.9437300599407872),
    ("r0 l0 o1 r1 l1 r9 r9 l12", 9, 0.5833333333333333, 0.17721012794475013, 0.8454482127275905),
    (
      // Observation i of 60: after i mod 17 seconds, outcome (i² + i ÷ 3) mod 3 of reached, lost, open.
      (0..<60).map { "\(["r", "l", "o"][($0 * $0 + $0 / 3) % 3])\($0 % 17)" }.joined(separator: " "), 12,
      0.36078227209666414, 0.22842182032403455, 0.49465598708876607
    ),
  ]

  @Test(arguments: reference)
  func estimateAndLimitsAreThoseOfAnotherDerivation(
    text: String, horizon: Int64, value: Double, low: Double, high: Double
  ) throws {
    let estimate = try #require(CumulativeIncidence(Self.read(text), by: horizon))
    let interval = try #require(estimate.interval)
    #expect(abs(estimate.value - value) < 1e-9)
    #expect(abs(interval.low - low) < 1e-9)
    #expect(abs(interval.high - high) < 1e-9)
  }

  private static func random(_ source: inout SplitMix64, _ outcomes: [CumulativeIncidence.Outcome]) -> [Observation] {
    (0..<Int.random(in: 1...40, using: &source)).map { _ in
      (Int64.random(in: 0...20, using: &source), outcomes[Int.random(in: outcomes.indices, using: &source)])
    }
  }

  /// Where every lead's end is known, nothing is estimated: the share that reached the goal in time.
  @Test func withoutOpenLeadsItIsTheProportion() throws {
    var source = SplitMix64(seed: 31)
    for _ in 0..<1_000 {
      let observations = Self.random(&source, [.reached, .lost])
      let horizon = Int64.random(in: 0...25, using: &source)
      let reached = observations.count { $0.outcome == .reached && $0.seconds <= horizon }
      let estimate = try #require(CumulativeIncidence(observations, by: horizon))
      #expect(abs(estimate.value - Double(reached) / Double(observations.count)) < 1e-12)
    }
  }

  @Test func withoutLossesItIsOneMinusKaplanMeier() throws {
    var source = SplitMix64(seed: 32)
    for _ in 0..<1_000 {
      let observations = Self.random(&source, [.reached, .open])
      let horizon = Int64.random(in: 0...25, using: &source)
      var surviving = 1.0
      for time in 0...horizon {
        let atRisk = observations.count { $0.seconds >= time }
        let events = observations.count { $0.seconds == time && $0.outcome == .reached }
        if atRisk > 0 { surviving *= 1 - Double(events) / Double(atRisk) }
      }
      let estimate = try #require(CumulativeIncidence(observations, by: horizon))
      #expect(abs(estimate.value - (1 - surviving)) < 1e-12)
    }
  }

  /// A longer window never converts fewer, and the two ways out never add up to more than everyone.
  @Test func itGrowsWithTheHorizonAndLeavesRoomForLosses() throws {
    var source = SplitMix64(seed: 33)
    for _ in 0..<500 {
      let observations = Self.random(&source, [.reached, .lost, .open])
      let swapped = observations.map { item -> Observation in
        (item.seconds, item.outcome == .reached ? .lost : item.outcome == .lost ? .reached : .open)
      }
      var latest = 0.0
      for horizon in Int64(0)...22 {
        let estimate = try #require(CumulativeIncidence(observations, by: horizon))
        let lost = try #require(CumulativeIncidence(swapped, by: horizon))
        #expect(estimate.value >= latest)
        #expect(estimate.value + lost.value <= 1 + 1e-12)
        if let interval = estimate.interval {
          #expect(interval.low <= estimate.value && estimate.value <= interval.high)
          #expect(interval.low >= 0 && interval.high <= 1)
        }
        latest = estimate.value
      }
    }
  }

  @Test func timesBelowZeroAreLeftOutAndCounted() throws {
    let estimate = try #require(CumulativeIncidence([(-5, .reached), (3, .reached), (4, .lost)], by: 10))
    #expect(estimate.value == 0.5 && estimate.negative == 1)
    #expect(CumulativeIncidence([(-1, .reached)], by: 10) == nil)
    #expect(CumulativeIncidence([], by: 10) == nil)
  }
}
