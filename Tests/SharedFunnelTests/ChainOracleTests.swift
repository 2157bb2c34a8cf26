import Testing

@testable import SharedFunnel

/// Chances and forecasts of any funnel against a count day by day.
struct ChainOracleTests {
  private static let day: UInt32 = 86_400
  private static let now: UInt32 = 1_700_000_000

  @Test func chancesAreThoseOfTheCountDayByDay() {
    var random = SplitMix64(seed: 91)
    var (compared, unknown) = (0, 0)
    for round in 0..<24 {
      let stays = ChainOracle.randomStays(20 + random.below(200), using: &random)
      let goal: Stage =
        round % 3 == 0 ? [.brandAwareness, .brandPreference, .purchaseIntention][random.below(3)] : .purchase
      let chain = StageChain(stays)
      let oracle = ChainOracle(stays, goal: goal)
      let passage = Passage(chain.densities(StageChain.pooledKey, limit: 60), to: goal, horizon: 30)
      for stage in StageExit.transient where stage < goal {
        for days in 0...30 {
          let found = passage.chance(from: stage, within: days)
          #expect(abs(found - oracle.chance(from: stage, age: nil, within: days)) < 1e-9)
        }
        for age in [0, 1, 3, 8, 13, 25] {
          let isKnown = oracle.isKnown(stage, age: age)
          for days in [0, 1, 2, 7, 30] {
            let found = passage.chance(from: stage, age: age, within: days)
            #expect((found != nil) == isKnown)
            guard let found else { continue }
            #expect(abs(found - oracle.chance(from: stage, age: age, within: days)) < 1e-9)
            compared += 1
          }
          unknown += isKnown ? 0 : 1
        }
      }
    }
    #expect(compared > 1_000 && unknown > 10)
  }

  /// The whole sum: several segments, some with hazards of their own, leads of several ages, of which some were seen last
  /// a while ago, with values in two currencies and without.
  @Test func expectationsAreThoseOfTheCount() throws {
    let euro = try #require(Currency(code: "EUR"))
    let yen = try #require(Currency(code: "JPY"))
    var random = SplitMix64(seed: 92)
    var own = 0
    for _ in 0..<5 {
      let stays = ChainOracle.randomStays(900, segments: 3, using: &random)
      let enough = 45
      let chain = StageChain(stays, enough: enough)
      let from = random.below(10)
      let to = from + 1 + random.below(20)
      var input = ForecastInput(
        currency: euro, period: Self.now + UInt32(from) * Self.day..<Self.now + UInt32(to) * Self.day, asOf: Self.now,
        recentDays: 20)
      input.simulation.samples = 1
      input.amounts = (0..<9).map { _ in Int64(random.below(5_000)) }
      let mean = input.amounts.reduce(0.0) { $0 + Double($1) } / 9
      input.entries = (0..<40).map { number in
        FunnelEntry(
          lead: UInt32(number), segment: 1 + UInt32(random.below(4)), stage: StageExit.transient[random.below(5)],
          at: Self.now - 1 - UInt32(random.below(30 * 86_400)))
      }
      input.open = (0..<60).map { number in
        let seen = Self.now - UInt32(random.below(4)) * Self.day
        let currency = random.chance(perMille: 800) ? euro : yen
        let minor = random.chance(perMille: 700) ? Int64(random.below(9_000)) : nil
        return OpenLead(
          lead: LeadID(rawValue: UInt32(number + 1)), segment: 1 + UInt32(random.below(4)),
          stage: StageExit.transient[random.below(5)], since: seen - UInt32(random.below(10)) * Self.day,
          observedUntil: seen, expected: minor.map { Money(minor: $0, currency: currency) })
      }
      // Of each segment: its own stays in a stage, or all.
      var oracles: [UInt32: ChainOracle] = [:]
      for segment in 1...UInt32(4) {
        let mine = StageExit.transient.flatMap { stage in
          let all = stays.filter { $0.stage == stage }
          let owned = all.filter { $0.segment == segment }
          let isOwn = owned.count { $0.exit != nil } >= enough
          own += isOwn ? 1 : 0
          #expect(chain.basis(of: stage, in: segment).kind == (isOwn ? .own : .pooled))
          return isOwn ? owned : all
        }
        oracles[segment] = ChainOracle(mine)
      }
      let forecast = Forecast(input, chain)
      var (sum, weighted) = (0.0, Int64(0))
      for (lead, found) in zip(input.open, forecast.leads) {
        let oracle = try #require(oracles[lead.segment])
        let silent = Int(Self.now - lead.observedUntil) / 86_400
        let age = Int(lead.observedUntil - lead.since) / 86_400
        guard oracle.isKnown(lead.stage, age: age) else {
          #expect(found.chance == nil)
          continue
        }
        let chance =
          oracle.chance(from: lead.stage, age: age, within: silent + to)
          - oracle.chance(from: lead.stage, age: age, within: silent + from)
        #expect(abs((found.chance ?? -1) - chance) < 1e-9)
        guard let expected = lead.expected else {
          sum += chance * mean
          continue
        }
        guard expected.currency == euro else { continue }
        sum += chance * Double(expected.minor)
        weighted += Int64((Double(expected.minor) * chance).rounded(.toNearestOrAwayFromZero))
      }
      // Half of each day's entries come in its first moment, half in its last.
      let recent = input.entries.filter { $0.at >= Self.now - 20 * Self.day }
      for entry in recent {
        let oracle = try #require(oracles[entry.segment])
        func landing(_ passed: Int) -> Double {
          let before = passed <= from ? oracle.chance(from: entry.stage, age: nil, within: from - passed) : 0
          return oracle.chance(from: entry.stage, age: nil, within: to - passed) - before
        }
        for day in 0..<to { sum += mean / 20 * (landing(day) + landing(day + 1)) / 2 }
      }
      #expect(abs(Double(forecast.expected?.minor ?? -1) - sum) <= 0.51 && forecast.weighted?.minor == weighted)
    }
    #expect((8...92).contains(own))
  }
}
