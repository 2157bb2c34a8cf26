import Foundation
import Testing

@testable import SharedFunnel

/// It is Tuesday, 3 November 2026, 15:05 in Berlin.
@Suite("Periods and the grid of reports")
struct TimePeriodTests {
  let now = Timestamp(milliseconds: 1_793_714_700_000)
  let berlin: ReportingZone

  init() throws {
    berlin = try ReportingZone(identifier: "Europe/Berlin")
  }

  @Test(
    "Each way to name a period, by its first day, the day after it and its name",
    arguments: [
      ("2026", "2026-01-01", "2027-01-01", "2026"),
      ("2026-H1", "2026-01-01", "2026-07-01", "2026-H1"),
      ("2026-h2", "2026-07-01", "2027-01-01", "2026-H2"),
      ("2026-Q4", "2026-10-01", "2027-01-01", "2026-Q4"),
      ("2026-10", "2026-10-01", "2026-11-01", "2026-10"),
      ("2026-W45", "2026-11-02", "2026-11-09", "2026-W45"),
      ("2026-w01", "2025-12-29", "2026-01-05", "2026-W01"),
      ("2026-W53", "2026-12-28", "2027-01-04", "2026-W53"),
      ("2026-11-03", "2026-11-03", "2026-11-04", "2026-11-03"),
      ("2026-01-01..2026-03-31", "2026-01-01", "2026-04-01", "2026-01-01..2026-03-31"),
      ("2026-01-01 .. 2026-01-01", "2026-01-01", "2026-01-02", "2026-01-01"),
      ("2026-01..2026-05", "2026-01-01", "2026-06-01", "2026-01..2026-05"),
      ("2025-Q4..2026-Q1", "2025-10-01", "2026-04-01", "2025-Q4..2026-Q1"),
      ("2026-Q1..2026-Q2", "2026-01-01", "2026-07-01", "2026-H1"),
      ("2025-12-15..2026-01", "2025-12-15", "2026-02-01", "2025-12-15..2026-01-31"),
      ("last 90 days", "2026-08-06", "2026-11-04", "2026-08-06..2026-11-03"),
      ("last 1 day", "2026-11-03", "2026-11-04", "2026-11-03"),
      ("last 12 weeks", "2026-08-17", "2026-11-09", "2026-W34..2026-W45"),
      ("last 3 months", "2026-09-01", "2026-12-01", "2026-09..2026-11"),
      ("last 4 quarters", "2026-01-01", "2027-01-01", "2026-Q1..2026-Q4"),
      ("last 2 years", "2025-01-01", "2027-01-01", "2025..2026"),
      ("this week", "2026-11-02", "2026-11-09", "2026-W45"),
      ("this month", "2026-11-01", "2026-12-01", "2026-11"),
      ("This  Quarter", "2026-10-01", "2027-01-01", "2026-Q4"),
      ("this year", "2026-01-01", "2027-01-01", "2026"),
      ("last week", "2026-10-26", "2026-11-02", "2026-W44"),
      ("last month", "2026-10-01", "2026-11-01", "2026-10"),
      ("last quarter", "2026-07-01", "2026-10-01", "2026-Q3"),
      ("last year", "2025-01-01", "2026-01-01", "2025"),
      ("today", "2026-11-03", "2026-11-04", "2026-11-03"),
      ("yesterday", "2026-11-02", "2026-11-03", "2026-11-02"),
    ])
  func names(text: String, first: String, after: String, label: String) throws {
    let period = try DateText.period(text, now: now, zone: berlin)
    #expect(berlin.civil(period.start).date.iso == first)
    #expect(berlin.civil(period.end).date.iso == after)
    #expect(period.start == (try DateText.instant(first, now: now, zone: berlin)))
    #expect(period.end == (try DateText.instant(after, now: now, zone: berlin)))
    #expect(period.label == label)
    #expect(try DateText.period(label, now: now, zone: berlin) == period, "the name names the period")
    #expect(period.contains(period.start) && !period.contains(period.end))
  }

  @Test(
    "The period before",
    arguments: [
      ("2026-Q1", "2025-Q4"), ("2026-H1", "2025-H2"), ("2026", "2025"), ("2026-01", "2025-12"),
      ("2026-W01", "2025-W52"),
      ("2026-03-01", "2026-02-28"), ("2026-01-01..2026-03-31", "2025-10-03..2025-12-31"),
      ("last 90 days", "2026-05-08..2026-08-05"), ("last 3 months", "2026-06..2026-08"),
    ])
  func previous(text: String, before: String) throws {
    let period = try DateText.period(text, now: now, zone: berlin)
    let previous = period.previous(berlin)
    #expect(previous.label == before)
    #expect(previous.end == period.start, "no hole between them")
  }

