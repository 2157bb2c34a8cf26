import Foundation
import Testing

@testable import SharedFunnel

@Suite("Dates of an import are read by a stated pattern")
struct TimeFormatTests {
  static let berlin = Result { try ReportingZone(identifier: "Europe/Berlin") }

  @Test(
    "Each pattern reads its texts",
    arguments: [
      ("YYYY-MM-DD", "2026-11-03", "2026-11-02T23:00:00Z"),
      ("YYYY-MM-DD HH:mm:ss", "2026-07-03 14:05:09", "2026-07-03T12:05:09Z"),
      ("YYYY-MM-DDTHH:mm:ss.SSSZ", "2026-11-03T14:05:09.25+02:00", "2026-11-03T12:05:09.250Z"),
      ("M/D/YYYY H:mm", "2/1/2018 9:05", "2018-02-01T08:05:00Z"),
      ("M/D/YYYY H:mm", "12/31/2018 23:05", "2018-12-31T22:05:00Z"),
      ("MM/DD/YY hh:mm A", "11/03/26 12:05 AM", "2026-11-02T23:05:00Z"),
      ("MM/DD/YY hh:mm A", "11/03/26 12:05 pm", "2026-11-03T11:05:00Z"),
      ("M/D/YY h:mm A", "1/3/99 1:05 PM", "1999-01-03T12:05:00Z"),
      ("D.M.YYYY", "3.11.2026", "2026-11-02T23:00:00Z"),
      ("YYYYMMDD", "20261103", "2026-11-02T23:00:00Z"),
      ("D.M.YY", "1.1.70", nil),
      ("D.M.YY", "2.2.70", "1970-02-01T23:00:00Z"),
      ("D.M.YY", "1.2.69", "2069-01-31T23:00:00Z"),
      ("unix", "1793714700", "2026-11-03T14:05:00Z"),
      ("unix_ms", "1793714700007", "2026-11-03T14:05:00.007Z"),
      ("iso8601", "2026-11-03T14:05Z", "2026-11-03T14:05:00Z"),
    ])
  func reads(pattern: String, text: String, expected: String?) throws {
    let format = try DateFormat(pattern: pattern)
    let berlin = try Self.berlin.get()
    if let expected {
      #expect(try format.parse(text, zone: berlin).iso8601 == expected)
    } else {
      #expect(throws: DateParseError.outOfRange(text)) { try format.parse(text, zone: berlin) }
    }
  }

  @Test(
    "A text of another shape is refused with the pattern",
    arguments: [
      ("YYYY-MM-DD", "2026-1-3"), ("YYYY-MM-DD", "2026-11-03 "), ("YYYY-MM-DD", " 2026-11-03"), ("YYYY-MM-DD", ""),
      ("YYYY-MM-DD", "2026-11-03T00:00"), ("M/D/YYYY", "002/1/2018"), ("M/D/YYYY", "2/1/18"), ("M/D/YY", "2/1/2018"),
      ("h:mm A M/D/YY", "9:05 XM 2/1/18"), ("unix", "1793714700.5"), ("unix", "-"), ("unix", "99999999999999999999"),
      ("iso8601", "2026-11-03"), ("iso8601", "2026-11-03T14:05"), ("YYYY-MM-DD", "٢٠٢٦-11-03"),
    ])
  func mismatch(pattern: String, text: String) throws {
    let format = try DateFormat(pattern: pattern)
    #expect(throws: DateParseError.doesNotMatch(text, pattern: pattern)) { try format.parse(text, zone: .utc) }
  }

  @Test(
    "A day or a time that does not exist is told apart from a wrong shape",
    arguments: [
      ("YYYY-MM-DD", "2025-02-29"), ("D.M.YYYY", "31.4.2026"), ("M/D/YYYY", "13/1/2026"),
      ("M/D/YYYY H:mm", "1/1/2026 24:00"),
      ("M/D/YYYY h:mm A", "1/1/2026 0:30 AM"), ("M/D/YYYY h:mm A", "1/1/2026 13:30 PM"),
      ("iso8601", "2025-02-29T00:00Z"),
      ("YYYY-MM-DD HH:mm:ss", "2026-01-01 10:00:60"),
    ])
  func missingDay(pattern: String, text: String) throws {
    let format = try DateFormat(pattern: pattern)
    #expect(throws: DateParseError.noSuchDate(text)) { try format.parse(text, zone: .utc) }
  }

