import Foundation
import SharedFunnel
import Testing

/// What a pool is, against a sum over single minor units in decimal arithmetic.
struct CommissionCurveTests {
  private static let euro = Currency(code: "EUR")

  static func terms(
    _ tiers: [(Int64, Int64)], cap: Int64? = nil, accelerators: [(Int64, Int64)] = []
  ) throws -> CommissionTerms {
    CommissionTerms(
      tiers: tiers.map { CommissionTerms.Tier(from: $0.0, rate: Millionths(count: $0.1)) }, cap: cap,
      accelerators: accelerators.map {
        CommissionTerms.Accelerator(attainment: Millionths(count: $0.0), factor: Millionths(count: $0.1))
      }, model: .linear, currency: try #require(euro))
  }

  /// Unit by unit: the unit from u to u + 1 is paid at the rate of the last tier that starts at u or before, times the
  /// factor of the last attainment that u has reached.
  private static func oracle(_ terms: CommissionTerms, target: Int64?, upTo revenue: Int64) -> [Int64] {
    var exact = Decimal(0)
    var pools: [Int64] = [0]
    for unit in 0..<revenue {
      let rate = terms.tiers.last { $0.from <= unit }.map { Decimal($0.rate.count) / 1_000_000 } ?? 0
      let factor = terms.accelerators.last { accelerator in
        target.map { Decimal(unit) >= Decimal($0) * Decimal(accelerator.attainment.count) / 1_000_000 } ?? false
      }
      exact += rate * (factor.map { Decimal($0.factor.count) / 1_000_000 } ?? 1)
      var (value, rounded) = (exact, Decimal())
      NSDecimalRound(&rounded, &value, 0, .plain)
      let pool = NSDecimalNumber(decimal: rounded).int64Value
      pools.append(terms.cap.map { min($0, pool) } ?? pool)
    }
    return pools
  }

  @Test func thePoolIsTheSumOverEveryUnit() throws {
    var seen = 0
    for seed in 1...120 as ClosedRange<UInt64> {
      var random = RandomHistory(seed: seed)
      let starts = Set((0..<random.number(1...4)).map { _ in random.number(0...300) as Int64 }).sorted()
      let attainments = Set((0..<random.number(0...2)).map { _ in random.number(200_000...1_800_000) as Int64 })
        .sorted()
      let terms = try Self.terms(
        starts.map { ($0, random.number(0...400_000)) }, cap: random.chance(30) ? random.number(1...80) : nil,
        accelerators: attainments.map { ($0, random.number(1...2_500_000)) })
      #expect(terms.problem == nil)
      let target: Int64? = random.chance(80) ? random.number(1...300) : nil
      let curve = CommissionCurve(terms, target: target)
      let pools = Self.oracle(terms, target: target, upTo: 400)
      for (revenue, pool) in pools.enumerated() {
        #expect(curve.pool(at: Int128(revenue)) == pool, "seed \(seed) at \(revenue)")
        seen += pool > 0 ? 1 : 0
      }
      for (before, after) in zip(pools, pools.dropFirst()) { #expect((0...1).contains(after - before)) }
    }
    #expect(seen > 10_000)
  }

  @Test func itHoldsAtTheEndsOfTheNumbers() throws {
    let all = try Self.terms([(0, 1_000_000)])
    let curve = CommissionCurve(all, target: nil)
    #expect(curve.pool(at: Int128(Int64.max)) == .max)
    #expect(curve.pool(at: Int128.max) == .max)
    #expect(curve.pool(at: -5) == 0)
    #expect(curve.pool(at: Int128.min) == 0)
    let fast = try Self.terms([(0, 10_000)], accelerators: [(1_000_000_000, 100_000_000)])
    #expect(fast.problem == nil)
    #expect(CommissionCurve(fast, target: .max).pool(at: 100) == 1)
    #expect(CommissionCurve(fast, target: 1).pool(at: Int128(Int64.max)) > .max - 100_000)
  }

  @Test(
    "terms that make no sense are refused",
    arguments: [
      ([], nil, [], CommissionTerms.Problem.noTier), ([(5, 1), (5, 2)], nil, [], .sameTier),
      ([(-1, 1)], nil, [], .badRate), ([(0, 1_000_001)], nil, [], .badRate), ([(0, -1)], nil, [], .badRate),
      ([(0, 1)], 0, [], .badCap), ([(0, 1)], nil, [(0, 1)], .badAccelerator),
      ([(0, 1)], nil, [(1, 0)], .badAccelerator), ([(0, 1)], nil, [(.max, 1)], .badAccelerator),
      ([(0, 1)], nil, [(7, 1), (7, 2)], .sameAccelerator), ([(0, 600_000)], nil, [(1, 2_000_000)], .aboveRevenue),
    ] as [([(Int64, Int64)], Int64?, [(Int64, Int64)], CommissionTerms.Problem)])
  func problems(
    tiers: [(Int64, Int64)], cap: Int64?, accelerators: [(Int64, Int64)], problem: CommissionTerms.Problem
  ) throws {
    #expect(try Self.terms(tiers, cap: cap, accelerators: accelerators).problem == problem)
  }

  @Test func aThresholdIsATierOfNothing() throws {
    var terms = try Self.terms([(0, 50_000), (100, 70_000), (500, 90_000)])
    terms.apply(threshold: 200)
    #expect(terms.tiers.map(\.from) == [0, 200, 500])
    #expect(terms.tiers.map(\.rate.count) == [0, 70_000, 90_000])
    var late = try Self.terms([(300, 50_000)])
    late.apply(threshold: 200)
    #expect(late.tiers.map(\.from) == [0, 300])
  }

  @Test(
    "percentages and factors are read exactly, or not at all",
    arguments: [
      ("7.5", 75_000, "7.5%"), ("7.5%", 75_000, "7.5%"), ("0", 0, "0%"), ("0.0001", 1, "0.0001%"),
      ("100", 1_000_000, "100%"), ("12.3456%", 123_456, "12.3456%"),
    ] as [(String, Int64, String)])
  func percent(text: String, count: Int64, written: String) throws {
    let read = try #require(Millionths(percent: text))
    #expect(read.count == count)
    #expect(read.percent == written)
    #expect(Millionths(percent: written) == read)
  }

  @Test("what is no percentage", arguments: ["", "%", "-1", "1.", ".5", "1.23456", "1e3", "1,5", "9999999999", "٣"])
  func noPercent(text: String) { #expect(Millionths(percent: text) == nil) }

  @Test func factorsHaveSixDecimals() {
    #expect(Millionths(decimal: "1.5") == Millionths(count: 1_500_000))
    #expect(Millionths(decimal: "0.000001")?.decimal == "0.000001")
    #expect(Millionths(decimal: "1.5%") == nil)
  }

  @Test(
    "the period of a day",
    arguments: [
      (CommissionUnit.quarter, 1, "2026-08-14", "2026-Q3"), (.quarter, 4, "2026-08-14", "FY2026-Q2"),
      (.quarter, 4, "2026-02-28", "FY2025-Q4"), (.month, 4, "2026-02-28", "2026-02"),
      (.half, 7, "2026-08-14", "FY2026-H1"),
      (.half, 1, "2026-08-14", "2026-H2"), (.year, 10, "2026-09-30", "FY2025"), (.year, 1, "2026-09-30", "2026"),
    ])
  func period(unit: CommissionUnit, start: Int, day: String, label: String) throws {
    let date = try #require(CivilDate(iso: day))
    let period = unit.period(of: date, fiscalStart: start)
    // The period that a person names so, to the day.
    #expect(period == (try TargetPeriod(text: label, fiscalStart: start)))
    #expect(period.contains(date))
  }
}
