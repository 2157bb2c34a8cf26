import SharedFunnel
import Testing

struct CompetingRisksTests {
  private typealias Risks = CompetingRisks<Int>

  private static func random(_ source: inout SplitMix64) -> [Risks.Observation] {
    (0..<Int.random(in: 1...60, using: &source)).map { _ in
      let cause = Int.random(in: 0...4, using: &source)
      return Risks.Observation(seconds: Int64.random(in: 0...30, using: &source), cause: cause == 0 ? nil : cause)
    }
  }

  /// At any time everything has ended by one of the causes or has not ended.
  @Test func theCausesAndWhatIsLeftAreEverything() throws {
    var source = SplitMix64(seed: 41)
    for _ in 0..<500 {
      let risks = try #require(Risks(Self.random(&source)))
      for horizon in [Int64(0), 7, 15, 30, .max] {
        let ended = (1...4).compactMap { risks.incidence(of: $0, by: horizon)?.value }.reduce(0, +)
        #expect(abs(ended + risks.ending.surviving(horizon) - 1) < 1e-12)
      }
    }
  }

  /// A competing cause is one, whichever it is: splitting it up changes nothing for the others.
  @Test func otherCausesAreOneToACause() throws {
    var source = SplitMix64(seed: 42)
    for _ in 0..<200 {
      let observations = Self.random(&source)
      let merged = observations.map { Risks.Observation(seconds: $0.seconds, cause: $0.cause.map { min($0, 2) }) }
      let all = try #require(Risks(observations))
      let two = try #require(Risks(merged))
      #expect(all.incidence(of: 1, by: 20) == two.incidence(of: 1, by: 20))
    }
  }

  /// What ends in the second in which it begins is an end like any other: were every clock a second late, nothing
  /// would be at 0, and every share the same. (Where nothing is at 0 the estimates are compared with lifelines.)
  @Test func anEndInTheFirstSecondCounts() throws {
    var source = SplitMix64(seed: 43)
    var atOnce = 0
    for _ in 0..<300 {
      let observations = Self.random(&source)
      atOnce += observations.count { $0.seconds == 0 && $0.cause != nil }
      let later = observations.map { Risks.Observation(seconds: $0.seconds + 1, cause: $0.cause) }
      let (risks, shifted) = (try #require(Risks(observations)), try #require(Risks(later)))
      for cause in 1...4 {
        for horizon in [Int64(0), 5, 30] {
          #expect(risks.incidence(of: cause, by: horizon) == shifted.incidence(of: cause, by: horizon + 1))
        }
      }
      let (median, moved) = (risks.ending.quantile(0.5), shifted.ending.quantile(0.5))
      #expect(median.value == moved.value.map { $0 - 1 } && median.low == moved.low.map { $0 - 1 })
    }
    #expect(atOnce > 100)
    // By hand: of four, one is accepted at once, one rejected at once, one accepted later, one is open.
    let four = [(0, 1), (0, 2), (9, 1), (9, nil)].map { Risks.Observation(seconds: Int64($0.0), cause: $0.1) }
    let risks = try #require(Risks(four))
    #expect(risks.incidence(of: 1, by: 0)?.value == 0.25 && risks.incidence(of: 2, by: 0)?.value == 0.25)
    #expect(risks.incidence(of: 1, by: 9)?.value == 0.5 && risks.ending.quantile(0.5).value == 0)
  }

  @Test func nothingObservedGivesNothing() {
    #expect(Risks([]) == nil)
    #expect(Risks([Risks.Observation(seconds: -3, cause: 1)]) == nil)
  }
}
