import Foundation
import Testing

/// What leaves the program comes back as it was.
struct ExportTests {
  private let fixture: WorkspaceFixture

  /// A workspace with all that people record, and with names that break careless writers.
  init() throws {
    fixture = try WorkspaceFixture(zone: "Asia/Tehran")
    try fixture.done([
      "member", "add", "cy", "--department", "marketing", "--department", "sales", "--name", "Cy \"C\", Jr",
    ])
    try fixture.done(["reason", "add", "too_late", "--kind", "loss", "--label", "Too late, \"really\""])
    try fixture.done(["stage", "assign", "3", "--to", "both", "--responsible", "cy", "--from", "2026-10-01"])
    try fixture.done([
      "lead", "add", "Zoë \"Z\" Ångström, GmbH", "--stage", "1", "--at", "2026-10-01", "--source", "e-mail, \"spring\"",
      "--campaign", "آگاهی", "--email", "zoe@example.com", "--key", "hubspot:51", "--key", "sf:00Q,1",
    ])
    try fixture.done(["lead", "add", "=cmd|' /C calc'!A0", "--stage", "4", "--at", "2026-10-02"])
    try fixture.done(["lead", "add", "株式会社", "--stage", "4", "--at", "2026-10-03"])
    try fixture.done(["lead", "note", "1", "two\nlines, a \"quote\",\ta tab and 👩‍👩‍👧 \r\n end "])
    try fixture.done(["lead", "move", "1", "2", "--at", "2026-10-05"])
    try fixture.done(["lead", "move", "1", "4"])
    try fixture.done(["lead", "touch", "1", "--channel", "phone"])
    try fixture.done(["lead", "tag", "1", "--add", "vip", "--add", "a,b"])
    try fixture.done(["lead", "tag", "1", "--remove", "vip"])
    try fixture.done(["lead", "edit", "1", "--source", ""])
    try fixture.done(["handoff", "offer", "1", "2"])
    try fixture.done(["handoff", "accept", "1"], actor: "ben")
    try fixture.done(["handoff", "reject", "2", "--reason", "bad_contact"], actor: "ben")
    try fixture.done(["lead", "value", "1", "1234.50", "--currency", "EUR", "--close", "2026-12-01"], actor: "ben")
    try fixture.done(["lead", "purchase", "1", "--amount", "1500", "--currency", "JPY"], actor: "ben")
    try fixture.done(["lead", "purchase", "1", "--amount", "12.345", "--currency", "KWD"], actor: "ben")
    try fixture.done(["lead", "refund", "1", "--amount", "0.345", "--currency", "KWD"], actor: "ben")
    try fixture.done(["lead", "lose", "2", "--reason", "too_late"])
    try fixture.done(["lead", "reopen", "2"])
    try fixture.done(["handoff", "offer", "3", "--due", "2026-11-04"])
    try fixture.done(["member", "deactivate", "cy"])
    // An import that corrects writes voids.
    try fixture.folder.write(SyntheticLeads.mapping, to: "mapping.yaml")
    for seed in [5, 5, 6] as [UInt64] {
      let file = try fixture.folder.write(SyntheticLeads(count: 20, seed: seed).csv, to: "leads.csv").path
      try fixture.done(["import", file, "--mapping", fixture.folder.path("mapping.yaml")])
    }
  }

  @Test func exportImportExportIsTheSameToTheByte() throws {
    let first = try fixture.done(["export"]).out
    #expect(first.contains(",voided,"))
    let empty = try ImportWorkspace(zone: "Asia/Tehran")
    let file = try empty.folder.write(first, to: "events.csv").path
    let later = "2026-12-24T18:00:00Z"
    let summary = try empty.json(["import", file, "--mapping", "generic-long"], now: later)
    #expect(summary.int("rejected") == 0)
    #expect(summary.int("inserted") == summary.int("read"))
    #expect(try empty.run(["export"], now: later).out == first)
    #expect(try empty.run(["check"], now: later).status == 0)
    let again = try empty.json(["import", file, "--mapping", "generic-long"], now: later)
    #expect(again.int("already_known") == summary.int("read"))
    #expect(try empty.run(["export"], now: later).out == first)
    // What people see is the same, too: leads, owners, reports of then.
    for report in [["export", "leads"], ["report", "owners", "--format", "json"], ["stage", "history"]] {
      #expect(try empty.run(report).out == fixture.done(report).out, "\(report)")
    }
    let funnel = ["report", "funnel", "--by", "owner", "--window", "30d", "--format", "json"]
    #expect(try empty.run(funnel).out == fixture.done(funnel).out)
  }

