import Foundation
import Testing

@testable import SharedFunnel

/// The same hours, once as people type them and once as plain numbers.
private struct Place: Sendable, CustomTestStringConvertible {
  var name: String
  var zone: String
  var years: (from: String, to: String)
  var lines: [String]
  /// Foundation's weekdays: Sunday is 1.
  var week: [Int: [(Int, Int)]]
  /// Hours as typed, with the same as numbers.
  var days: [(date: String, hours: String, spans: [(Int, Int)])]

  var testDescription: String { name }

  func calendar() throws -> WorkingCalendar {
    try WorkingCalendar(
      zone: zone, week: try WorkingWeek(lines: lines),
      days: try days.map { try SpecialDay(date: try #require(CivilDate(iso: $0.date)), hours: $0.hours) })
  }

  var hours: CalendarOracle.Hours {
    CalendarOracle.Hours(
      zone: zone, week: week, days: Dictionary(uniqueKeysWithValues: days.map { ($0.date, $0.spans) }))
  }

  func oracle() throws -> CalendarOracle {
    let from = try #require(Timestamp(iso8601: years.from)).seconds
    return try CalendarOracle([hours], from: from, to: try #require(Timestamp(iso8601: years.to)).seconds)
  }

  private static func every(_ days: ClosedRange<Int>, _ spans: [(Int, Int)]) -> [Int: [(Int, Int)]] {
    Dictionary(uniqueKeysWithValues: days.map { ($0, spans) })
  }

  static let all = [
    Place(
      name: "Berlin, office hours with a lunch break", zone: "Europe/Berlin",
      years: ("2025-01-01T00:00Z", "2027-01-01T00:00Z"), lines: ["Mon-Thu 09:00-13:00, 14:00-18:00", "Fri 9:00-15:30"],
      week: every(2...5, [(540, 780), (840, 1080)]).merging([6: [(540, 930)]]) { $1 },
      days: [
        ("2025-12-24", "09:00-13:00", [(540, 780)]), ("2025-12-25", "", []), ("2025-12-26", "", []),
        ("2026-01-01", "", []), ("2026-05-01", "", []), ("2026-10-03", "", []),
        ("2026-01-10", "10:00-14:00", [(600, 840)]),
      ]),
    Place(
      name: "Berlin, night shifts over both clock changes", zone: "Europe/Berlin",
      years: ("2025-01-01T00:00Z", "2027-01-01T00:00Z"), lines: ["daily 22:00-06:00"],
      week: every(1...7, [(1320, 1800)]),
      days: [("2025-12-24", "", []), ("2026-03-28", "20:00-04:15", [(1200, 1695)]), ("2026-10-25", "", [])]),
    Place(
      name: "New York, at the weekend too", zone: "America/New_York",
      years: ("2025-01-01T00:00Z", "2027-01-01T00:00Z"), lines: ["Mon-Fri 08:30-17:15", "Sat,Sun 00:00-24:00"],
      week: every(2...6, [(510, 1035)]).merging([1: [(0, 1440)], 7: [(0, 1440)]]) { $1 },
      days: [("2025-07-04", "", []), ("2025-11-27", "", []), ("2026-11-01", "01:00-03:00", [(60, 180)])]),
    Place(
      name: "Tehran, whose week starts on Saturday, with the clock changed at midnight", zone: "Asia/Tehran",
      years: ("2021-01-01T00:00Z", "2023-01-01T00:00Z"), lines: ["Sat-Wed 08:00-16:30", "Thu 20:00-02:00"],
      week: [7: [(480, 990)], 1: [(480, 990)], 2: [(480, 990)], 3: [(480, 990)], 4: [(480, 990)], 5: [(1200, 1560)]],
      days: [("2021-03-21", "", []), ("2021-03-22", "00:00-02:00", [(0, 120)]), ("2022-09-22", "", [])]),
    Place(
      name: "Tehran, since the clock stands still", zone: "Asia/Tehran",
      years: ("2025-01-01T00:00Z", "2027-01-01T00:00Z"), lines: ["Sat-Wed 08:00-16:30"],
      week: [7: [(480, 990)], 1: [(480, 990)], 2: [(480, 990)], 3: [(480, 990)], 4: [(480, 990)]],
      days: [("2025-03-20", "", []), ("2025-03-21", "", []), ("2026-03-21", "", [])]),
    Place(
      name: "Kolkata, in two shifts", zone: "Asia/Kolkata", years: ("2025-01-01T00:00Z", "2027-01-01T00:00Z"),
      lines: ["Mon-Sat 06:00-14:00 18:45-23:30"], week: every(2...7, [(360, 840), (1125, 1410)]),
      days: [("2025-01-26", "", []), ("2025-08-15", "", []), ("2026-08-15", "", [])]),
    Place(
      name: "Lord Howe, whose clock moves by half an hour", zone: "Australia/Lord_Howe",
      years: ("2025-01-01T00:00Z", "2026-01-01T00:00Z"), lines: ["daily 01:00-03:00"], week: every(1...7, [(60, 180)]),
      days: []),
    Place(
      name: "Apia, which left a whole day out", zone: "Pacific/Apia",
      years: ("2011-06-01T00:00Z", "2012-06-01T00:00Z"), lines: ["Mon-Fri 22:00-06:00"],
      week: every(2...6, [(1320, 1800)]), days: [("2011-12-29", "", [])]),
  ]
}

@Suite("Working time is what the clock of the place shows, counted hour by hour")
struct WorkingTimeTests {
  @Test("Every hour of two years agrees with a count by Foundation's calendar", arguments: Place.all)
  fileprivate func everyHour(place: Place) throws {
    let time = try WorkingTime(anyOf: [place.calendar()])
    let oracle = try place.oracle()
    let start = Timestamp(seconds: oracle.start)
    for hour in stride(from: oracle.start, to: oracle.end, by: 3600) {
      let now = Timestamp(seconds: hour)
      try #require(time.seconds(from: start, to: now) == oracle.seconds(to: hour), "\(now.iso8601)")
      try #require(
        time.isWorking(at: now) == (oracle.seconds(to: hour + 1) > oracle.seconds(to: hour)), "\(now.iso8601)")
    }

    // And any two instants, to the second, and when something falls due.
    var random = SplitMix64(seed: 4)
    for _ in 0..<5000 {
      let from = Int64.random(in: oracle.start..<oracle.end, using: &random)
      let to = Int64.random(in: oracle.start..<oracle.end, using: &random)
      let expected = oracle.seconds(to: to) - oracle.seconds(to: from)
      try #require(
        time.seconds(from: Timestamp(seconds: from), to: Timestamp(seconds: to)) == expected, "\(from) \(to)")
      let wanted = Int64.random(in: 1...400_000, using: &random)
      if let due = oracle.due(wanted, after: from) {
        try #require(time.adding(wanted, to: Timestamp(seconds: from)) == Timestamp(seconds: due), "\(from) \(wanted)")
      }
    }
  }

  @Test("Spans add up; a due time is the earliest one, and measures what was asked", arguments: Place.all)
  fileprivate func properties(place: Place) throws {
    let time = try WorkingTime(anyOf: [place.calendar()])
    var random = SplitMix64(seed: 5)
    func instant() -> Timestamp {
      Timestamp(milliseconds: Int64.random(in: 0...Timestamp.latest.milliseconds, using: &random))
    }
    for _ in 0..<5000 {
      let (a, b, c) = (instant(), instant(), instant())
      try #require(time.seconds(from: a, to: c) == time.seconds(from: a, to: b) + time.seconds(from: b, to: c))
      try #require(time.seconds(from: a, to: b) == -time.seconds(from: b, to: a))
      let wanted = Int64.random(in: 1...10_000_000, using: &random)
      let due = try #require(time.adding(wanted, to: a))
      try #require(time.seconds(from: a, to: due) == wanted)
      // A second earlier it was not yet due.
      let earlier = Timestamp(milliseconds: due.milliseconds - 1000)
      try #require(time.seconds(from: a, to: earlier) < wanted)
    }
  }

  @Test("Two departments work when either does, in zones of their own")
  func union() throws {
    let places = [Place.all[1], Place.all[2], Place.all[5]]
    let time = try WorkingTime(anyOf: places.map { try $0.calendar() })
    let start = try #require(Timestamp(iso8601: "2025-09-01T00:00Z"))
    let end = try #require(Timestamp(iso8601: "2026-05-01T00:00Z"))
    let oracle = try CalendarOracle(places.map(\.hours), from: start.seconds, to: end.seconds)
    for hour in stride(from: oracle.start, to: oracle.end, by: 3600) {
      try #require(time.seconds(from: start, to: Timestamp(seconds: hour)) == oracle.seconds(to: hour))
    }
  }
}

@Suite("Working time on the days that go wrong")
struct WorkingTimeCaseTests {
  private func time(_ zone: String, _ lines: [String], _ days: [SpecialDay] = []) throws -> WorkingTime {
    try WorkingTime(anyOf: [WorkingCalendar(zone: zone, week: WorkingWeek(lines: lines), days: days)])
  }

  private func at(_ text: String) throws -> Timestamp { try #require(Timestamp(iso8601: text)) }

  @Test("A night in which the clock changes has the seconds that it really has")
  func clockChanges() throws {
    let time = try time("Europe/Berlin", ["Sat 22:00-06:00"])
    let hours = try [
      ("2026-03-21T12:00Z", "2026-03-22T12:00Z"), ("2026-03-28T12:00Z", "2026-03-29T12:00Z"),
      ("2026-10-24T12:00Z", "2026-10-25T12:00Z"),
    ].map { time.seconds(from: try at($0), to: try at($1)) / 3600 }
    #expect(hours == [8, 7, 9])
  }

  @Test("What is offered on Friday afternoon is due on Monday morning")
  func weekend() throws {
    let time = try time(
      "Europe/Berlin", ["Mon-Fri 09:00-17:00"],
      [SpecialDay(date: try #require(CivilDate(iso: "2026-11-23")), name: "Works outing")])
    #expect(time.adding(4 * 3600, to: try at("2026-11-13T16:00+01:00")) == (try at("2026-11-16T12:00+01:00")))
    #expect(time.adding(4 * 3600, to: try at("2026-11-20T16:00+01:00")) == (try at("2026-11-24T12:00+01:00")))
    // The end of a day is due then, and not when the next one opens.
    #expect(time.adding(8 * 3600, to: try at("2026-11-16T08:00+01:00")) == (try at("2026-11-16T17:00+01:00")))
  }

  @Test("Milliseconds of a working second are kept; others wait for the hours to begin")
  func milliseconds() throws {
    let time = try time("UTC", ["Mon-Fri 09:00-17:00"])
    #expect(time.adding(60, to: try at("2026-11-16T10:00:00.250Z")) == (try at("2026-11-16T10:01:00.250Z")))
    #expect(time.adding(60, to: try at("2026-11-16T16:59:30.250Z")) == (try at("2026-11-17T09:00:30.250Z")))
    #expect(time.adding(60, to: try at("2026-11-16T08:59:59.250Z")) == (try at("2026-11-16T09:01:00Z")))
    #expect(
      WorkingTime.clock.adding(60, to: try at("2026-11-15T03:00:00.123Z")) == (try at("2026-11-15T03:01:00.123Z")))
  }

  @Test("Without a calendar every second counts, and none is asked for nothing")
  func clock() throws {
    let (from, to) = (try at("2026-01-01T00:00Z"), try at("2026-12-31T00:00Z"))
    #expect(WorkingTime.clock.seconds(from: from, to: to) == to.seconds - from.seconds)
    #expect(WorkingTime.clock.isClockTime)
    #expect(try WorkingTime(anyOf: []) == .clock)
    #expect(WorkingTime.clock.adding(0, to: from) == from)
    #expect(WorkingTime.clock.adding(-5, to: from) == from)
  }

  @Test("No instant and no number of seconds is too far out")
  func extremes() throws {
    let ends = [
      Int64.min, -62_135_596_800_001, -62_135_596_800_000, -1, 0, 253_402_300_799_999, 253_402_300_800_000, .max,
    ].map(Timestamp.init(milliseconds:))
    for time in try [.clock, time("Asia/Tehran", ["Sat-Wed 22:00-06:00"])] {
      for start in ends {
        _ = time.isWorking(at: start)
        for end in ends { #expect(time.seconds(from: start, to: end) == -time.seconds(from: end, to: start)) }
        for seconds in [Int64.min, -1, 0, 1, 1_000_000_000_000, .max] { _ = time.adding(seconds, to: start) }
      }
      #expect(time.adding(.max, to: ends[4]) == nil)
      #expect(time.adding(1, to: ends[6]) == nil)
      #expect(try #require(time.adding(1, to: ends[0])) > ends[2])
    }
  }

  @Test("A zone that the system does not know is refused")
  func unknownZone() throws {
    #expect(throws: ReportingZoneError.unknown("Mars/Olympus")) { try time("Mars/Olympus", ["Mon 09:00-17:00"]) }
  }
}
