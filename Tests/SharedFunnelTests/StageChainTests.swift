import Testing

@testable import SharedFunnel

/// What leads will do, from what leads did: the chain against sums by hand, other estimators and brute force.
struct StageChainTests {
  private static let day: UInt32 = 86_400
  private static let start: UInt32 = 1_700_000_000

  private static func stay(
    _ stage: Stage, days: Int, _ exit: StageExit?, segment: UInt32 = 1, lead: UInt32 = 1
  ) -> StageStay {
    StageStay(
      lead: lead, segment: segment, stage: stage, entered: start, until: start + UInt32(days) * day, exit: exit)
  }

  private static func repeated(_ count: Int, _ stay: StageStay) -> [StageStay] {
    [StageStay](repeating: stay, count: count)
  }

  /// Half of stage 4 goes on after 2 days and half is lost after 3; of stage 5 a fifth buys after 1 day, a fifth goes
  /// back to 4 after 2, and the rest is lost after 4.
  private static let byHand: [StageStay] =
    repeated(50, stay(.brandPreference, days: 2, .reached(.purchaseIntention)))
    + repeated(50, stay(.brandPreference, days: 3, .lost))
    + repeated(20, stay(.purchaseIntention, days: 1, .reached(.purchase)))
    + repeated(20, stay(.purchaseIntention, days: 2, .reached(.brandPreference)))
    + repeated(60, stay(.purchaseIntention, days: 4, .lost))

  @Test func aTinyChainIsThatOfTheHand() throws {
    let chain = StageChain(Self.byHand)
    // x4 = x5 / 2 and x5 = 1/5 + x4 / 5, so x5 = 2/9 and x4 = 1/9.
    let ever = try #require(chain.eventualConversion())
    #expect(abs(ever[3] - 1.0 / 9) < 1e-12 && abs(ever[4] - 2.0 / 9) < 1e-12)
    // From 4: after 3 days 1/2 × 1/5; round once more (2 + 2 + 2 + 1 = 7 days) a tenth of that.
    func chance(_ stage: Stage, _ age: Int?, _ days: Int) -> Double? {
      chain.chance(from: stage, age: age, within: days)
    }
    let cases: [(stage: Stage, age: Int?, days: Int, chance: Double)] = [
      (.brandPreference, nil, 2, 0), (.brandPreference, nil, 3, 0.1), (.brandPreference, nil, 6, 0.1),
      (.brandPreference, nil, 7, 0.11), (.brandPreference, nil, 11, 0.111), (.purchaseIntention, nil, 1, 0.2),
      (.purchaseIntention, nil, 5, 0.22), (.brandPreference, 1, 1, 0), (.brandPreference, 1, 2, 0.1),
      // Who is still there after 2 days is lost on the third.
      (.brandPreference, 2, 100, 0), (.purchaseIntention, 1, 4, 0.25 * 0.1),
    ]
    for item in cases {
      let found = try #require(chance(item.stage, item.age, item.days))
      #expect(abs(found - item.chance) < 1e-12, "\(item)")
    }
    // Nobody stayed longer than 3 days in 4: nothing can be said.
    #expect(chance(.brandPreference, 3, 10) == nil && chance(.brandPreference, 400, 10) == nil)
    #expect(chain.basis(of: .brandPreference).kind == .pooled && chain.basis(of: .brandAwareness).kind == .none)
  }

