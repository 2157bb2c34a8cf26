import SharedFunnel
import Testing

/// Our estimators against lifelines, to 1e-9.
struct SurvivalOracleTests {
  private static func isNear(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) < 1e-9
  }

  @Test func theCommittedCasesAreThoseOfLifelines() throws {
    let oracle = try SurvivalOracle.committed()
    #expect(oracle.lifelines == "0.30.3")
    try Self.compare(oracle)
  }

  @Test(
    .enabled(
      if: SurvivalOracle.python != nil,
      "No Python with lifelines here: only the committed cases are compared. script/test installs it where it can."))
  func freshCasesAreThoseOfTheLiveLibrary() throws {
    let seed = UInt32.random(in: 2...UInt32(Int32.max))
    print("lifelines is asked with seed \(seed)")
    try Self.compare(try SurvivalOracle.fresh(seed: seed))
  }

  private static func compare(_ oracle: SurvivalOracle) throws {
    try compare(oracle.curves)
    try compare(oracle.incidences)
    try compare(oracle.competing)
  }

  /// How offers and acceptances end: every cause, and the median of any end.
  private static func compare(_ cases: [SurvivalOracle.Competing]) throws {
    var limits = 0
    var medians = 0
    for item in cases {
      let observations = zip(item.seconds, item.outcomes).map {
        CompetingRisks<Int>.Observation(seconds: $0, cause: $1 == 0 ? nil : $1)
      }
      let risks = try #require(CompetingRisks(observations))
      for cause in item.causes {
        for answer in cause.answers {
          let estimate = try #require(risks.incidence(of: cause.cause, by: answer.horizon))
          #expect(isNear(estimate.value, answer.value))
          guard answer.low != nil else { continue }
          #expect(isNear(estimate.interval?.low, answer.low) && isNear(estimate.interval?.high, answer.high))
          limits += 1
        }
      }
      #expect(risks.ending.steps.map(\.seconds) == item.ending.steps.map(\.seconds))
      for (step, expected) in zip(risks.ending.steps, item.ending.steps) {
        #expect(isNear(step.surviving, expected.surviving))
      }
      for quantile in item.ending.quantiles where quantile.compared && quantile.share == 0.5 {
        let median = KaplanMeier.Quantile(value: quantile.value, low: quantile.low, high: quantile.high)
        #expect(risks.ending.quantile(0.5) == median)
        medians += 1
      }
    }
    #expect(cases.count >= 30 && limits > 100 && medians > 15)
  }

  private static func compare(_ curves: [SurvivalOracle.Curve]) throws {
    var quantiles = 0
    var limits = 0
    for curve in curves {
      let estimate = try #require(KaplanMeier(zip(curve.seconds, curve.ended).map { (seconds: $0, ended: $1) }))
      #expect(estimate.steps.map(\.seconds) == curve.steps.map(\.seconds))
      for (step, expected) in zip(estimate.steps, curve.steps) {
        #expect(isNear(step.surviving, expected.surviving))
        #expect(isNear(step.interval?.low, expected.low) && isNear(step.interval?.high, expected.high))
        limits += expected.low == nil ? 0 : 1
      }
      for quantile in curve.quantiles where quantile.compared {
        let own = estimate.quantile(quantile.share)
        #expect(own == KaplanMeier.Quantile(value: quantile.value, low: quantile.low, high: quantile.high))
        quantiles += 1
      }
    }
    #expect(curves.count >= 60 && quantiles > 60 && limits > 60)
  }

  private static func compare(_ incidences: [SurvivalOracle.Incidence]) throws {
    var limits = 0
    for incidence in incidences {
      let observations = zip(incidence.seconds, incidence.outcomes).map {
        seconds, outcome -> (seconds: Int64, outcome: CumulativeIncidence.Outcome) in
        (seconds, outcome == 1 ? .reached : outcome == 2 ? .lost : .open)
      }
      for answer in incidence.answers {
        let estimate = try #require(CumulativeIncidence(observations, by: answer.horizon))
        #expect(isNear(estimate.value, answer.value))
        // Where nobody is left at risk lifelines has no variance.
        guard answer.low != nil else { continue }
        #expect(isNear(estimate.interval?.low, answer.low) && isNear(estimate.interval?.high, answer.high))
        limits += 1
      }
    }
    #expect(incidences.count >= 40 && limits > 60)
  }
}