  @Test func everyFormHoldsTheSameRows() throws {
    let rows = try fixture.done(["export", "events", "--format", "json"]).json.objects("rows")
    let lines = try fixture.done(["export", "--format", "ndjson"]).out.split(separator: "\n").map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary
    }
    #expect(lines == rows.map { NSDictionary(dictionary: $0) })
    let note = rows.compactMap { $0.string("note") }
    #expect(note.contains("two\nlines, a \"quote\",\ta tab and 👩‍👩‍👧 \r\n end "))
    let markdown = try fixture.done(["export", "leads", "--format", "markdown"]).out.split(separator: "\n")
    let leads = try fixture.done(["export", "leads", "--format", "json"]).json
    #expect(leads.string("schema") == "funnel.export.leads/1")
    #expect(markdown.count == leads.objects("rows").count + 2)
  }

  @Test func aFileAppearsWholeOrNotAtAll() throws {
    let out = fixture.folder.path("events.csv")
    let outcome = try fixture.done(["export", "--out", out])
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.contains(out))
    #expect(try String(contentsOfFile: out, encoding: .utf8) == fixture.done(["export"]).out)
    let nowhere = try fixture.run(["export", "--out", fixture.folder.path("no/such/file.csv")])
    #expect(nowhere.status == 3)
    let left = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.url.path)
    #expect(!left.contains { $0.contains("partial") })
    #expect(try fixture.run(["export", "--format", "xml"]).status == 2)
  }

  @Test func anEmptyWorkspaceExportsItsHeader() throws {
    let empty = try ImportWorkspace()
    #expect(try empty.run(["export"]).out.hasPrefix("event_id,command_id,recorded_at,"))
    #expect(try empty.json(["export", "--format", "json"]).objects("rows").isEmpty)
    #expect(try empty.run(["export", "leads", "--format", "ndjson"]).out.isEmpty)
  }
}

/// Rows of what the journal amounts to.
struct ExportRowsTests {
  @Test("offers have the outcomes of the report, also those that fell due and that nobody swept")
  func handoffs() throws {
    let folder = try TemporaryFolder()
    func run(_ arguments: [String]) throws -> FunnelBinary.Outcome {
      let outcome = try FunnelBinary.run(
        arguments, env: ["FUNNEL_DB": folder.path("funnel.db"), "FUNNEL_NOW": "2026-11-03T12:00:00Z"])
      try #require(outcome.status == 0, "\(arguments): \(outcome.err)")
      return outcome
    }
    _ = try run(["demo", "--leads", "500", "--seed", "2"])
    for condition in [[], ["--where", "source=webinar"]] {
      let rows = try run(["export", "handoffs", "--format", "json"] + condition).json.objects("rows")
      let outcomes = Dictionary(grouping: rows) { $0.string("outcome") ?? "" }.mapValues(\.count)
      let report = try run(["report", "handoffs", "--format", "json"] + condition).json.object("total")
      let all = ["accepted", "accepted_by_silence", "rejected", "expired", "withdrawn", "pending", "unrecorded"]
      for outcome in all {
        #expect(outcomes[outcome] ?? 0 == report.int(outcome), "\(outcome)")
      }
      #expect(rows.count > 1)
    }
    // The file is the same wherever it is written, and says how many rows it has.
    let out = folder.path("leads.csv")
    let done = try run(["export", "leads", "--where", "status=open,stage=4", "--output", out])
    let text = try String(contentsOfFile: out, encoding: .utf8)
    #expect(try text == run(["export", "leads", "--where", "stage=brand-preference,status=open"]).out)
    let open = try run(["lead", "list", "--status", "open", "--stage", "4", "--format", "json"]).json.objects("rows")
    #expect(PlainCSV.rows(text).count == open.count + 1 && open.count > 1)
    #expect(done.err.contains("\(open.count)"))
    let table = try run(["export", "purchases", "--format", "table"])
    #expect(table.out.hasPrefix("lead  ordinal"))
    let wrong = try FunnelBinary.run(
      ["export", "leads", "--where", "colour=red"], env: ["FUNNEL_DB": folder.path("funnel.db")])
    #expect(wrong.status == 2 && wrong.err.contains("source") && wrong.err.contains("status"))
  }
}
