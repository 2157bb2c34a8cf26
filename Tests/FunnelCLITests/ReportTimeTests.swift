import Foundation
import Testing

/// A past report prints again, number for number, whatever was recorded since.
struct ReportTimeTests {
  private let fixture: WorkspaceFixture
  private let leads: String

  private static let first = "2026-06-30T12:00:00Z"
  private static let later = "2026-09-30T12:00:00Z"

  init() throws {
    fixture = try WorkspaceFixture()
    leads = try fixture.folder.write(SyntheticLeads(count: 60, seed: 3).csv, to: "leads.csv").path
    try fixture.folder.write(SyntheticLeads.mapping, to: "mapping.yaml")
  }

  private func importLeads(_ path: String, observed: String) throws {
    try fixture.done([
      "import", path, "--mapping", fixture.folder.path("mapping.yaml"), "--observed-until", observed,
    ])
  }

  private func report(_ options: [String]) throws -> [String: Any] {
    try fixture.done(["report"] + options + ["--format", "json"]).json
  }

  private static let reports = [
    ["funnel", "--by", "source", "--pair", "1,3", "--window", "900d"], ["funnel", "--mode", "strict", "--by", "owner"],
    ["funnel", "--period", "last 90 days", "--compare", "previous"], ["handoffs"], ["owners"], ["cohorts"],
    ["trend", "4", "--group", "source"], ["losses"],
    ["owners", "--period", "2026-06"],
  ]

  /// The numbers, without what names the time that was asked for.
  private func numbers(_ report: [String: Any]) -> NSDictionary {
    var report = report
    let definition = report.object("definition")
    report["definition"] = [
      "observed_until": definition["observed_until"] as Any,
      "observed_until_by_source": definition["observed_until_by_source"] as Any,
      "period": definition["period"] as Any,
    ]
    return NSDictionary(dictionary: report)
  }

  @Test func whatWasKnownThenIsPrintedAgain() throws {
    fixture.now = "2026-06-20T08:00:00Z"
    try importLeads(leads, observed: "2026-01-31")
    for name in ["Acme", "Bolt", "Cora"] {
      try fixture.done(["lead", "add", name, "--stage", "3", "--source", "email", "--at", "2026-06-01"])
    }
    try fixture.done(["lead", "move", "61", "4"])
    try fixture.done(["handoff", "offer", "61"])
    try fixture.done(["lead", "lose", "62", "--reason", "no_budget"])
    fixture.now = ReportTimeTests.first
    let before = try ReportTimeTests.reports.map { numbers(try report($0)) }

    // Since then: an answer, backdated facts, an import that corrects and adds, other owners, another end of source.
    fixture.now = ReportTimeTests.later
    try fixture.done(["lead", "move", "63", "4", "--at", "2026-06-05"])
    try fixture.done(["lead", "add", "Late", "--stage", "2", "--at", "2026-06-02"])
    try fixture.done(["stage", "assign", "4", "--to", "both", "--responsible", "ben", "--from", "2026-06-10"])
    try fixture.done(["lead", "reopen", "62"])
    let corrected = SyntheticLeads(count: 80, seed: 3).csv.replacing("\"email\"", with: "\"phone\"")
    let file = try fixture.folder.write(corrected, to: "later.csv").path
    try importLeads(file, observed: "2026-08-31")

    for (options, old) in zip(ReportTimeTests.reports, before) {
      let again = numbers(try report(options + ["--known-at", "2026-06-30T12:00Z"]))
      #expect(again == old, "\(options)")
      let now = numbers(try report(options))
      #expect(now != old, "\(options): the test would not notice a report that ignores the time")
    }
  }

  @Test func asOfTakesInWhatIsLearnedLaterOfThatTime() throws {
    fixture.now = "2026-06-20T08:00:00Z"
    try fixture.done(["lead", "add", "Acme", "--stage", "3", "--at", "2026-06-01"])
    fixture.now = ReportTimeTests.later
    try fixture.done(["lead", "add", "Late", "--stage", "2", "--at", "2026-06-02"])
    try fixture.done(["lead", "add", "Later", "--stage", "2", "--at", "2026-07-02"])
    func cohort(_ options: [String]) throws -> Int? {
      try report(["funnel"] + options).object("definition").object("cohort").int("leads")
    }
    #expect(try cohort([]) == 3)
    #expect(try cohort(["--as-of", "2026-06"]) == 2)
    #expect(try cohort(["--known-at", "2026-06-30"]) == 1)
    #expect(try cohort(["--as-of", "2026-06-01", "--known-at", "2026-09-30"]) == 1)
    #expect(try cohort(["--as-of", "2026-05-31"]) == 0)
  }

  /// A file may be younger than what it tells of: an export that was read back, or a demo. Its days are cut in its own
  /// zone all the same.
  @Test func whatIsOlderThanTheFileIsCutInTheZoneOfTheFile() throws {
    let old = try WorkspaceFixture(zone: "America/New_York")
    old.now = "2026-11-04T12:00:00Z"
    // One minute before midnight there, and after it in UTC.
    try old.done(["lead", "add", "Acme", "--stage", "2", "--at", "2026-10-31T23:59"])
    let events = try old.folder.write(try old.done(["export", "events"]).out, to: "events.csv").path
    let young = try WorkspaceFixture(zone: "America/New_York", members: false)
    young.now = "2026-12-24T12:00:00Z"
    try FileManager.default.removeItem(atPath: young.path)
    try young.done(["init", "--zone", "America/New_York"], actor: nil)
    try young.done(["import", events, "--mapping", "generic-long"], actor: nil)

    for report in [["flow", "--by", "day"], ["cohorts", "--ages", "1"], ["funnel", "--by", "month"]] {
      let options = ["report"] + report + ["--known-at", "2026-11-10", "--format", "json"]
      old.now = young.now
      let expected = try old.done(options).out
      #expect(expected.contains("\"America/New_York\"") && expected.contains("2026-10"), "\(report)")
      #expect(try young.done(options).out == expected, "\(report)")
    }
  }
}
