import Foundation
import Testing

@testable import SharedFunnel

/// Offsets as Foundation tells them one by one, and civil times found by trying.
private struct SlowZone {
  let zone: TimeZone

  func offset(_ seconds: Int64) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
  }

  /// The earliest instant that shows `local`; in a gap, the reading on the clock as it was before.
  func resolve(_ local: Int64) -> Int64 {
    let offsets = Set(stride(from: local - 100_000, through: local + 100_000, by: 1800).map(offset))
    let matches = offsets.map { local - $0 }.filter { offset($0) == local - $0 }
    return matches.min() ?? local - offset(local - 100_000)
  }

  /// The first minute that lies on the day or after it.
  func start(ofDay day: Int64) -> Int64? {
    stride(from: day * 86_400 - 100_020, through: day * 86_400 + 200_040, by: 60).first {
      $0 + offset($0) >= day * 86_400
    }
  }

  /// Days on which the offset changes.
  var changes: [Int64] {
    var days: [Int64] = []
    for day in 1..<Int64(49_600) where offset(day * 86_400) != offset((day + 1) * 86_400) { days.append(day) }
    return days
  }
}

@Suite("The reporting zone cuts days where the clocks of that place do")
struct TimeZoneTests {
  /// The zones of the design, and those whose clocks change at midnight, by half an hour, by a day, or in Ramadan.
  static let identifiers = [
    "UTC", "Europe/Berlin", "America/New_York", "Asia/Tehran", "Australia/Lord_Howe", "Pacific/Apia",
    "America/Sao_Paulo", "America/Havana", "Africa/Casablanca", "Atlantic/Azores", "Europe/Moscow", "Africa/Cairo",
  ]

  @Test("Random instants show what Foundation's calendar shows", arguments: identifiers)
  func civil(identifier: String) throws {
    let zone = try ReportingZone(identifier: identifier)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: identifier))
    var generator = SplitMix64(seed: 2)
    for _ in 0..<2000 {
      let seconds = Int64.random(in: 0...Timestamp.latest.seconds, using: &generator)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(seconds)))
      let civil = zone.civil(Timestamp(milliseconds: seconds * 1000 + 7))
      let date = civil.date
      try #require(
        [date.year, date.month, date.day, civil.hour, civil.minute, civil.second]
          == [parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second], "\(identifier) \(seconds)")
      #expect(civil.millisecond == 7)
    }
  }

  @Test("On and around every change of the clock, readings mean what trying finds", arguments: identifiers)
  func changes(identifier: String) throws {
    let zone = try ReportingZone(identifier: identifier)
    let slow = SlowZone(zone: try #require(TimeZone(identifier: identifier)))
    var generator = SplitMix64(seed: 3)
    for day in slow.changes {
      for _ in 0..<6 {
        let local = day * 86_400 + Int64.random(in: -86_400...172_800, using: &generator)
        let civil = CivilDateTime(localMilliseconds: local * 1000 + 250)
        let expected = Timestamp(milliseconds: slow.resolve(local) * 1000 + 250)
        try #require(zone.timestamp(of: civil) == expected, "\(identifier) \(civil)")
      }
    }
    // The first instant of a day, also where midnight does not exist or exists twice.
    for day in slow.changes.suffix(40) {
      for date in day - 1...day + 2 {
        let expected = try #require(slow.start(ofDay: date))
        let start = zone.timestamp(of: CivilDate(clampedDays: Int(date)))
        try #require(start == Timestamp(seconds: expected), "\(identifier) day \(date)")
      }
    }
  }

  @Test("In the spring a skipped reading moves forward; in the autumn the earlier of two is meant")
  func berlin() throws {
    let berlin = try ReportingZone(identifier: "Europe/Berlin")
    let spring = try #require(CivilDate(year: 2026, month: 3, day: 29))
    let skipped = try #require(CivilDateTime(date: spring, hour: 2, minute: 30))
    #expect(berlin.timestamp(of: skipped).iso8601 == "2026-03-29T01:30:00Z")
    #expect(berlin.civil(berlin.timestamp(of: skipped)).hour == 3)
    let autumn = try #require(CivilDate(year: 2026, month: 10, day: 25))
    let twice = try #require(CivilDateTime(date: autumn, hour: 2, minute: 30))
    #expect(berlin.timestamp(of: twice).iso8601 == "2026-10-25T00:30:00Z")
    let hours = [spring, autumn].map { day in
      let next = PeriodUnit.day.advance(day, by: 1)
      return (berlin.timestamp(of: next).seconds - berlin.timestamp(of: day).seconds) / 3600
    }
    #expect(hours == [23, 25])
  }

  @Test("A midnight or a whole day that does not exist gives way to the first instant after it")
  func midnight() throws {
    let saoPaulo = try ReportingZone(identifier: "America/Sao_Paulo")
    let spring = try #require(CivilDate(year: 2018, month: 11, day: 4))
    #expect(saoPaulo.civil(saoPaulo.timestamp(of: spring)).hour == 1)
    let apia = try ReportingZone(identifier: "Pacific/Apia")
    let skipped = try #require(CivilDate(year: 2011, month: 12, day: 30))
    let next = try #require(CivilDate(year: 2011, month: 12, day: 31))
    #expect(apia.timestamp(of: skipped) == apia.timestamp(of: next))
  }

  @Test(
    "A name that is no zone is refused with what to write",
    arguments: [
      "", "Europe/Belin", "europe/berlin", "../../etc/passwd", "/etc/localtime", "\0", "UTC\n", "Berlin",
    ])
  func unknown(identifier: String) {
    let error = #expect(throws: ReportingZoneError.unknown(identifier)) { try ReportingZone(identifier: identifier) }
    #expect(error?.message.contains("Europe/Berlin") == true)
  }
}
