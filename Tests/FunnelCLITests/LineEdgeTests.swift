import Foundation
import Testing

/// The line's rough edges as people meet them.
@Suite("Edges of the line")
struct LineEdgeTests {
  @Test("an answer from before the due time, entered after it, is recorded, shown as such and counted")
  func lateEntry() throws {
    let line = try LineFixture(leads: 2)
    try line.workspace.done(["handoff", "offer", "1", "2"])
    line.workspace.now = "2026-11-06T12:00:00Z"
    let refused = try line.workspace.run(["handoff", "accept", "1"], actor: "ben")
    #expect(refused.status == 1 && refused.err.contains("say when with --at"), "\(refused.err)")
    try line.workspace.done(["handoff", "accept", "1", "--at", "2026-11-04 10:00"], actor: "ben")
    #expect(try line.workspace.done(["handoff", "show", "1"]).out.contains("Entered") == true)
    let rows = try line.handoffs("--outcome", "accepted")
    #expect(rows.map { $0["entered_late"] as? String } == ["yes"])
    let report = try line.workspace.done(["report", "handoffs"]).out
    #expect(report.contains("Entered after the due time"))
    let total = try line.workspace.done(["report", "handoffs", "--format", "json"]).json.object("total")
    #expect(total.object("sla").int("entered_late") == 1)
    let listed = try line.workspace.done(
      ["report", "handoffs", "--leads", "number=sla.entered_late", "--format", "json"]).json
    #expect(listed.objects("rows").count == 1)
    // Eight sweeps at once and an answer from before: the other offer is settled once, by one of them.
    let outcomes = try line.atOnce(
      [("ben", ["handoff", "reject", "2", "--reason", "bad_contact", "--at", "2026-11-04 10:00"])]
        + [(String, [String])](repeating: ("ben", ["handoff", "sweep"]), count: 4))
    #expect(outcomes.allSatisfy { $0.status == 0 }, "\(outcomes.map(\.err))")
    #expect(try line.handoffs("--outcome", "rejected").count == 1)
    #expect(try line.handoffs("--outcome", "expired").isEmpty)
    try line.expectSound()
  }

  @Test("refusals tell times as the workspace's clock shows them, to the second")
  func zone() throws {
    let workspace = try WorkspaceFixture(zone: "Asia/Tehran")
    try workspace.done(["lead", "add", "A", "--stage", "4"])
    try workspace.done(["handoff", "offer", "1"])
    workspace.now = "2026-11-08T12:00:00Z"
    let refused = try workspace.run(["handoff", "accept", "1"], actor: "ben")
    #expect(refused.err.contains("fell due on 2026-11-05 15:30:00 without"), "\(refused.err)")
  }

  @Test("an agreement in working time warns where the receiver has no calendar, and is not refused")
  func calendars() throws {
    let line = try LineFixture(leads: 1)
    let words = ["agreement", "draft", "--answer", "8 working hours"]
    #expect(try line.workspace.done(words).err.contains("sales has no calendar"))
    #expect(try line.workspace.done(["agreement", "sign"]).err.contains("every hour counts"))
    try line.workspace.done(["agreement", "sign"], actor: "ben")
    #expect(try line.workspace.done(["agreement", "check"]).err.contains("funnel calendar set"))
    try line.workspace.done(
      ["calendar", "set", "sales", "--zone", "Europe/Berlin", "--hours", "Mon-Fri 09:00-17:00"], actor: "ben")
    #expect(try line.workspace.done(["agreement", "check"]).err.isEmpty)
    #expect(try line.workspace.done(["agreement", "draft", "--answer", "8 hours"]).err.isEmpty)
  }

  @Test(
    "names are found in any script, however they were typed",
    arguments: [
      ("Jörg Müller", "MULLER"), ("ИВАН Фёдоров", "иван федоров"), ("علي كاظمي", "علی کاظمی"),
      ("می\u{200C}خواهم", "میخواهم"), ("Straße 7", "STRASSE"), ("ΟΔΟΣ", "οδος"), ("Zoe\u{308}", "zoë"),
      ("50%_x", "0%_X"),
    ])
  func find(name: String, text: String) throws {
    let workspace = try WorkspaceFixture()
    try workspace.done(["lead", "add", name])
    try workspace.done(["lead", "add", "Other"])
    let rows = try workspace.done(["lead", "find", text, "--format", "json"]).json.objects("rows")
    #expect(rows.map { $0.int("lead") } == [1])
  }

  @Test("an unmerge of the lead that stayed names those that were merged into it")
  func unmerge() throws {
    let line = try LineFixture(leads: 3)
    try line.workspace.done(["lead", "merge", "1", "2", "3"])
    let refused = try line.workspace.run(["lead", "unmerge", "1"])
    #expect(refused.status == 1 && refused.err.contains("'funnel lead unmerge 2 3'"), "\(refused.err)")
    try line.workspace.done(["lead", "unmerge", "2", "3"])
    #expect(try line.workspace.run(["lead", "unmerge", "1"]).err.contains("not merged into another"))
  }

  @Test("one of a thing is told in the singular")
  func singular() throws {
    let line = try LineFixture(leads: 1)
    let export = try line.workspace.done(["export", "leads", "--output", line.workspace.folder.path("leads.csv")])
    #expect(export.err.contains("Wrote 1 row to"), "\(export.err)")
    #expect(try line.workspace.done(["report", "funnel"]).out.contains("Cohort: 1 lead,"))
  }
}
