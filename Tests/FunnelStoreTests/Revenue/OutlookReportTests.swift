import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// The reports that look ahead: they sum to the minor unit, their counts are their lists, and a past forecast is the one
/// that would have been made.
struct OutlookReportTests {
  private let folder: TemporaryFolder
  private let store: Store
  /// A short way to the end of the quarter, since what lies ahead takes long to work out.
  private let demo = DemoFunnel(leads: 300, seed: 8, until: Timestamp(seconds: 1_781_049_600), hasPromises: false)
  private var now: Timestamp { demo.until }

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.create(path: folder.path("funnel.db"), for: demo, zone: "UTC", currency: "EUR")
    try store.fill(with: demo)
  }

  private func request(_ period: String?, _ conditions: [Condition] = []) throws -> OutlookRequest {
    var request = OutlookRequest(scope: ReportScope(now: now))
    request.period = try period.map { try TargetPeriod(text: $0, fiscalStart: 1) }
    request.conditions = conditions
    (request.simulation.samples, request.simulation.futures) = (10, 4)
    return request
  }

  private func sign(_ period: String, _ minor: Int64) throws {
    let period = try TargetPeriod(text: period, fiscalStart: 1)
    let head = try #require(store.workspace.roster.members.first { $0.heads == [.marketing, .sales] })
    var random = SplitMix64(seed: UInt64(minor))
    func act() -> Act {
      Act(
        actor: head, at: nil, context: CommandContext(id: .command(at: now, using: &random), now: now, login: "test"),
        isDryRun: false)
    }
    var change = Store.TargetChange()
    change.amount = Money(minor: minor, currency: try store.reportingCurrency())
    _ = try store.setTarget(period, change, act())
    _ = try store.signTarget(period, version: nil, act())
  }

  private func attained(_ period: TargetPeriod) throws -> Int64 {
    let days = (period.first.iso, period.after.iso)
    func between(_ column: String) -> String {
      "\(column) >= unixepoch('\(days.0)') * 1000 AND \(column) < unixepoch('\(days.1)') * 1000"
    }
    let row = try SQLiteShell.rows(
      """
      SELECT (SELECT coalesce(sum(minor), 0) FROM purchase WHERE currency = 'EUR' AND \(between("at")))
        - (SELECT coalesce(sum(r.minor), 0) FROM refund r JOIN purchase p USING (lead, ordinal)
           WHERE p.currency = 'EUR' AND \(between("r.at"))) AS sum
      """, on: store.path
    ).first
    return Int64(try #require(row?.int("sum")))
  }

  @Test func theGapSumsToTheMinorUnit() throws {
    try sign("2026-Q1", 12_345_678)
    try sign("2025", 100_000_001)
    for (text, baselines) in [
      ("2026-Q1", [GapRequest.Baseline.previous, .plan]), ("2025", [.previous, .plan]), ("2026-05", [.previous]),
    ] {
      for baseline in baselines {
        var question = GapRequest(try request(text))
        question.baseline = baseline
        let answer = try store.gap(question)
        let gap = try #require(answer.gap)
        let parts = gap.parts.reduce(0) { $0 + $1.amount.minor }
        #expect(gap.attained.minor == (try attained(answer.frame.period)))
        #expect(parts == gap.difference.minor && gap.byOwner.reduce(0) { $0 + $1.amount.minor } == parts)
        #expect(gap.attained.minor - gap.baseline.minor == parts)
        guard let target = gap.target, let raise = gap.raise else {
          #expect(text == "2026-05", "a target that counts is compared with")
          continue
        }
        #expect(target == answer.frame.target?.amount, "the period is over, so the plan asks for all of it")
        #expect(gap.attained.minor - target.minor == parts - raise.minor)
        #expect(baseline != .plan || raise.minor == 0)
        if baseline == .previous { #expect(gap.baseline.minor == (try attained(answer.other))) }
      }
    }
  }

  @Test func aPeriodThatRunsIsComparedWithAsManyDays() throws {
    try sign("2026-Q2", 9_100_000)
    var question = GapRequest(try request("2026-Q2"))
    // 20 April, noon: 20 of 91 days have begun.
    question.outlook.scope.asOf = Timestamp(iso8601: "2026-04-20T12:00:00Z")
    #expect(try store.gap(question).asked == nil, "nobody had signed by then")
    question.outlook.scope = ReportScope(now: try #require(Timestamp(iso8601: "2026-04-20T12:00:00Z")))
    // As the pinned clock has it the signatures lie ahead; the days are those of the clock.
    let answer = try store.gap(question)
    #expect((answer.isRunning, answer.days, answer.otherDays) == (true, 20, 20))
    let first = try #require(Timestamp(iso8601: "2026-01-01T00:00:00Z")).seconds
    #expect(answer.before.days == UInt32(first)..<UInt32(first + 20 * 86_400))
    question.outlook.period = try TargetPeriod(text: "2026-Q3", fiscalStart: 1)
    #expect(throws: GapRefusal.self) { try store.gap(question) }
    question.outlook = try request("2026-Q1")
    question.baseline = .period(try TargetPeriod(text: "2026-02", fiscalStart: 1))
    #expect(throws: GapRefusal.self) { try store.gap(question) }
    question.baseline = .plan
    #expect(throws: GapRefusal.self) { try store.gap(question) }
  }

  @Test func everyCountIsItsList() throws {
    let request = try request("2026-H1")
    let answer = try store.forecast(request)
    func count(_ number: ForecastNumber) throws -> Int {
      switch try store.list(behind: number, of: request) {
      case .open(let leads, let names):
        #expect(leads.map(\.lead) == names.map(\.lead))
        return leads.count
      case .leads(let rows): return rows.count
      case .movements(let movements): return movements.count
      }
    }
    #expect(try count(.open) == answer.forecast.leads.count)
    #expect(try Double(count(.valued)) == answer.forecast.valued.leads)
    #expect(try Double(count(.atMean)) == answer.forecast.atMean.leads)
    #expect(try count(.entered) == answer.entered)
    let revenue = answer.frame.revenue
    #expect(
      try [count(.purchases), count(.refunds), count(.unvalued), count(.unpriced)] == [
        revenue.valued, revenue.refunds, revenue.unvalued, revenue.unpriced,
      ])
    #expect(revenue.valued > 0 && revenue.unvalued + revenue.unpriced > 0, "else nothing is proved")
    for limit in answer.forecast.limits {
      guard let number = ForecastNumber(rawValue: limit.key), !number.isOfPurchases else { continue }
      #expect(try count(number) == limit.count, "\(limit.key)")
    }
    #expect(answer.forecast.limits.contains { $0.key == "in_other_currency" }, "else no limit is compared")
  }

  @Test func aBacktestIsTheForecastOfThen() throws {
    var question = try request(nil)
    let answer = try store.backtest(question, months: 2)
    #expect(answer.backtest.rows.map(\.period) == ["2026-04", "2026-05"])
    for row in answer.backtest.rows {
      #expect(row.basis == .knownAt, "a demo is recorded as it happens")
      question.period = try TargetPeriod(text: row.period, fiscalStart: 1)
      question.scope.knownAt = Timestamp(seconds: Int64(row.at))
      let then = try store.forecast(question)
      #expect((row.forecast, row.low, row.high) == (then.forecast.expected, then.forecast.low, then.forecast.high))
      #expect(row.actual.minor == (try attained(then.frame.period)))
      question.scope.knownAt = nil
    }
    #expect(answer.backtest.rows[1].naive == answer.backtest.rows[0].actual)
  }

  /// The same history, brought by an import, was known to nobody at the time.
  @Test func whatAnImportBroughtIsLookedAtAsOf() throws {
    let log = folder.path("log.csv")
    try DemoLog.write(demo, to: log)
    let yaml = try #require(BuiltInMapping.all.first { $0.name == "event-log" }?.yaml)
    let later = Timestamp(seconds: now.seconds + 86_400)
    var random = SplitMix64(seed: 1)
    func context() -> CommandContext {
      CommandContext(id: .command(at: later, using: &random), now: later, login: "test")
    }
    let other = try Store.create(
      path: folder.path("other.db"), start: Initialization(zone: "UTC", currency: "EUR"), context())
    _ = try other.importFiles(
      ImportRequest(files: [log], mapping: try Mapping(yaml: yaml, file: "event-log")), context())
    var question = try request(nil)
    question.scope = ReportScope(now: later)
    let answer = try other.backtest(question, months: 2)
    #expect(answer.backtest.rows.map(\.basis) == [.asOf, .asOf], "left out: \(answer.unobserved), \(answer.unknown)")
    #expect(answer.backtest.rows.first?.forecast != nil)
  }

  @Test func thePlanMeetsTheTargetAndLeversAreSorted() throws {
    try sign("2026-Q2", 50_000_000)
    let answer = try store.plan(try request("2026-Q2"))
    let plan = try #require(answer.plan)
    #expect(plan.target.minor == 50_000_000)
    #expect(plan.missing?.minor == 50_000_000 - plan.attained.minor - (plan.foreseen?.minor ?? 0))
    #expect(plan.stages.first?.months.map(\.month) == ["2026-06"])
    let worths = answer.levers.compactMap { $0.worth?.minor }
    #expect(worths == worths.sorted(by: >) && answer.levers.count == Lever.usual.count)
    // A target is for all leads: of some of them it says nothing, but for a part by segment.
    let some = try store.plan(try request("2026-Q2", [Condition(.source, nil)]))
    #expect(some.plan == nil && some.frame.target != nil)
  }
}
