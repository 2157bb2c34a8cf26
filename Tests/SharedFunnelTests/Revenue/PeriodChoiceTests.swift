import Testing

@testable import SharedFunnel

/// Which period a look ahead is about, what lies before it, and whose numbers it has.
struct PeriodChoiceTests {
  private func period(_ text: String, fiscalStart: Int = 4) throws -> TargetPeriod {
    try TargetPeriod(text: text, fiscalStart: fiscalStart)
  }

  private func targets(_ texts: [String], signedAt: Int64 = 0) throws -> RevenueTargets {
    let euro = try #require(Currency(code: "EUR"))
    var targets = RevenueTargets()
    for text in texts {
      let target = RevenueTarget(
        period: try period(text), version: 1, amount: Money(minor: 100, currency: euro), draftedBy: nil,
        drafted: Timestamp(seconds: 0))
      targets.apply(TargetDraft(target))
      targets.apply(
        TargetSignature(
          target, member: MemberID(rawValue: 1), sides: [.marketing, .sales], at: Timestamp(seconds: signedAt)))
    }
    return targets
  }

  private let now = Timestamp(iso8601: "2026-11-03T12:00:00Z") ?? Timestamp(seconds: 0)

  @Test(arguments: [
    (["2026", "2026-Q4", "2026-Q3"], "2026-Q4", PeriodChoice.Reason.target), (["2026", "2026-H2"], "2026-H2", .target),
    (["2026-Q3", "2027"], "2026-Q4", .quarter), ([], "2026-Q4", .quarter), (["FY2026-H2"], "FY2026-H2", .target),
  ])
  func theShortestTargetThatHoldsTodayElseTheQuarter(
    _ texts: [String], _ label: String, _ reason: PeriodChoice.Reason
  ) throws {
    let choice = try PeriodChoice(nil, targets: try targets(texts), at: now, in: .utc)
    #expect((choice.period.label, choice.reason) == (label, reason))
    let named = try PeriodChoice(try period("2025"), targets: try targets(texts), at: now, in: .utc)
    #expect((named.period.label, named.reason) == ("2025", .named))
  }

  @Test func aTargetThatCountsLaterChoosesNothingYet() throws {
    let later = try targets(["2026-11"], signedAt: now.seconds + 1)
    #expect(try PeriodChoice(nil, targets: later, at: now, in: .utc).reason == .quarter)
  }

  @Test(arguments: [
    ("2026-Q1", "2025-Q4", "2025-10-01", "2025-12-31"), ("2026-01", "2025-12", "2025-12-01", "2025-12-31"),
    ("2026-H2", "2026-H1", "2026-01-01", "2026-06-30"), ("2026", "2025", "2025-01-01", "2025-12-31"),
    ("2026-10-05..2026-10-14", "2026-09-25..2026-10-04", "2026-09-25", "2026-10-04"),
    ("FY2026-Q1", "FY2025-Q4", "2026-01-01", "2026-03-31"), ("FY2026-H1", "FY2025-H2", "2025-10-01", "2026-03-31"),
    ("FY2026", "FY2025", "2025-04-01", "2026-03-31"),
  ])
  func thePeriodBeforeIsOfEqualKind(_ text: String, _ label: String, _ first: String, _ last: String) throws {
    let before = try period(text).previous
    #expect((before.label, before.first.iso, before.last.iso) == (label, first, last))
    // Its name leads back to it.
    #expect(try period(label) == before)
  }

  @Test func aPartIsOfTheDepartmentThatOwnedTheStageAloneThroughBoth() {
    func day(_ number: Int64) -> Timestamp { Timestamp(seconds: number * 86_400) }
    let ownership = Ownership([
      StageAssignment(stage: .brandPreference, owners: .sales, responsible: nil, from: day(50)),
      StageAssignment(stage: .brandConsideration, owners: [.marketing, .sales], responsible: nil, from: nil),
    ])
    let before = day(10)..<day(20)
    #expect(ownership.soleOwner(of: .brandPreference, through: [before, day(20)..<day(50)]) == .marketing)
    #expect(ownership.soleOwner(of: .brandPreference, through: [day(50)..<day(60)]) == .sales)
    #expect(ownership.soleOwner(of: .brandPreference, through: [day(40)..<day(60)]) == nil, "changed hands within")
    #expect(ownership.soleOwner(of: .brandPreference, through: [before, day(50)..<day(60)]) == nil)
    #expect(ownership.soleOwner(of: .brandConsideration, through: [before]) == nil, "shared")
    #expect(ownership.soleOwner(of: .purchaseIntention, through: [before, day(50)..<day(60)]) == .sales)
  }

  @Test(arguments: [(0, 0, Backtest.Basis.asOf), (4, 5, .knownAt), (3, 4, .asOf), (0, 9, .asOf), (9, 9, .knownAt)])
  func historyIsLiveWhereFourInFiveWereRecordedByThen(_ recorded: Int, _ all: Int, _ basis: Backtest.Basis) {
    #expect(Backtest.Basis(recorded: recorded, of: all) == basis)
  }

  /// Parts of equal kind, a plan that asks for exactly what it says, and nothing invented where nothing is known.
  @Test func aPlanCountsOnTheFactorsOfThePeriodBefore() throws {
    let euro = try #require(Currency(code: "EUR"))
    func euros(_ minor: Int64) -> Money { Money(minor: minor, currency: euro) }
    let before = RevenueFactors(
      entries: 100, steps: [0.8, 0.5, 1, 1, 0.5], purchases: 10, revenue: euros(100_000))
    let plan = before.planned(for: euros(120_001))
    #expect(plan.revenue == euros(120_001))
    #expect((plan.steps, plan.landing, plan.value) == (before.steps, before.landing, before.value))
    #expect(abs(plan.entries - 120.001) < 1e-9)
    let nothing = RevenueFactors(entries: 100, steps: [0.8, 0.5, 1, 1, 0.5], purchases: 0, revenue: euros(0))
    #expect(nothing.planned(for: euros(5)).steps == nil)
    #expect(nothing.planned(for: euros(5)).revenue == euros(5))
  }
}
