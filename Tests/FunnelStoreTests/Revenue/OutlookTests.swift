import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// A look ahead starts from what is in the file: the same from the pages as from a replay, and for a period that is over
/// nothing but what was attained.
struct OutlookTests {
  private let folder: TemporaryFolder
  private let store: Store
  private let now: Timestamp

  init() throws {
    folder = try TemporaryFolder()
    // A short way to the end of the quarter, since what lies ahead takes long to work out.
    now = try #require(Timestamp(iso8601: "2026-06-10T00:00:00Z"))
    let demo = DemoFunnel(leads: 300, seed: 5, until: now, hasPromises: false)
    store = try Store.create(path: folder.path("funnel.db"), for: demo, zone: "UTC", currency: "EUR")
    try store.fill(with: demo)
  }

  private func period(_ text: String) throws -> TargetPeriod { try TargetPeriod(text: text, fiscalStart: 1) }

  private func forecast(
    _ text: String, _ scope: ReportScope? = nil, _ conditions: [Condition] = [], seed: UInt64 = 1
  ) throws -> Forecast {
    var simulation = ForecastSimulation()
    simulation.seed = seed
    (simulation.samples, simulation.futures) = (10, 10)
    let scope = scope ?? ReportScope(now: now)
    return try store.read {
      try store.forecast(
        try period(text), conditions, scope, try RecordSource(store, scope, withRevenue: true), simulation: simulation)
    }
  }

  /// Purchases in the workspace's currency less what went back of them, by the rows of the file.
  private func attained(_ first: String, _ after: String) throws -> Int64 {
    let row = try SQLiteShell.rows(
      """
      SELECT (SELECT coalesce(sum(minor), 0) FROM purchase
              WHERE currency = 'EUR' AND at >= strftime('%s', '\(first)') * 1000
                AND at < strftime('%s', '\(after)') * 1000)
           - (SELECT coalesce(sum(r.minor), 0) FROM refund r JOIN purchase p USING (lead, ordinal)
              WHERE p.currency = 'EUR' AND r.at >= strftime('%s', '\(first)') * 1000
                AND r.at < strftime('%s', '\(after)') * 1000) AS sum
      """, on: store.path
    ).first
    return Int64(try #require(row?.int("sum")))
  }

  @Test func ofAPeriodThatIsOverTheForecastIsWhatWasAttained() throws {
    let past = try forecast("2026-Q1")
    let sum = try attained("2026-01-01", "2026-04-01")
    #expect(sum > 0, "the demo has to have purchases for this to prove anything")
    #expect(past.attained.minor == sum)
    #expect((past.expected, past.low, past.high) == (past.attained, past.attained, past.attained))
    let running = try forecast("2026-Q2")
    #expect(running.attained.minor == (try attained("2026-04-01", "2026-07-01")))
    let (expected, low, high) = (
      try #require(running.expected), try #require(running.low), try #require(running.high)
    )
    #expect(expected.minor > running.attained.minor && low.minor < high.minor)
  }

  @Test func pagesAndAReplayStartFromTheSame() throws {
    let pages = try forecast("2026-Q2")
    #expect(pages == (try forecast("2026-Q2", ReportScope(now: now, asOf: now))))
    #expect(pages == (try forecast("2026-Q2")), "the same seed gives the same forecast")
    let other = try forecast("2026-Q2", seed: 2)
    #expect(pages.expected == other.expected && (pages.low, pages.high) != (other.low, other.high))
    #expect(pages.valued.leads > 0 && pages.further.purchases > 0, "else the comparison leaves them out")
    // Expected values are those of then, not of now.
    let before = Timestamp(seconds: now.seconds - 50 * 86_400)
    let then = try forecast("2026-Q2", ReportScope(now: now, asOf: before))
    #expect(then.leads != pages.leads && then.attained.minor < pages.attained.minor)
  }

  @Test func segmentsSumToAllOfThem() throws {
    let all = try forecast("2026-Q2")
    let segments = try store.terms.all(.segment)
    let parts = try segments.indices.map { index in
      try forecast("2026-Q2", nil, [Condition(.segment, index == 0 ? nil : segments[index])])
    }
    #expect(parts.count > 2)
    #expect(parts.reduce(0) { $0 + $1.attained.minor } == all.attained.minor)
    #expect(parts.reduce(0) { $0 + $1.leads.count } == all.leads.count)
    #expect(parts.reduce(0) { $0 + ($1.weighted?.minor ?? 0) } == all.weighted?.minor)
    let sum = try parts.reduce(0) { $0 + (try #require($1.expected)).minor }
    #expect(abs(sum - (try #require(all.expected)).minor) <= Int64(parts.count))
  }

  @Test func otherConditionsChooseTheLeads() throws {
    let all = try forecast("2026-Q2")
    let sources = try store.terms.all(.source)
    let parts = try sources.indices.map { index in
      try forecast("2026-Q2", nil, [Condition(.source, index == 0 ? nil : sources[index])])
    }
    #expect(parts.reduce(0) { $0 + $1.attained.minor } == all.attained.minor)
    #expect(parts.reduce(0) { $0 + $1.leads.count } == all.leads.count)
    #expect(parts.reduce(0) { $0 + $1.further.purchases } > 0)
  }
}
