import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// Holidays come from a spreadsheet or from a calendar, and nothing in between is guessed.
struct HolidayFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String, _ name: String = "h.txt") throws -> [String] {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path(name)))
    return try HolidayFile.read(path: folder.path(name)).map { day in
      ([day.date.iso] + day.hours.map(\.label) + [day.name].compactMap(\.self)).joined(separator: " ")
    }
  }

  @Test func aTableNeedsOnlyTheDates() throws {
    #expect(try read("Date\n2026-12-25\n") == ["2026-12-25"])
    #expect(
      try read("name;date;hours\r\nHeiligabend;2026-12-24;09:00-12:00 13:00-14:00\r\n\"Tag; zwei\";2026-12-26;\r\n")
        == ["2026-12-24 09:00-12:00 13:00-14:00 Heiligabend", "2026-12-26 Tag; zwei"])
  }

  private static func calendar(_ events: String...) -> String {
    "\u{FEFF}BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events.joined() + "END:VCALENDAR\r\n"
  }

  private static func event(_ lines: String...) -> String {
    (["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).map { $0 + "\r\n" }.joined()
  }

  @Test func aCalendarGivesEveryDayOfItsEvents() throws {
    let text = HolidayFileTests.calendar(
      HolidayFileTests.event(
        "DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261227", "SUMMARY:Christ\r\n mas\\, both"),
      HolidayFileTests.event("summary;LANGUAGE=\"a:b\":New Year", "dtstart:20270101", "dtend:20270101"),
      HolidayFileTests.event("DTSTART;VALUE=DATE:20270501", "STATUS:CANCELLED"),
      HolidayFileTests.event(
        "DTSTART;VALUE=DATE:20270505", "BEGIN:VALARM", "SUMMARY:Wake up", "DURATION:PT5M", "END:VALARM"),
      "BEGIN:VTIMEZONE\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY\r\nEND:STANDARD\r\n"
        + "END:VTIMEZONE\r\n")
    #expect(
      try read(text) == [
        "2026-12-25 Christmas, both", "2026-12-26 Christmas, both", "2027-01-01 New Year", "2027-05-05",
      ])
  }

  @Test(arguments: [
    // The line on which the mistake stands.
    ("day\n2026-01-01\n", 1), ("date\n2026-01-01\n01.02.2026\n", 3), ("date,hours\n2026-01-01,9-12\n", 2),
    ("date,name\n2026-01-01,\"a\nb\"\n", 2), ("date,name\n2026-01-01,a,b\n", 2),
    (calendar(event("DTSTART:20261225T090000Z")), 4), (calendar(event("DTSTART:20261325")), 4),
    (calendar(event("DTSTART:20261225", "RRULE:FREQ=YEARLY")), 5), (calendar(event("SUMMARY:X")), 3),
    (calendar(event("DTSTART:20261225", "DTEND:20281225")), 3), (calendar("BEGIN:VEVENT\r\n"), 4),
    ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225\n", 3), (calendar("what\r\n"), 3),
    (calendar(event("DTSTART:20261225", "DURATION:PT8H")), 5),
  ])
  func mistakesAreNamedWithTheirLine(text: String, line: Int) throws {
    let error = try #require(throws: InputError.self) { try read(text) }
    #expect(error.line == line)
    #expect(!error.reason.isEmpty)
  }

  @Test func aFileThatIsNotThereIsSaid() {
    #expect(throws: InputError.self) { try HolidayFile.read(path: folder.path("none.ics")) }
  }
}