  @Test(
    "What the journal cannot keep is refused",
    arguments: [
      ("YYYY-MM-DD", "1970-01-01"), ("YYYY-MM-DD", "2106-01-01"), ("unix", "0"), ("unix", "-5"), ("unix", "4291747200"),
      ("unix", "1793714700007"), ("unix_ms", "1793714700"), ("iso8601", "9999-12-31T23:59Z"),
    ])
  func outOfRange(pattern: String, text: String) throws {
    let format = try DateFormat(pattern: pattern)
    if pattern == "unix_ms" {
      // Seconds taken for milliseconds lie in January 1970: read, and visible as such.
      #expect(try format.parse(text, zone: .utc).iso8601.hasPrefix("1970-01-21"))
    } else {
      #expect(throws: DateParseError.outOfRange(text)) { try format.parse(text, zone: .utc) }
    }
  }

  @Test(
    "A bad pattern is refused with its reason",
    arguments: [
      ("", DateFormatError.missing("YYYY", pattern: "")),
      ("yyyy-MM-DD", .unknownToken("yyyy", pattern: "yyyy-MM-DD")),
      ("YYYY-MM-dd", .unknownToken("dd", pattern: "YYYY-MM-dd")),
      ("YYYY-MMM-DD", .unknownToken("MMM", pattern: "YYYY-MMM-DD")),
      ("YYYY-MM-DD 00:00", .unknownToken("0", pattern: "YYYY-MM-DD 00:00")),
      ("YYYY–MM–DD", .unknownToken("–", pattern: "YYYY–MM–DD")),
      ("MM-DD", .missing("YYYY", pattern: "MM-DD")),
      ("YYYY-MM", .missing("DD", pattern: "YYYY-MM")),
      ("YYYY-MM-DD HH", .missing("mm", pattern: "YYYY-MM-DD HH")),
      ("YYYY-MM-DD mm:ss", .missing("HH", pattern: "YYYY-MM-DD mm:ss")),
      ("YYYY-MM-DD hh:mm", .missing("A", pattern: "YYYY-MM-DD hh:mm")),
      ("YYYY-MM-DD HH:mm A", .missing("hh", pattern: "YYYY-MM-DD HH:mm A")),
      ("YYYY-MM-DD HH:MM", .twice("MM", pattern: "YYYY-MM-DD HH:MM")),
      ("MDYYYY", .runTogether("M", "D", pattern: "MDYYYY")),
    ])
  func badPattern(pattern: String, expected: DateFormatError) {
    let error = #expect(throws: expected) { try DateFormat(pattern: pattern) }
    #expect(error?.message.contains("{") == false)
  }

  @Test(
    "Whether a pattern tells a clock",
    arguments: [
      ("YYYY-MM-DD", false), ("D.M.YY", false), ("M/D/YYYY H:mm", true), ("iso8601", true), ("unix", true),
      ("unix_ms", true),
    ])
  func clock(pattern: String, hasClock: Bool) throws {
    #expect(try DateFormat(pattern: pattern).hasClock == hasClock)
  }

  @Test(
    "Dates whose order of day and month is unstated are seen",
    arguments: [
      "2/1/2018", "01-02-18", "26/2/2018", "1.2.2026", "12/31/99 10:05", "2/1/2018, 5 PM", "2-1-2018T10:00",
    ])
  func ambiguous(text: String) {
    #expect(DateFormat.looksAmbiguous(text))
  }

  @Test(
    "Other texts are not called ambiguous",
    arguments: [
      "", "2018-02-01", "2018/2/1", "20180201", "2/1", "1.2.3", "2/1-2018", "1793714700", "10:05", "2/1/20180",
      "v1.2.20x",
      "2/1/201", "192.168.10.12",
    ])
  func notAmbiguous(text: String) {
    #expect(!DateFormat.looksAmbiguous(text))
  }

  @Test("A pattern reads what Foundation wrote, for random days and zones", arguments: TimeZoneTests.identifiers)
  func foundation(identifier: String) throws {
    let zone = try ReportingZone(identifier: identifier)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: identifier))
    let format = try DateFormat(pattern: "M/D/YYYY h:mm:ss A")
    var generator = SplitMix64(seed: 4)
    for _ in 0..<500 {
      let seconds = Int64.random(in: 200_000...Timestamp.latest.seconds - 200_000, using: &generator)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(seconds)))
      guard let year = parts.year, let month = parts.month, let day = parts.day, let hour = parts.hour,
        let minute = parts.minute, let second = parts.second
      else { continue }
      let twelve = hour % 12 == 0 ? 12 : hour % 12
      let text =
        "\(month)/\(day)/\(year) \(twelve):\(minute < 10 ? "0" : "")\(minute):\(second < 10 ? "0" : "")\(second) "
        + (hour < 12 ? "AM" : "PM")
      let read = try format.parse(text, zone: zone)
      // The earlier of two instants that show the same may be meant.
      try #require(zone.civil(read) == zone.civil(Timestamp(seconds: seconds)), "\(identifier) \(text)")
      try #require(read.seconds <= seconds)
    }
  }
}
