import Foundation
import Testing

@testable import SharedFunnel

@Suite("The calendar")
struct TimeCivilDateTests {
  @Test("Counting day after day through eight centuries gives the same dates and weekdays")
  func everyDay() throws {
    var (year, month, day) = (1600, 1, 1)
    // 1600-01-01 was a Saturday, 135,140 days before 1970-01-01.
    var weekday = 6
    var mismatches = 0
    for days in -135_140...157_053 {
      let date = CivilDate(clampedDays: days)
      if date != CivilDate(year: year, month: month, day: day) || date.daysSinceEpoch != days
        || date.weekday.rawValue != weekday
      {
        mismatches += 1
      }
      weekday = weekday % 7 + 1
      let lengths = [
        31, year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
      ]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(mismatches == 0)
    #expect((year, month, day) == (2400, 1, 1))
  }

  @Test(
    "A day that does not exist cannot be said",
    arguments: [
      (2025, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (0, 1, 1), (10_000, 1, 1),
      (Int.max, 1, 1), (2026, Int.min, 1), (2026, 1, Int.max),
    ])
  func missing(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(
    "A clock reading that does not exist cannot be said",
    arguments: [
      (24, 0, 0, 0), (-1, 0, 0, 0), (0, 60, 0, 0), (0, 0, 60, 0), (0, 0, 0, 1000), (Int.max, 0, 0, 0),
    ])
  func missingClock(hour: Int, minute: Int, second: Int, millisecond: Int) throws {
    let date = try #require(CivilDate(year: 2026, month: 11, day: 3))
    #expect(CivilDateTime(date: date, hour: hour, minute: minute, second: second, millisecond: millisecond) == nil)
  }

  @Test("The ends of the calendar")
  func ends() {
    #expect(CivilDate(daysSinceEpoch: -719_162)?.iso == "0001-01-01")
    #expect(CivilDate(daysSinceEpoch: 2_932_896)?.iso == "9999-12-31")
    #expect(CivilDate(daysSinceEpoch: -719_163) == nil)
    #expect(CivilDate(daysSinceEpoch: 2_932_897) == nil)
    #expect(CivilDate(daysSinceEpoch: .min) == nil)
    #expect(CivilDate(daysSinceEpoch: .max) == nil)
  }

  @Test("ISO weeks are those of Foundation's ISO calendar")
  func weeks() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for days in stride(from: 0, through: 49_000, by: 1) {
      let parts = calendar.dateComponents(
        [.weekOfYear, .yearForWeekOfYear], from: Date(timeIntervalSince1970: Double(days) * 86_400))
      let week = CivilDate(clampedDays: days).isoWeek
      try #require(week.year == parts.yearForWeekOfYear && week.week == parts.weekOfYear, "day \(days)")
    }
  }
}
