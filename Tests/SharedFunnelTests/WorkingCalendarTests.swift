import Foundation
import Testing

@testable import SharedFunnel

@Suite("A calendar is read as it is written, or refused with what to write instead")
struct WorkingCalendarTests {
  @Test(
    "Hours of the week, typed in many ways, mean one thing",
    arguments: [
      (["Mon-Fri 09:00-17:00"], ["Mon-Fri 09:00-17:00"]),
      (["monday-FRIDAY 9:00-17:00"], ["Mon-Fri 09:00-17:00"]),
      (
        ["Mon,Tue 09:00-12:00, 13:00-17:00", "Sat 10:00-14:00"], ["Mon-Tue 09:00-12:00 13:00-17:00", "Sat 10:00-14:00"]
      ),
      (["Mon 13:00-17:00", "Mon 09:00-12:00"], ["Mon 09:00-12:00 13:00-17:00"]),
      (["Sat-Wed 08:00-16:00"], ["Mon-Wed 08:00-16:00", "Sat-Sun 08:00-16:00"]),
      (["daily 22:00-06:00"], ["Mon-Sun 22:00-06:00"]), (["Sun 00:00-24:00"], ["Sun 00:00-24:00"]),
      (["daily 18:00-24:00 00:00-06:00"], ["Mon-Sun 00:00-06:00 18:00-24:00"]),
      // What touches does not overlap, also over midnight.
      (["daily 22:00-06:00 06:00-22:00"], ["Mon-Sun 06:00-22:00 22:00-06:00"]),
    ])
  func hours(typed: [String], expected: [String]) throws {
    let week = try WorkingWeek(lines: typed)
    #expect(week.lines == expected)
    #expect(try WorkingWeek(lines: week.lines) == week)
  }

  @Test(
    "What does not say when people work is refused",
    arguments: [
      ([""], .badWeekHours("")), (["Mon-Fri"], .badWeekHours("Mon-Fri")),
      (["09:00-17:00"], .badWeekHours("09:00-17:00")), (["Mon-Mon 9:00-17:00"], .badWeekHours("Mon-Mon 9:00-17:00")),
      (["Mon 9:00-17:00 Tue"], .badWeekHours("Mon 9:00-17:00 Tue")),
      (["Lundi 9:00-17:00"], .badWeekHours("Lundi 9:00-17:00")),
      (["Mon-Wed-Fri 9:00-17:00"], .badWeekHours("Mon-Wed-Fri 9:00-17:00")), (["Mon 9-17"], .badHours("9-17")),
      (["Mon 09:00-24:01"], .badHours("09:00-24:01")), (["Mon 24:00-06:00"], .badHours("24:00-06:00")),
      (["Mon 09:60-17:00"], .badHours("09:60-17:00")), (["Mon 09:00-09:00"], .badHours("09:00-09:00")), ([], .noHours),
    ] as [([String], WorkingCalendarError)])
  func refusals(typed: [String], error: WorkingCalendarError) {
    #expect(throws: error) { try WorkingWeek(lines: typed) }
    #expect(!error.message.contains("{"))
  }

  @Test(
    "An hour that is named twice is refused, also where a night reaches into the next morning",
    arguments: [
      ["Mon-Fri 09:00-17:00", "Fri 16:59-18:00"], ["Sun 22:00-06:00", "Mon 05:59-14:00"],
      ["daily 20:00-10:00 09:00-12:00"], ["daily 00:00-24:00", "Mon 09:00-10:00"],
    ])
  func overlaps(typed: [String]) {
    #expect { try WorkingWeek(lines: typed) } throws: { error in
      if case .overlap = error as? WorkingCalendarError { true } else { false }
    }
  }

  @Test("Holidays of one date are one, with both names; hours that differ are refused")
  func dates() throws {
    let week = try WorkingWeek(lines: ["Mon-Fri 09:00-17:00"])
    let date = try #require(CivilDate(iso: "2026-05-14"))
    func calendar(_ days: SpecialDay...) throws -> WorkingCalendar {
      try WorkingCalendar(zone: "UTC", week: week, days: days)
    }
    let joined = try calendar(SpecialDay(date: date, name: "Ascension"), SpecialDay(date: date, name: "Father's Day"))
    #expect(joined.days.map(\.name) == ["Ascension / Father's Day"])
    #expect(try calendar(SpecialDay(date: date), SpecialDay(date: date, name: "X")).days.map(\.name) == ["X"])
    #expect(throws: WorkingCalendarError.dateTwice(date)) {
      try calendar(SpecialDay(date: date), SpecialDay(date: date, hours: "09:00-12:00"))
    }
    #expect(throws: WorkingCalendarError.self) { try SpecialDay(date: date, hours: "09:00-12:00 11:00-13:00") }
    #expect(throws: WorkingCalendarError.badName("a\nb")) { try SpecialDay(date: date, name: "a\nb") }
  }

  @Test("The journal's text is read back as the same calendar, and what breaks a rule is not read")
  func journal() throws {
    let calendar = try WorkingCalendar(
      zone: "Asia/Tehran", week: WorkingWeek(lines: ["Sat-Wed 08:00-16:00", "Thu 22:00-02:00"]),
      days: [
        SpecialDay(date: #require(CivilDate(iso: "2026-03-21")), name: "نوروز"),
        SpecialDay(date: #require(CivilDate(iso: "2026-03-20")), hours: "08:00-12:00"),
      ])
    let setting = CalendarSetting(CalendarVersion(department: .sales, calendar: calendar, from: .earliest))
    let text = try JSONEncoder().encode(setting)
    #expect(try JSONDecoder().decode(CalendarSetting.self, from: text) == setting)
    for damaged in [
      #"{"zone":"UTC","hours":["Mon 09:00"]}"#, #"{"zone":"UTC","hours":[]}"#,
      #"{"zone":"UTC","hours":["Mon 09:00-10:00"],"days":[{"date":"2026-02-30"}]}"#,
      #"{"zone":"UTC","hours":["Mon 09:00-10:00"],"days":[{"date":"2026-02-20","hours":"x"}]}"#,
    ] {
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(WorkingCalendar.self, from: Data(damaged.utf8)) }
    }
  }
}