  @Test(
    "What is no period is refused, and says why",
    arguments: [
      ("", DateTextError.notAPeriod("")), ("now", .notAPeriod("now")), ("2 hours ago", .notAPeriod("2 hours ago")),
      ("2026-Q", .notAPeriod("2026-Q")), ("2026-W5", .notAPeriod("2026-W5")), ("20266", .notAPeriod("20266")),
      ("2026-1", .notAPeriod("2026-1")), ("2026-11-03T14:05", .notAPeriod("2026-11-03T14:05")),
      ("2026-01-01..", .notAPeriod("2026-01-01..")), ("..2026-01-01", .notAPeriod("..2026-01-01")),
      ("last 0 days", .notAPeriod("last 0 days")), ("last -1 days", .notAPeriod("last -1 days")),
      ("last fortnight", .notAPeriod("last fortnight")), ("3/11/2026", .ambiguousOrder("3/11/2026")),
      ("2026-Q5", .noSuchDate("2026-Q5")), ("2026-H3", .noSuchDate("2026-H3")), ("2026-13", .noSuchDate("2026-13")),
      ("2026-W00", .noSuchDate("2026-W00")), ("2025-W53", .noSuchDate("2025-W53")),
      ("2025-02-29", .noSuchDate("2025-02-29")),
      ("2026-03-31..2026-01-01", .endBeforeStart("2026-03-31..2026-01-01")),
      ("1969", .outOfRange("1969")), ("2106", .outOfRange("2106")), ("9999-12-31", .outOfRange("9999-12-31")),
      ("last 99999999999999 days", .outOfRange("last 99999999999999 days")),
      ("last 99999999999999999999999 years", .outOfRange("last 99999999999999999999999 years")),
    ])
  func refused(text: String, expected: DateTextError) {
    let error = #expect(throws: expected) { try DateText.period(text, now: now, zone: berlin) }
    #expect(error?.message.contains("{") == false)
    #expect(error?.message.contains("2026-") == true, "an example of what is accepted")
  }

  @Test("Stepping back from any period never stops the program")
  func steppingBack() throws {
    var period = try DateText.period("last 40 years", now: now, zone: berlin)
    for _ in 0..<100 { period = period.previous(berlin) }
    #expect(period.start <= period.end)
  }

  @Test("Days on which the clock changes have 23 and 25 hours")
  func clockChanges() throws {
    let start = try DateText.instant("2026-03-28", now: now, zone: berlin)
    let end = try DateText.instant("2026-10-27", now: now, zone: berlin)
    let grid = PeriodGrid(.day, from: start, to: end, zone: berlin)
    let hours = zip(grid.boundaries.dropFirst(), grid.boundaries).map { ($0 - $1) / 3600 }
    #expect(
      zip(grid.labels, hours).filter { $0.1 != 24 }.map { "\($0.0) \($0.1)" } == ["2026-03-29 23", "2026-10-25 25"])
  }

  @Test("A grid covers what is asked for and no unit more")
  func cover() throws {
    let start = try DateText.instant("2026-09-15", now: now, zone: berlin)
    let months = PeriodGrid(.month, from: start, to: now, zone: berlin)
    #expect(months.labels == ["2026-09", "2026-10", "2026-11"])
    #expect(
      months.boundaries.map { Timestamp(seconds: $0).iso8601 } == [
        "2026-08-31T22:00:00Z", "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z",
      ])
    let november = try DateText.instant("2026-11-01", now: now, zone: berlin)
    #expect(PeriodGrid(.month, from: start, to: november, zone: berlin).labels == ["2026-09", "2026-10"])
    #expect(
      PeriodGrid(.week, from: now, to: Timestamp(milliseconds: now.milliseconds + 1), zone: berlin).labels == [
        "2026-W45"
      ])
    #expect(PeriodGrid(.quarter, from: start, to: now, zone: berlin).labels == ["2026-Q3", "2026-Q4"])
    #expect(PeriodGrid(.year, from: start, to: now, zone: berlin).labels == ["2026"])
  }

  @Test("Nothing asked for is nothing, and everything is bounded")
  func bounds() {
    let empty = PeriodGrid(.day, from: now, to: now, zone: .utc)
    #expect(empty.boundaries.isEmpty && empty.labels.isEmpty)
    #expect(PeriodGrid(.day, from: now, to: .earliest, zone: .utc).labels.isEmpty)
    let all = PeriodGrid(.day, from: Timestamp(milliseconds: .min), to: Timestamp(milliseconds: .max), zone: .utc)
    #expect(all.labels.count == 49_672)
    #expect(all.labels.last == "2105-12-31")
    #expect(all.boundaries.count == all.labels.count + 1)
  }

  @Test("Grids are Foundation's intervals, for every unit and zone", arguments: TimeZoneTests.identifiers)
  func foundation(identifier: String) throws {
    // Days are compared in TimeZoneTests: Foundation answers the day that Samoa skipped in its own way.
    let zone = try ReportingZone(identifier: identifier)
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: identifier))
    let start = try #require(Timestamp(iso8601: "2012-06-15T12:00Z"))
    let end = try #require(Timestamp(iso8601: "2031-06-15T12:00Z"))
    for (unit, component) in [(PeriodUnit.week, Calendar.Component.weekOfYear), (.month, .month), (.year, .year)] {
      let grid = PeriodGrid(unit, from: start, to: end, zone: zone)
      for (from, to) in zip(grid.boundaries, grid.boundaries.dropFirst()) {
        let middle = Date(timeIntervalSince1970: Double((from + to) / 2))
        let interval = try #require(calendar.dateInterval(of: component, for: middle))
        try #require(interval.start.timeIntervalSince1970 == Double(from), "\(identifier) \(unit) \(from)")
        try #require(interval.end.timeIntervalSince1970 == Double(to), "\(identifier) \(unit) \(to)")
      }
    }
  }
}
