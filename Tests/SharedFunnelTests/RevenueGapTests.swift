import Testing

@testable import SharedFunnel

/// The gap in four factors, against every order of change one by one.
struct RevenueGapTests {
  private static func orders(_ items: [Int]) -> [[Int]] {
    guard let first = items.first else { return [[]] }
    return orders(Array(items.dropFirst())).flatMap { order in
      (0...order.count).map { Array(order[..<$0]) + [first] + Array(order[$0...]) }
    }
  }

  /// Changes the factors in each order and notes what each change did.
  private static func bruteForce(_ old: [Double], _ new: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: old.count)
    let orders = orders(Array(old.indices))
    for order in orders {
      var now = old
      for factor in order {
        let before = now.reduce(1, *)
        now[factor] = new[factor]
        sums[factor] += now.reduce(1, *) - before
      }
    }
    return sums.map { $0 / Double(orders.count) }
  }

  @Test func partsAreTheMeanOfAllOrders() {
    #expect(Self.orders([0, 1, 2, 3]).count == 24)
    var random = SplitMix64(seed: 61)
    for _ in 0..<200 {
      let count = 1 + random.below(5)
      let old = (0..<count).map { _ in random.chance(perMille: 100) ? 0 : random.uniform() * 10 }
      let new = (0..<count).map { _ in random.chance(perMille: 100) ? 0 : random.uniform() * 10 }
      let parts = OrderAverage.parts(from: old, to: new)
      for (part, expected) in zip(parts, Self.bruteForce(old, new)) {
        #expect(abs(part - expected) <= 1e-9 * max(1, abs(expected)))
      }
      let change = new.reduce(1, *) - old.reduce(1, *)
      #expect(abs(parts.reduce(0, +) - change) < 1e-7)
    }
    #expect(OrderAverage.parts(from: [], to: []) == [])
  }

  /// Any two quarters at all: parts sum to the minor unit, each within a unit of the mean of its 24 orders, and every
  /// unit has an owner or is said to have none.
  @Test func partsSumToTheUnit() throws {
    let euro = try #require(Currency(code: "EUR"))
    var random = SplitMix64(seed: 62)
    func side() -> RevenueFactors {
      RevenueFactors(
        entries: 1 + random.below(500), steps: (0..<5).map { _ in 0.05 + 0.9 * random.uniform() },
        purchases: random.below(60), revenue: Money(minor: 0, currency: euro))
    }
    for _ in 0..<300 {
      let (emptyOld, emptyNew) = (side(), side())
      func filled(_ side: RevenueFactors) -> RevenueFactors {
        let purchases = Int(((side.landing ?? 0) * side.entries * (side.conversion ?? 0)).rounded())
        let minor = purchases == 0 ? 0 : Int64(random.below(1_000_000)) - 100_000
        return RevenueFactors(
          entries: Int(side.entries), steps: side.steps, purchases: purchases,
          revenue: Money(minor: minor, currency: euro))
      }
      let (old, new) = (filled(emptyOld), filled(emptyNew))
      let target = Money(minor: Int64(random.below(2_000_000)), currency: euro)
      let gap = try RevenueGap(from: old, to: new, target: target, entryStages: [.customerAwareness]) { stage in
        stage < .purchaseIntention ? .marketing : stage == .purchaseIntention ? .sales : nil
      }
      let sum = gap.parts.reduce(Int64(0)) { $0 + $1.amount.minor }
      #expect(sum == new.revenue.minor - old.revenue.minor && gap.difference.minor == sum)
      #expect(gap.gap?.minor == sum - (gap.raise?.minor ?? 0) && gap.gap?.minor == new.revenue.minor - target.minor)
      #expect(gap.byOwner.reduce(0) { $0 + $1.amount.minor } == sum)
      #expect(
        gap.parts.map(\.factor) == [.entries] + [RevenueGap.Factor](repeating: .conversion, count: 5) + [
          .landing, .value,
        ])
      guard let value = old.value ?? new.value, let other = new.value ?? old.value else { continue }
      let expected = Self.bruteForce(
        [old.entries, old.conversion ?? 0, old.landing ?? 0, value],
        [new.entries, new.conversion ?? 0, new.landing ?? 0, other])
      let conversion = gap.parts.filter { $0.factor == .conversion }.reduce(0) { $0 + $1.amount.minor }
      for (found, expected) in zip([gap.parts[0].amount.minor, conversion, gap.parts[6].amount.minor], expected) {
        #expect(abs(Double(found) - expected) <= 1.001)
      }
    }
  }

  /// A case small enough for a hand: only the step from 5 to the purchase changed, and the value.
  @Test func aStepThatChangedCarriesTheConversion() throws {
    let euro = try #require(Currency(code: "EUR"))
    // 100 entries × 0.4 × 1 × 50.00, then 100 × 0.5 × 1 × 60.00.
    let old = RevenueFactors(
      entries: 100, steps: [1, 1, 1, 0.8, 0.5], purchases: 40, revenue: Money(minor: 200_000, currency: euro))
    let new = RevenueFactors(
      entries: 100, steps: [1, 1, 1, 0.8, 0.625], purchases: 50, revenue: Money(minor: 300_000, currency: euro))
    let gap = try RevenueGap(from: old, to: new, target: nil, entryStages: [.customerAwareness]) {
      $0 < .purchaseIntention ? .marketing : .sales
    }
    // Conversion: 10 more at 50 or at 60; value: 10.00 more on 40 or on 50.
    #expect(gap.parts.map(\.amount.minor) == [0, 0, 0, 0, 0, 55_000, 0, 45_000])
    #expect(gap.parts.map(\.stage) == [nil] + StageExit.transient.map { $0 } + [nil, nil])
    let byOwner = gap.byOwner.map(\.amount.minor)
    #expect(byOwner == [0, 55_000, 45_000] && gap.raise == nil && gap.gap == nil)
  }

  /// What cannot be told in factors is not: money without a purchase, or purchases without entries.
  @Test func whatHasNoFactorsIsOnePart() throws {
    let euro = try #require(Currency(code: "EUR"))
    let yen = try #require(Currency(code: "JPY"))
    func money(_ minor: Int64) -> Money { Money(minor: minor, currency: euro) }
    let steps = [0.5, 0.5, 0.5, 0.5, 0.5]
    let sound = RevenueFactors(entries: 100, steps: steps, purchases: 3, revenue: money(300))
    let cases: [RevenueFactors] = [
      RevenueFactors(entries: 10, steps: steps, purchases: 0, revenue: money(-50)),
      RevenueFactors(entries: 0, steps: nil, purchases: 2, revenue: money(80)),
      RevenueFactors(entries: 10, steps: [1, 1, 1, 1, 0], purchases: 1, revenue: money(9)),
    ]
    for odd in cases {
      for (old, new) in [(sound, odd), (odd, sound)] {
        let gap = try RevenueGap(from: old, to: new, target: money(1_000), entryStages: []) { _ in .sales }
        #expect(gap.parts.map(\.factor) == [.unexplained] && gap.parts.first?.amount == gap.difference)
        #expect(gap.parts.first?.owner == nil)
      }
    }
    // A quiet quarter has factors: its value is taken as unchanged.
    let quiet = RevenueFactors(entries: 0, steps: nil, purchases: 0, revenue: money(0))
    let gap = try RevenueGap(from: sound, to: quiet, target: nil, entryStages: [.brandAwareness]) { _ in .sales }
    #expect(gap.parts.first?.amount.minor == -300 && gap.parts.first?.owner == .sales)
    // Stages of entry that differ in owner are nobody's.
    let mixed = try RevenueGap(from: sound, to: quiet, target: nil, entryStages: [.brandAwareness, .purchaseIntention])
    {
      $0 == .purchaseIntention ? .sales : .marketing
    }
    #expect(mixed.parts.first?.owner == nil)
    #expect(throws: RevenueGapError.currenciesDiffer) {
      try RevenueGap(from: sound, to: sound, target: Money(minor: 1, currency: yen), entryStages: []) { _ in nil }
    }
    let large = RevenueFactors(entries: 1, steps: steps, purchases: 1, revenue: money(.max))
    let small = RevenueFactors(entries: 1, steps: steps, purchases: 1, revenue: money(-2))
    #expect(throws: RevenueGapError.tooLarge) {
      try RevenueGap(from: small, to: large, target: nil, entryStages: []) { _ in nil }
    }
  }

  /// The steps of the funnel multiply to the conversion of those that came in.
  @Test func stepsMultiplyToTheConversion() throws {
    var random = SplitMix64(seed: 63)
    var stays: [StageStay] = []
    for lead in 1...UInt32(600) {
      let life = KnownChain.small.life(using: &random)
      stays += KnownChain.seen(life, lead: lead, entered: 1_700_000_000, until: .max).stays
    }
    let chain = StageChain(stays)
    let ever = try #require(chain.eventualConversion())
    let entries = (0..<10).map {
      FunnelEntry(lead: $0, segment: 1, stage: $0 < 7 ? .customerAwareness : .brandAwareness, at: 0)
    }
    let steps = try #require(chain.steps(of: entries))
    #expect(abs(steps.reduce(1, *) - (0.7 * ever[0] + 0.3 * ever[1])) < 1e-9)
    #expect(steps.count == 5 && steps.allSatisfy { (0...1).contains($0) })
  }

  /// A quarter's conversion is that of the stays that began in it; where hardly any ended, nothing shows a change.
  @Test func aPeriodIsToldByItsOwnStays() throws {
    let euro = try #require(Currency(code: "EUR"))
    func stays(_ count: Int, at entered: UInt32, _ exit: StageExit) -> [StageStay] {
      (0..<count).map { _ in
        StageStay(
          lead: 1, segment: 0, stage: .purchaseIntention, entered: entered, until: entered + 86_400, exit: exit)
      }
    }
    func entries(_ count: Int, at: UInt32) -> [FunnelEntry] {
      (0..<count).map { FunnelEntry(lead: UInt32($0), segment: 0, stage: .purchaseIntention, at: at) }
    }
    let (first, second, third): (Range<UInt32>, Range<UInt32>, Range<UInt32>) = (
      1_000_000..<2_000_000, 2_000_000..<3_000_000, 3_000_000..<4_000_000
    )
    let all =
      stays(20, at: 1_500_000, .reached(.purchase)) + stays(20, at: 1_500_000, .lost)
      + stays(30, at: 2_500_000, .reached(.purchase)) + stays(10, at: 2_500_000, .lost)
      + stays(20, at: 3_500_000, .reached(.purchase))
    let came = entries(40, at: 1_500_000) + entries(40, at: 2_500_000) + entries(20, at: 3_500_000)
    func factors(_ period: Range<UInt32>, _ purchases: Int) -> RevenueFactors {
      RevenueFactors(
        of: period, all, entries: came, purchases: purchases,
        revenue: Money(minor: Int64(purchases) * 100, currency: euro))
    }
    let (one, two, three) = (factors(first, 20), factors(second, 30), factors(third, 14))
    #expect(one.entries == 40 && abs((one.conversion ?? 0) - 0.5) < 1e-12 && abs((two.conversion ?? 0) - 0.75) < 1e-12)
    // Of all 100 that ended, 70 bought.
    #expect(three.entries == 20 && abs((three.conversion ?? 0) - 0.7) < 1e-12)
    #expect(StageChain(all, began: third).basis(of: .purchaseIntention).kind == .allTime)
    #expect(StageChain(all, began: second).basis(of: .purchaseIntention).kind == .pooled)
    let gap = try RevenueGap(from: one, to: two, target: nil, entryStages: [.purchaseIntention]) { _ in .sales }
    #expect(gap.parts.filter { $0.amount.minor != 0 }.map(\.stage) == [.purchaseIntention])
    #expect(gap.parts.first { $0.stage == .purchaseIntention }?.amount.minor == 1_000)
  }
}