@Suite("Each moment is judged by the calendar that holds then")
struct WorkingCalendarsTests {
  private let office: WorkingCalendar
  private let nights: WorkingCalendar

  init() throws {
    office = try WorkingCalendar(zone: "Europe/Berlin", week: WorkingWeek(lines: ["Mon-Fri 09:00-17:00"]))
    nights = try WorkingCalendar(zone: "America/New_York", week: WorkingWeek(lines: ["daily 22:00-06:00"]))
  }

  private func day(_ text: String) throws -> Timestamp { try #require(Timestamp(iso8601: "\(text)T00:00Z")) }

  @Test("Versions: the last one made of those that start together, until the next")
  func versions() throws {
    var calendars = WorkingCalendars()
    #expect(calendars.version(of: .sales, at: .latest) == nil)
    let march = try day("2026-03-02")
    calendars.set(CalendarVersion(department: .sales, calendar: office, from: march))
    calendars.set(CalendarVersion(department: .sales, calendar: nights, from: nil))
    calendars.set(CalendarVersion(department: .marketing, calendar: office, from: nil))
    calendars.set(CalendarVersion(department: .sales, calendar: nil, from: march))
    let before = Timestamp(milliseconds: march.milliseconds - 1)
    #expect(calendars.version(of: .sales, at: before)?.calendar == nights)
    #expect(calendars.version(of: .sales, at: march) == CalendarVersion(department: .sales, calendar: nil, from: march))
    #expect(calendars.versions(of: .sales).map(\.calendar) == [nights, nil])
    // Before the change by the old one, after it by the clock.
    let time = try calendars.workingTime(of: .sales)
    let alone = try WorkingTime(anyOf: [nights])
    let (start, end) = (try day("2026-02-01"), try day("2026-03-31"))
    #expect(
      time.seconds(from: start, to: end)
        == alone.seconds(from: start, to: march) + end.seconds - march.seconds)
    #expect(time.adding(1_000_000, to: start).map { time.seconds(from: start, to: $0) } == 1_000_000)
    #expect(!time.isClockTime)
  }

  @Test("Random changes of calendar: a span is the sum of its parts, each by its own calendar")
  func changes() throws {
    var random = SplitMix64(seed: 6)
    let choices: [WorkingCalendar?] = [office, nights, nil]
    for _ in 0..<40 {
      var calendars = WorkingCalendars()
      var pieces: [(start: Timestamp, calendar: WorkingCalendar?)] = [(.earliest, nil)]
      var start = try day("2026-01-01").seconds
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        start += Int64.random(in: 1...5_000_000, using: &random)
        let calendar = choices[Int.random(in: 0..<3, using: &random)]
        pieces.append((Timestamp(seconds: start), calendar))
      }
      for piece in pieces.dropFirst().shuffled(using: &random) {
        calendars.set(CalendarVersion(department: .sales, calendar: piece.calendar, from: piece.start))
      }
      let time = try calendars.workingTime(of: .sales)
      let (from, to) = (try day("2025-12-01"), Timestamp(seconds: start + 3_000_000))
      var expected: Int64 = 0
      for (index, piece) in pieces.enumerated() {
        let end = index + 1 < pieces.count ? min(pieces[index + 1].start, to) : to
        let own = try WorkingTime(anyOf: piece.calendar.map { [$0] } ?? [])
        expected += own.seconds(from: max(piece.start, from), to: max(end, from))
      }
      #expect(time.seconds(from: from, to: to) == expected)
    }
  }

  @Test("Of departments that share a stage, any that works is enough, and one without a calendar always works")
  func shared() throws {
    var calendars = WorkingCalendars()
    calendars.set(CalendarVersion(department: .sales, calendar: office, from: nil))
    #expect(try calendars.workingTime(of: [.marketing, .sales]) == .clock)
    #expect(try calendars.workingTime(of: []) == .clock)
    calendars.set(CalendarVersion(department: .marketing, calendar: nights, from: nil))
    let both = try calendars.workingTime(of: [.marketing, .sales])
    #expect(both == (try WorkingTime(anyOf: [nights, office])))
    // 04:00 to 12:00 in Berlin, and 09:00 to 17:00: thirteen hours of a day in winter.
    #expect(both.seconds(from: try day("2026-01-14"), to: try day("2026-01-15")) == 13 * 3600)
  }

  @Test("A change takes over what holds, and puts the dates that are named in the place of theirs")
  func amendments() throws {
    let date = try #require(CivilDate(iso: "2026-12-24"))
    let half = try SpecialDay(date: date, hours: "09:00-12:00")
    let base = try WorkingCalendar(zone: office.zone, week: office.week, days: [SpecialDay(date: date, name: "Eve")])
    let amended = try #require(
      try CalendarChange.amended(zone: "Asia/Kolkata", days: [half]).calendar(over: base, of: .sales))
    #expect(amended == (try WorkingCalendar(zone: "Asia/Kolkata", week: office.week, days: [half])))
    #expect(throws: WorkingCalendarError.nothingToAmend(.sales)) {
      try CalendarChange.amended(zone: nil, days: [half]).calendar(over: nil, of: .sales)
    }
    #expect(try CalendarChange.anew(nights).calendar(over: base, of: .sales) == nights)
    #expect(try CalendarChange.always.calendar(over: base, of: .sales) == nil)
  }
}
