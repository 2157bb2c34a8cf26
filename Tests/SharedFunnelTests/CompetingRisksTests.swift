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

  @Test func nothingObservedGivesNothing() {
    #expect(Risks([]) == nil)
    #expect(Risks([Risks.Observation(seconds: -3, cause: 1)]) == nil)
  }
}