  /// With everybody at risk counted, the share still there is that of Kaplan and Meier, and the ways out are those of
  /// Aalen and Johansen.
  @Test func theCurvesAreThoseOfTheOtherEstimators() throws {
    var random = SplitMix64(seed: 51)
    for _ in 0..<60 {
      let count = Int.random(in: 30...90, using: &random)
      let exits: [StageExit?] = [.reached(.purchase), .lost, .reached(.brandPreference), nil]
      let stays = (0..<count).map { _ in
        Self.stay(
          .purchaseIntention, days: Int.random(in: 1...15, using: &random), exits[random.below(exits.count)])
      }
      let risks = StageRisks(stays)
      let density = StageDensity(StageHazards(risks), limit: 20)
      let curve = try #require(KaplanMeier(stays.map { (Int64($0.days), $0.exit != nil) }))
      let ways = try #require(
        CompetingRisks<Int>(stays.map { .init(seconds: Int64($0.days), cause: $0.exit?.index) }))
      var sums = [Double](repeating: 0, count: StageExit.count)
      #expect(risks.atRisk.count > 3)
      for day in 0..<risks.atRisk.count {
        #expect(abs(density.surviving[day] - curve.surviving(Int64(day))) < 1e-12)
        for way in 0..<StageExit.count {
          sums[way] += density.share(way, on: day)
          let incidence = try #require(ways.incidence(of: way, by: Int64(day)))
          #expect(abs(sums[way] - incidence.value) < 1e-12)
        }
      }
      let all = density.eventual.reduce(density.never, +)
      #expect(abs(all - 1) < 1e-9)
    }
  }

  /// Chances against lives drawn from the known laws themselves: two frequencies of 40,000 differ by less than 0.018,
  /// five standard errors, all but once in a million.
  @Test func chancesAreTheFrequenciesOfLives() throws {
    var random = SplitMix64(seed: 52)
    let known = KnownChain.small
    var stays: [StageStay] = []
    for lead in 1...UInt32(40_000) {
      stays += KnownChain.seen(known.life(using: &random), lead: lead, entered: Self.start, until: .max).stays
    }
    let chain = StageChain(stays)
    var bought = [Int](repeating: 0, count: 61)
    // Of those still in stage 1 after 5 days.
    var waiting = 0
    var waitingBought = [Int](repeating: 0, count: 41)
    for _ in 0..<40_000 {
      let life = known.life(using: &random)
      let total = life.reduce(0) { $0 + $1.days }
      let isBuyer = life.last?.exit == .reached(.purchase)
      if isBuyer, total <= 60 { bought[total] += 1 }
      guard let first = life.first, first.days > 5 else { continue }
      waiting += 1
      if isBuyer, total - 5 <= 40 { waitingBought[total - 5] += 1 }
    }
    var sum = 0
    for days in 0...60 {
      sum += bought[days]
      let chance = try #require(chain.chance(from: .customerAwareness, age: nil, within: days))
      #expect(abs(chance - Double(sum) / 40_000) < 0.018)
    }
    let ever = try #require(chain.eventualConversion())
    // x1 = 0.1 + 0.5 x2, x2 = 0.45 + 0.1 x1.
    #expect(abs(ever[0] - 0.325 / 0.95) < 0.018)
    sum = 0
    for days in 0...40 {
      sum += waitingBought[days]
      let chance = try #require(chain.chance(from: .customerAwareness, age: 5, within: days))
      #expect(abs(chance - Double(sum) / Double(waiting)) < 0.025)
    }
  }

  /// What is still open must teach as much as it knows: leads cut off at a time give the same chain as leads seen to
  /// the end, where dropping the open ones would not.
  @Test func openStaysDoNotBendTheChain() throws {
    var random = SplitMix64(seed: 53)
    var stays: [StageStay] = []
    let until = Self.start + 60 * Self.day
    for lead in 1...UInt32(20_000) {
      let entered = Self.start + UInt32(random.below(60)) * Self.day
      let life = KnownChain.small.life(using: &random)
      stays += KnownChain.seen(life, lead: lead, entered: entered, until: until).stays
    }
    let ever = try #require(StageChain(stays).eventualConversion())
    let naive = try #require(StageChain(stays.filter { $0.exit != nil }).eventualConversion())
    let truth = 0.325 / 0.95
    #expect(abs(ever[0] - truth) < 0.02 && naive[0] > truth + 0.02)
  }

  /// The tail: behind the day on which fewer than ten are at risk single leads do not draw the curve.
  @Test func aThinTailIsOneRate() {
    // 20 stays: 15 end on day 1, the rest is seen to day 10, where one buys.
    let stays =
      Self.repeated(15, Self.stay(.purchaseIntention, days: 1, .lost))
      + Self.repeated(4, Self.stay(.purchaseIntention, days: 10, nil))
      + [Self.stay(.purchaseIntention, days: 10, .reached(.purchase))]
    let hazards = StageHazards(StageRisks(stays))
    // 5 are at risk on each of the days 2 to 10: 45 days, one purchase.
    #expect(hazards.tailStart == 2 && hazards.tail[5] == 1.0 / 45)
    #expect(abs(hazards.eventual.byWay[5] - 0.25) < 1e-12 && hazards.eventual.never == 0)
  }

  @Test func aSegmentStandsForItselfFromAHundredEndedStaysOn() {
    func chain(_ ended: Int) -> StageChain {
      StageChain(
        Self.repeated(ended, Self.stay(.purchaseIntention, days: 2, .reached(.purchase), segment: 7))
          + Self.repeated(300, Self.stay(.purchaseIntention, days: 2, .lost, segment: 8)))
    }
    let few = chain(99)
    let enough = chain(100)
    #expect(
      few.basis(of: .purchaseIntention, in: 7).kind == .pooled && few.basis(of: .purchaseIntention, in: 7).own == 99)
    #expect(enough.basis(of: .purchaseIntention, in: 7).kind == .own)
    #expect(enough.chance(from: .purchaseIntention, age: nil, within: 5, in: 7) == 1)
    #expect(enough.chance(from: .purchaseIntention, age: nil, within: 5, in: 8) == 0)
    let pooled = few.chance(from: .purchaseIntention, age: nil, within: 5, in: 7) ?? 0
    #expect(abs(pooled - 99.0 / 399) < 1e-12)
    // A stage in which the segment has none takes the others' word.
    #expect(enough.basis(of: .brandPreference, in: 7).kind == .none)
  }

  /// Nobody may go round in no time, and what is empty says nothing.
  @Test func edgesHold() throws {
    let round =
      Self.repeated(20, Self.stay(.brandPreference, days: 0, .reached(.purchaseIntention)))
      + Self.repeated(20, Self.stay(.purchaseIntention, days: 0, .reached(.brandPreference)))
    let chain = StageChain(round)
    #expect(chain.eventualConversion() == nil)
    #expect(chain.chance(from: .brandPreference, age: nil, within: 50) == 0)
    let empty = StageChain([])
    #expect(empty.isEmpty && empty.chance(from: .brandPreference, age: 3, within: 9) == nil)
    #expect(empty.exits(of: .brandPreference) == nil && empty.steps(of: []) == nil)
    #expect(empty.eventualConversion() == [0, 0, 0, 0, 0])
    let exits = try #require(StageChain(Self.byHand).exits(of: .purchaseIntention))
    #expect(abs(exits.forward - 0.2) < 1e-12 && abs(exits.back - 0.2) < 1e-12 && abs(exits.lost - 0.6) < 1e-12)
    #expect(exits.medianDays == 4 && exits.unresolved < 1e-12)
  }
}
