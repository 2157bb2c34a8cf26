import Testing

@testable import SharedFunnel

/// What a change would be worth, and what people type for it.
struct LeverTests {
  private static let day: UInt32 = 86_400
  private static let now: UInt32 = 1_700_000_000

  @Test(arguments: [
    ("conversion 4->5 +3pt", Lever.conversion(from: .brandPreference, points: 3)),
    (" Conversion  purchase_intention->purchase  -0.5PT ", .conversion(from: .purchaseIntention, points: -0.5)),
    ("entries +10%", .entries(percent: 10)), ("value -2.5%", .value(percent: -2.5)),
    ("time 3 -2d", .time(.brandConsideration, days: -2)),
    ("time brand-awareness +14d", .time(.brandAwareness, days: 14)),
  ])
  func whatPeopleTypeIsRead(_ text: String, _ lever: Lever) throws {
    #expect(try Lever(text: text) == lever)
    #expect(try Lever(text: lever.text) == lever)
  }

  @Test(arguments: [
    ("", LeverError.notALever("")), ("conversion 4->5", .notALever("conversion 4->5")),
    ("price +3%", .notALever("price +3%")), ("entries + 3%", .notALever("entries + 3%")),
    ("conversion 4-5 +3pt", .notAStep("4-5")), ("conversion 3->5 +3pt", .notAStep("3->5")),
    ("conversion 9->5 +3pt", .notAStage("9")), ("conversion 6->7 +3pt", .behindPurchase(.purchase)),
    ("time 7 -1d", .behindPurchase(.customerLoyalty)), ("entries 10%", .notAChange("10%", unit: "%")),
    ("entries +10", .notAChange("+10", unit: "%")), ("entries +nan%", .notAChange("+nan%", unit: "%")),
    ("entries +1e9%", .notAChange("+1e9%", unit: "%")), ("entries ++1%", .notAChange("++1%", unit: "%")),
    ("entries -101%", .outOfRange("-101%", low: -100, high: 10_000)), ("time 3 -0.5d", .notWholeDays("-0.5d")),
    ("conversion 4->5 +101pt", .outOfRange("+101pt", low: -100, high: 100)),
    ("time 3 +2w", .notAChange("+2w", unit: "d")),
  ])
  func whatIsNoLeverIsRefused(_ text: String, _ expected: LeverError) {
    #expect(throws: expected) { try Lever(text: text) }
    #expect(!expected.message.contains("{"))
  }

