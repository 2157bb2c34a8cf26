import Testing

@testable import SharedFunnel

/// It is Tuesday, 3 November 2026, 15:05 in Berlin.
@Suite("What people type for a time")
struct TimeTextTests {
  let now = Timestamp(milliseconds: 1_793_714_700_000)
  let berlin: ReportingZone

  init() throws {
    berlin = try ReportingZone(identifier: "Europe/Berlin")
  }

  @Test(
    "An instant",
    arguments: [
      ("now", "2026-11-03T14:05:00Z"),
      ("2026-11-03", "2026-11-02T23:00:00Z"),
      ("  2026-11-03 ", "2026-11-02T23:00:00Z"),
      ("2026-11-03T14:05", "2026-11-03T13:05:00Z"),
      ("2026-11-03 14:05", "2026-11-03T13:05:00Z"),
      ("2026-11-03  14:05:06.5", "2026-11-03T13:05:06.500Z"),
      ("2026-11-03T14:05+01:00", "2026-11-03T13:05:00Z"),
      ("2026-11-03 14:05 -0500", "2026-11-03T19:05:00Z"),
      ("2026-11-03t14:05z", "2026-11-03T14:05:00Z"),
      ("Today", "2026-11-02T23:00:00Z"),
      ("yesterday", "2026-11-01T23:00:00Z"),
      ("tomorrow", "2026-11-03T23:00:00Z"),
      ("3 days ago", "2026-10-30T23:00:00Z"),
      ("1 day ago", "2026-11-01T23:00:00Z"),
      ("2 weeks ago", "2026-10-19T22:00:00Z"),
      ("8 months ago", "2026-03-02T23:00:00Z"),
      ("1 quarter ago", "2026-08-02T22:00:00Z"),
      ("2 years ago", "2024-11-02T23:00:00Z"),
      ("2 hours ago", "2026-11-03T12:05:00Z"),
      ("90  MINUTES ago", "2026-11-03T12:35:00Z"),
      ("5 seconds ago", "2026-11-03T14:04:55Z"),
    ])
  func instant(text: String, expected: String) throws {
    #expect(try DateText.instant(text, now: now, zone: berlin).iso8601 == expected)
  }

  @Test(
    "As of: the end of what is named",
    arguments: [
      ("2026-11-03", "2026-11-03T22:59:59.999Z"),
      ("2026-Q3", "2026-09-30T21:59:59.999Z"),
      ("2026-Q4", "2026-12-31T22:59:59.999Z"),
      ("2026", "2026-12-31T22:59:59.999Z"),
      ("2026-02", "2026-02-28T22:59:59.999Z"),
      ("2026-W45", "2026-11-08T22:59:59.999Z"),
      ("yesterday", "2026-11-02T22:59:59.999Z"),
      ("last month", "2026-10-31T22:59:59.999Z"),
      ("3 days ago", "2026-10-31T22:59:59.999Z"),
      ("2026-11-03T14:05", "2026-11-03T13:05:00Z"),
      ("2 hours ago", "2026-11-03T12:05:00Z"),
      ("now", "2026-11-03T14:05:00Z"),
    ])
  func asOf(text: String, expected: String) throws {
    #expect(try DateText.asOf(text, now: now, zone: berlin).iso8601 == expected)
  }

  @Test("A month after the 31st is the last day of a shorter month")
  func monthEnd() throws {
    let march = try #require(Timestamp(iso8601: "2026-03-31T12:00Z"))
    #expect(try DateText.instant("1 month ago", now: march, zone: .utc).iso8601 == "2026-02-28T00:00:00Z")
    let leapDay = try #require(Timestamp(iso8601: "2024-02-29T12:00Z"))
    #expect(try DateText.instant("1 year ago", now: leapDay, zone: .utc).iso8601 == "2023-02-28T00:00:00Z")
  }

  @Test("Today is the day of the zone, not of UTC")
  func today() throws {
    let lateEvening = try #require(Timestamp(iso8601: "2026-11-03T23:30Z"))
    #expect(try DateText.period("today", now: lateEvening, zone: berlin).label == "2026-11-04")
    #expect(try DateText.period("today", now: lateEvening, zone: .utc).label == "2026-11-03")
  }

  @Test(
    "What is no time is refused, and says why",
    arguments: [
      ("", DateTextError.notAnInstant("")),
      ("soon", .notAnInstant("soon")),
      ("2026-11-03T25:00", .notAnInstant("2026-11-03T25:00")),
      ("2026-11-03T14:05 Berlin", .notAnInstant("2026-11-03T14:05 Berlin")),
      ("2026-Q4", .notAnInstant("2026-Q4")),
      ("-3 days ago", .notAnInstant("-3 days ago")),
      ("+3 days ago", .notAnInstant("+3 days ago")),
      ("2026-02-30", .noSuchDate("2026-02-30")),
      ("2026-02-30 10:00", .noSuchDate("2026-02-30 10:00")),
      ("3/11/2026", .ambiguousOrder("3/11/2026")),
      ("3.11.26 14:05", .ambiguousOrder("3.11.26 14:05")),
      ("1969-12-31", .outOfRange("1969-12-31")),
      ("2106-01-02", .outOfRange("2106-01-02")),
      ("99999999999999 days ago", .outOfRange("99999999999999 days ago")),
      ("99999999999999 hours ago", .outOfRange("99999999999999 hours ago")),
    ])
  func notInstant(text: String, expected: DateTextError) {
    let error = #expect(throws: expected) { try DateText.instant(text, now: now, zone: berlin) }
    #expect(error?.message.contains("2026-11-03") == true)
  }

  @Test(
    "A duration in seconds",
    arguments: [
      ("90d", 7_776_000), ("12h", 43_200), ("30m", 1800), ("45s", 45), ("2w", 1_209_600), ("90 days", 7_776_000),
      ("1 Hour", 3600), (" 5 min ", 300), ("0d", 0), ("13W", 7_862_400),
    ])
  func duration(text: String, seconds: Int64) throws {
    #expect(try DateText.duration(text) == seconds)
  }

  @Test(
    "What is no duration, or none of fixed length, is refused",
    arguments: [
      ("", DateTextError.notADuration("")), ("d", .notADuration("d")), ("90", .notADuration("90")),
      ("-5d", .notADuration("-5d")), ("1.5h", .notADuration("1.5h")), ("5 parsecs", .notADuration("5 parsecs")),
      ("٣d", .notADuration("٣d")), ("3 months", .unevenUnit("3 months")), ("3M", .unevenUnit("3M")),
      ("1y", .unevenUnit("1y")),
      ("2 quarters", .unevenUnit("2 quarters")), ("99999999999999999999d", .outOfRange("99999999999999999999d")),
      ("9223372036854775807w", .outOfRange("9223372036854775807w")),
    ])
  func notDuration(text: String, expected: DateTextError) {
    let error = #expect(throws: expected) { try DateText.duration(text) }
    #expect(error?.message.contains("{") == false)
  }
}
