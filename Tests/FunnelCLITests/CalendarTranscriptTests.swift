import Foundation
import Testing

@Suite("When a department works")
struct CalendarTranscriptTests {
  private let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture(zone: "Europe/Berlin") }

  @Test("a calendar is set from a date on, amended, shown, and taken back")
  func life() throws {
    #expect(
      try fixture.done(["calendar", "show"]).out == """
        marketing: no calendar is set, so every hour counts (clock time).
        sales: no calendar is set, so every hour counts (clock time).

        """)
    let set = try fixture.done(
      [
        "calendar", "set", "sales", "--hours", "Mon-Thu 09:00-13:00 14:00-18:00", "--hours", "Fri 9:00-15:00",
        "--holiday", "2026-12-25=Christmas", "--day", "2026-12-24 09:00-12:00", "--from", "ever",
      ], actor: "ben")
    #expect(set.out.hasPrefix("Set for sales from the beginning. Offers that were made keep their due times.\n"))
    try Data("date,name\n2027-01-01,New Year\n".utf8).write(to: URL(fileURLWithPath: fixture.folder.path("2027.csv")))
    try fixture.done(
      ["calendar", "set", "sales", "--holidays", fixture.folder.path("2027.csv"), "--from", "2026-12-01"], actor: "ben")

    let now = try #require(
      try fixture.done(["calendar", "show", "sales", "--format", "json"]).json.objects("departments").first)
    #expect(now["hours"] as? [String] == ["Mon-Thu 09:00-13:00 14:00-18:00", "Fri 09:00-15:00"])
    #expect(now.string("zone") == "Europe/Berlin")
    // 13:00 in Berlin: lunch.
    #expect(now["is_working"] as? Bool == false)
    #expect(now.string("opens") == "2026-11-03T13:00:00Z")
    #expect(now["minutes_per_week"] as? Int == 38 * 60)
    #expect(now.objects("special_days").map { $0.string("date") } == ["2026-12-24", "2026-12-25"])
    #expect(now.objects("versions").map { $0.objects("special_days").count } == [2, 3])

    let later = try fixture.done(["calendar", "show", "--at", "2026-12-24T13:00"]).out
    #expect(later.contains("At 2026-12-24 13:00: closed until 2026-12-28 09:00."))
    #expect(later.contains("New Year"))
    #expect(try fixture.done(["undo"], actor: "ben").out.contains("calendar_set"))
    #expect(try !fixture.done(["calendar", "show"]).out.contains("New Year"))
    let always = try fixture.done(["calendar", "set", "sales", "--always"], actor: "ben").out
    #expect(always.contains("sales: every hour counts (clock time), since 2026-11-03 13:00."))
    #expect(try fixture.done(["check"]).status == 0)
  }

  @Test("the rows are the versions, whatever the format; a dry run records nothing")
  func rows() throws {
    let hours = ["calendar", "set", "sales", "--hours", "Sat-Wed 08:00-16:00", "--zone", "Asia/Tehran"]
    let dry = try fixture.done(hours + ["--dry-run"], actor: "ben")
    #expect(dry.out.contains("Asia/Tehran"))
    #expect(try fixture.done(["calendar", "show", "--format", "csv"]).rows.count == 1)
    try fixture.done(hours, actor: "ben")
    #expect(
      try fixture.done(["calendar", "show", "--format", "csv"]).rows == [
        "department,since,hours,zone,special_days",
        "sales,2026-11-03T12:00:00Z,Mon-Wed 08:00-16:00; Sat-Sun 08:00-16:00,Asia/Tehran,0",
      ])
  }

  @Test(
    "what makes no sense is refused with what to write",
    arguments: [
      (["sales"], "ben", 2, "Say what to set"), (["sales", "--always", "--zone", "UTC"], "ben", 2, "Leave one"),
      (["sales", "--hours", "Mon-Fri"], "ben", 2, "Mon-Fri 09:00-17:00"),
      (["sales", "--hours", "Mon 9:00-17:00", "--zone", "Mars"], "ben", 2, "no time zone"),
      (["sales", "--holiday", "2026-02-30"], "ben", 2, "is not a date"),
      (["sales", "--day", "2026-12-24"], "ben", 2, "names no hours"),
      (["legal", "--always"], "ben", 2, "marketing, sales"),
      (["sales", "--holiday", "2026-12-25"], "ben", 2, "has no calendar at that time"),
      (["sales", "--hours", "Mon 9:00-17:00", "--holidays", "none.csv"], "ben", 3, "no such file"),
      (["sales", "--always"], "ana", 1, "ana does not head sales"), (["both", "--always"], "ben", 1, "(ana)"),
    ] as [([String], String, Int32, String)])
  func refusals(arguments: [String], actor: String, status: Int32, sentence: String) throws {
    let outcome = try fixture.run(["calendar", "set"] + arguments, actor: actor)
    #expect(outcome.status == status)
    #expect(outcome.err.contains(sentence), "\(outcome.err)")
    #expect(try fixture.done(["calendar", "show", "--format", "csv"]).rows.count == 1)
  }
}

extension FunnelBinary.Outcome {
  /// Lines of CSV, the header first.
  fileprivate var rows: [String] { out.split(whereSeparator: \.isNewline).map(String.init) }
}
