import Testing

@testable import SharedFunnel

/// What a plan asks for by a day, and the shares that follow.
struct PlanCurveTests {
  private static func period(_ text: String, _ zone: ReportingZone) throws -> Period {
    try DateText.period(text, now: Timestamp(seconds: 1_750_000_000), zone: zone)
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  @Test func aLinearPlanCountsTheDaysThatHaveBegun() throws {
    let zone = try ReportingZone(identifier: "Europe/Berlin")
    let euro = try #require(Currency(code: "EUR"))
    let target = Money(minor: 9_201, currency: euro)
    let quarter = try Self.period("2026-Q4", zone)
    let plan = PlanCurve.linear(quarter, in: zone)
    func asked(_ time: Timestamp) -> Int64 { plan.expectation(of: target, at: time, in: zone).minor }
    #expect(asked(quarter.start) == 0 && asked(Timestamp(milliseconds: .min)) == 0)
    // Any time of the first day counts the day: 9201 / 92 = 100.01.
    #expect(asked(Timestamp(milliseconds: quarter.start.milliseconds + 1)) == 100)
    #expect(asked(zone.timestamp(of: try Self.date(2026, 10, 2))) == 100)
    // The clock goes back on 25 October: 25 days have begun, however long.
    #expect(asked(zone.timestamp(of: try Self.date(2026, 10, 26))) == 2_500)
    #expect(asked(quarter.end) == 9_201 && asked(Timestamp(milliseconds: .max)) == 9_201)
    #expect(plan.days(at: quarter.end, in: zone) == (92, 92) && plan.days(at: quarter.start, in: zone) == (0, 92))
  }

  /// By weight, never falling, the target at the end; also for sums that only 128 bits hold.
  @Test func aSeasonalPlanFollowsItsWeights() throws {
    let zone = ReportingZone.utc
    let yen = try #require(Currency(code: "JPY"))
    let quarter = try Self.period("2026-Q4", zone)
    let steps = [
      PlanCurve.Step(first: try Self.date(2026, 10, 1), weight: 1),
      PlanCurve.Step(first: try Self.date(2026, 11, 1), weight: 0),
      PlanCurve.Step(first: try Self.date(2026, 12, 1), weight: 3),
    ]
    let plan = try PlanCurve(seasonal: steps, quarter, in: zone)
    let target = Money(minor: 1_000, currency: yen)
    func asked(_ money: Money, _ month: Int, _ day: Int) throws -> Int64 {
      plan.expectation(of: money, at: zone.timestamp(of: try Self.date(2026, month, day)), in: zone).minor
    }
    #expect(try asked(target, 11, 1) == 250 && asked(target, 11, 20) == 250 && asked(target, 12, 1) == 250)
    // 250 + 750 × 10 / 31 = 491.9.
    #expect(try asked(target, 12, 11) == 492 && asked(Money(minor: -1_000, currency: yen), 12, 11) == -492)
    var last: Int64 = 0
    for offset in 0...92 {
      let time = Timestamp(milliseconds: quarter.start.milliseconds + Int64(offset) * 86_400_000)
      let now = plan.expectation(of: Money(minor: .max, currency: yen), at: time, in: zone).minor
      #expect(now >= last)
      last = now
    }
    #expect(last == .max)
  }

  @Test func aPlanThatDoesNotFitIsRefused() throws {
    let zone = ReportingZone.utc
    let month = try Self.period("2026-10", zone)
    func error(_ steps: [(Int, Int, Int64)]) throws -> PlanCurveError? {
      let steps = try steps.map { PlanCurve.Step(first: try Self.date(2026, $0.0, $0.1), weight: $0.2) }
      do throws(PlanCurveError) {
        _ = try PlanCurve(seasonal: steps, month, in: zone)
        return nil
      } catch {
        #expect(!error.message.contains("{"))
        return error
      }
    }
    let first = try Self.date(2026, 10, 1)
    #expect(try error([]) == .startsElsewhere(first) && error([(10, 2, 1)]) == .startsElsewhere(first))
    #expect(try error([(10, 1, 1), (10, 1, 2)]) == .notInOrder(first))
    #expect(try error([(10, 1, 1), (11, 1, 2)]) == .outsidePeriod(try Self.date(2026, 11, 1)))
    #expect(try error([(10, 1, -1)]) == .weightOutOfRange(first) && error([(10, 1, .max)]) == .weightOutOfRange(first))
    #expect(try error([(10, 1, 0)]) == .noWeight && error([(10, 1, 0), (10, 9, 4)]) == nil)
  }

  @Test func sharesOfNothingAreNotSaid() throws {
    let euro = try #require(Currency(code: "EUR"))
    let yen = try #require(Currency(code: "JPY"))
    func money(_ minor: Int64) -> Money { Money(minor: minor, currency: euro) }
    #expect(Attainment.share(money(-50), of: money(200)) == -0.25)
    #expect(Attainment.share(money(1), of: money(0)) == nil)
    #expect(Attainment.share(money(1), of: Money(minor: 1, currency: yen)) == nil)
    #expect(Attainment.pacing(money(50), expectation: money(40)) == 1.25)
    func coverage(_ pipeline: Int64, _ target: Int64, _ attained: Int64) -> PipelineCoverage? {
      PipelineCoverage(
        basis: .expectedValue, pipeline: money(pipeline), without: 2, target: money(target), attained: money(attained))
    }
    #expect(coverage(300, 200, 100)?.ratio == 3)
    #expect(coverage(300, 200, 200)?.ratio == nil && coverage(300, 200, 250)?.left.minor == -50)
    #expect(coverage(1, .max, .min) == nil)
  }
}
