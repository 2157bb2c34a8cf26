import Testing

@testable import SharedFunnel

/// Two periods side by side.
struct ComparisonTests {
  /// Newcombe (1998), table II, method 10.
  @Test(arguments: [
    (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775), (10, 10, 0, 10, 0.6075, 1.0000),
  ])
  func theIntervalIsThatOfThePaper(_ a: Int, _ m: Int, _ b: Int, _ n: Int, _ low: Double, _ high: Double) throws {
    let difference = try #require(RateDifference(Rate(a, of: m), minus: Rate(b, of: n)))
    #expect(abs(difference.interval.low - low) < 0.00006, "\(difference.interval.low)")
    #expect(abs(difference.interval.high - high) < 0.00006, "\(difference.interval.high)")
    #expect(difference.interval.low <= difference.value && difference.value <= difference.interval.high)
    #expect(RateDifference(Rate(a, of: m), minus: Rate(0, of: 0)) == nil)
  }

  @Test(arguments: [
    ("2026-Q3", "2025-Q3"), ("2026-02", "2025-02"), ("2026", "2025"), ("2026-H1", "2025-H1"),
    ("2026-01-01..2026-03-31", "2025-01-01..2025-03-31"), ("2024-02-29", "2023-02-28"),
    ("2024-02-28", "2023-02-28"), ("2024-02-01..2024-02-29", "2023-02-01..2023-02-28"), ("2026-W45", "2025-W45"),
    ("2026-01..2026-05", "2025-01..2025-05"),
  ])
  func aYearBeforeIsTheSamePartOfTheCalendar(_ text: String, _ expected: String) throws {
    let zone = try ReportingZone(identifier: "Europe/Berlin")
    let now = try #require(Timestamp(iso8601: "2026-11-03T12:00:00Z"))
    let period = try DateText.period(text, now: now, zone: zone)
    #expect(period.yearBefore(zone) == (try DateText.period(expected, now: now, zone: zone)))
  }

  @Test func aChangeOfAgeIsNoChangeOfTheRate() {
    func table(_ converted: Int, isImmature: Bool, from: Stage) -> FunnelTable {
      let step = FunnelStep(
        stage: .purchase, owners: .sales, from: from, entered: converted, reached: converted, skipped: 0, cohort: 10,
        converted: converted, lost: 0, open: 10 - converted, dropOff: [], dropOffRate: 0,
        conversion: Double(converted) / 10, interval: nil, immature: isImmature)
      return FunnelTable(cohort: 10, steps: [step], pair: nil)
    }
    let old = table(5, isImmature: false, from: .purchaseIntention)
    let same = table(7, isImmature: false, from: .purchaseIntention).difference(from: old)
    #expect(same[0].reached == 2 && abs((same[0].conversion?.value ?? 0) - 0.2) < 1e-12)
    #expect(table(7, isImmature: true, from: .purchaseIntention).difference(from: old)[0].conversion == nil)
    #expect(table(7, isImmature: false, from: .brandPreference).difference(from: old)[0].conversion == nil)
  }
}