  @Test func usualLeversAreReadAgain() throws {
    for lever in Lever.usual { #expect(try Lever(text: lever.text) == lever) }
  }

  private static func stays(_ count: Int, _ stage: Stage, _ days: UInt32, _ exit: StageExit) -> [StageStay] {
    let stay = StageStay(lead: 1, segment: 1, stage: stage, entered: now - days * day, until: now, exit: exit)
    return [StageStay](repeating: stay, count: count)
  }

  /// Of 4 half goes on after 2 days and half is lost then; of 5 a fifth buys after 3 days, the rest is lost then.
  private static let chain = StageChain(
    stays(100, .brandPreference, 2, .reached(.purchaseIntention)) + stays(100, .brandPreference, 2, .lost)
      + stays(40, .purchaseIntention, 3, .reached(.purchase)) + stays(160, .purchaseIntention, 3, .lost))

  private static func input(days: UInt32) throws -> ForecastInput {
    let euro = try #require(Currency(code: "EUR"))
    var input = ForecastInput(currency: euro, period: now..<now + days * day, asOf: now, recentDays: 10)
    input.amounts = [1_000]
    func open(_ lead: UInt32, _ stage: Stage, _ minor: Int64?) -> OpenLead {
      OpenLead(
        lead: LeadID(rawValue: lead), segment: 1, stage: stage, since: now, observedUntil: now,
        expected: minor.map { Money(minor: $0, currency: euro) })
    }
    input.open = [open(1, .brandPreference, 4_000), open(2, .purchaseIntention, nil)]
    input.entries = (0..<10).map {
      FunnelEntry(lead: $0, segment: 1, stage: .purchaseIntention, at: now - $0 * day - 1)
    }
    return input
  }

  /// Each worth is the sum made again by hand.
  @Test func worthsAreThoseOfTheHand() throws {
    // 20 days: lead 1 brings 4000 × 1/2 × 1/5 = 400, lead 2 brings 200, and of 20 new ones those of the first 17 days
    // can land, and of the eighteenth those that enter before its noon: 17.5 × 200.
    let input = try Self.input(days: 20)
    let base = Forecast(input, Self.chain)
    let entering = base.entering.purchases * 1_000
    #expect(abs(entering - 3_500) < 1e-6 && base.expected?.minor == 4_100)
    let levers = try ["conversion 4->5 +10pt", "conversion 5->6 +10pt", "entries +10%", "value +5%", "time 5 -1d"]
      .map { try Lever(text: $0) }
    let worths = LeverWorth.ranked(levers, input, Self.chain)
    func worth(_ text: String) throws -> Double {
      let lever = try Lever(text: text)
      return Double(try #require(worths.first { $0.lever == lever }?.worth?.minor))
    }
    // 60 % of lead 1 instead of half.
    #expect(try worth("conversion 4->5 +10pt") == 80)
    // 30 % buy instead of a fifth: half as much again of everything.
    #expect(try abs(worth("conversion 5->6 +10pt") - (600 + entering) / 2) <= 1)
    #expect(try abs(worth("entries +10%") - entering / 10) <= 1 && abs(worth("value +5%") - (600 + entering) / 20) <= 1)
    // One more day's entries land.
    #expect(try worth("time 5 -1d") == 200)
    #expect(worths.map { $0.worth?.minor ?? 0 } == worths.map { $0.worth?.minor ?? 0 }.sorted(by: >))
    for found in worths {
      #expect(abs((found.expected?.minor ?? 0) - (base.expected?.minor ?? 0) - (found.worth?.minor ?? 0)) <= 1)
    }
  }

  /// A lever pulled one way and the other changes nothing, and none gives a chance above one.
  @Test func leversAreSound() throws {
    var random = SplitMix64(seed: 71)
    var stays: [StageStay] = []
    for lead in 1...UInt32(400) {
      let life = KnownChain.small.life(using: &random)
      stays += KnownChain.seen(life, lead: lead, entered: Self.now, until: Self.now + 40 * Self.day).stays
    }
    let chain = StageChain(stays)
    let density = chain.densities(StageChain.pooledKey, limit: 80)[0]
    let old = density.forward(from: .customerAwareness)
    for points in [-0.9, -0.1, 0, 0.2, 0.9] {
      let new = try #require(density.withForward(old + points, from: .customerAwareness))
      #expect(abs(new.forward(from: .customerAwareness) - min(1, max(0, old + points))) < 1e-12)
      #expect(abs(new.eventual.reduce(new.never, +) - 1) < 1e-9)
      guard (1e-9...1 - 1e-9).contains(old + points) else { continue }
      let again = try #require(new.withForward(old, from: .customerAwareness))
      for (one, other) in zip(density.byWay, again.byWay) { #expect(abs(one - other) < 1e-12) }
      for (one, other) in zip(density.surviving, again.surviving) { #expect(abs(one - other) < 1e-9) }
    }
    let late = density.shifted(by: 5, from: .customerAwareness)
    #expect(late.surviving[4] == late.surviving[0] && abs(late.surviving[30] - density.surviving[25]) < 1e-9)
    #expect(density.shifted(by: -400, from: .customerAwareness).surviving[0] < 0.2)
    #expect(density.shifted(by: .max, from: .customerAwareness).byWay.allSatisfy { $0 == 0 })
    // Sooner is never worth less, for leads that enter.
    for days in [-3, -1, 2] {
      let changed =
        [density.shifted(by: days, from: .customerAwareness)]
        + chain.densities(StageChain.pooledKey, limit: 80)
        .dropFirst()
      let one = Passage(Array(changed), to: .purchase, horizon: 60)
      let base = Passage(chain.densities(StageChain.pooledKey, limit: 80), to: .purchase, horizon: 60)
      for day in 0...60 {
        let difference = one.reached[0][day] - base.reached[0][day]
        #expect(days < 0 ? difference > -1e-9 : difference < 1e-9)
      }
    }
  }

  @Test func whatNobodyDidHasNoWorth() throws {
    let input = try Self.input(days: 20)
    let worths = LeverWorth.ranked(
      [.conversion(from: .customerAwareness, points: 3), .time(.customerAwareness, days: -1), .entries(percent: 5)],
      input, Self.chain)
    #expect(worths.map { $0.worth == nil } == [false, true, true])
    #expect(LeverWorth.ranked(Lever.usual, input, StageChain([])).allSatisfy { $0.worth == nil })
  }
}
