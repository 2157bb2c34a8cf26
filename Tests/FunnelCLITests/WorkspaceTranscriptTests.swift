import Foundation
import Testing

@Suite("Commands on the workspace, its people and its stages")
struct WorkspaceTranscriptTests {
  @Test("init makes a file, says what to do next, and never touches one that is there")
  func initialization() throws {
    let folder = try TemporaryFolder()
    let env = ["FUNNEL_NOW": "2026-11-03T12:00:00Z", "LOGNAME": "Eva"]
    let made = try FunnelBinary.run(["init", "--zone", "Europe/Berlin"], env: env, in: folder.url)
    #expect(made.status == 0)
    #expect(
      made.out == """
        Made the workspace funnel.db: days in Europe/Berlin, amounts in EUR.
        Marketing owns stages 1 to 4 and sales 5 to 8; the line lies between 4 and 5.
        Next: 'funnel member add eva --department marketing' (or sales), then 'funnel status'.

        """)
    let bytes = try Data(contentsOf: folder.url.appendingPathComponent("funnel.db"))
    let again = try FunnelBinary.run(["init"], env: env, in: folder.url)
    #expect(again.status == 3)
    #expect(again.err.hasPrefix("Error: funnel.db is there already and was left as it is."))
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("funnel.db")) == bytes)
    for arguments in [["init", "--zone", "Mars"], ["init", "--currency", "EURO"]] {
      let bad = try FunnelBinary.run(arguments + ["--db", folder.path("other.db")], env: env, in: folder.url)
      #expect(bad.status == 2)
      #expect(!FileManager.default.fileExists(atPath: folder.path("other.db")))
    }
  }

  @Test("the first member is added by nobody; who acts must be one, and the error says how")
  func members() throws {
    let workspace = try WorkspaceFixture(members: false)
    let first = try workspace.run(["lead", "add", "X"], actor: nil)
    #expect(first.status == 1)
    #expect(
      first.err == """
        Error: 'tester' is not a member: this workspace has none yet. Add one with 'funnel member add tester \
        --department marketing' (or sales).

        """)
    #expect(
      try workspace.done(["member", "add", "ana", "--department", "marketing", "--name", "Ana Ruiz"], actor: nil).out
        == "Member ana added.\nana: departments marketing; head of none.\n")
    let unknown = try workspace.run(["lead", "add", "X"], actor: "zoe")
    #expect(unknown.status == 1)
    #expect(
      unknown.err == """
        Error: 'zoe' is not a member of this workspace (members: ana). Name one with --actor, or add this one with \
        'funnel member add zoe --department marketing' (or sales).

        """)
    #expect(try workspace.run(["lead", "add", "X", "--actor", "ana"], actor: "zoe").status == 0, "--actor goes first")
    for (arguments, status, sentence) in [
      (["ana", "--department", "sales"], 1, "There is a member 'ana' already."),
      (
        ["A b", "--department", "sales"], 1,
        "'A b' cannot be a handle: use 1 to 32 of a-z, 0-9, '.', '_' and '-', not starting with '-'."
      ),
      (["bo", "--department", "sales", "--head", "both"], 1, "bo does not belong to marketing."),
    ] as [([String], Int32, String)] {
      let outcome = try workspace.run(["member", "add"] + arguments, actor: nil)
      #expect(outcome.status == status)
      #expect(outcome.err == "Error: \(sentence)\n")
    }
    try workspace.done(["member", "add", "eva", "--department", "marketing", "--department", "sales", "--head", "both"])
    let rows = try workspace.done(["member", "list", "--format", "json"]).json["rows"] as? [[String: Any]]
    #expect(rows?.map { $0["member"] as? String } == ["ana", "eva"])
    #expect(rows?.first?["name"] as? String == "Ana Ruiz")
    #expect(rows?.last?["heads"] as? [String] == ["marketing", "sales"])
    #expect(
      try workspace.done(["member", "deactivate", "ana"], actor: "eva").lines[0]
        == "Member ana can no longer act; every record stays.")
    let gone = try workspace.run(["lead", "add", "Y"], actor: "ana")
    #expect(gone.status == 1)
    #expect(gone.err == "Error: ana is no longer active and cannot act. Name another member with --actor.\n")
  }

  @Test("stages: listed, assigned from a date on, with their history and the line that follows")
  func stages() throws {
    let workspace = try WorkspaceFixture()
    #expect(
      try workspace.done(["stage", "assign", "brand-preference", "--to", "sales", "--responsible", "ben"]).out == """
        Stage 4 Brand preference belongs to sales from 2026-11-03 12:00; responsible: ben.
        Lines: 3|4. Crossing one takes a handoff.

        """)
    let rows = try workspace.done(["stage", "list", "--format", "json"]).json["rows"] as? [[String: Any]]
    #expect(rows?.map { $0["stage"] as? Int } == Array(1...8))
    #expect(rows?[3]["owners"] as? [String] == ["sales"])
    #expect(rows?[3]["responsible"] as? String == "ben")
    let wrong = try workspace.run(["stage", "assign", "1", "--to", "marketing", "--responsible", "ben"])
    #expect(wrong.status == 1)
    #expect(wrong.err == "Error: ben does not belong to marketing.\n")
    #expect(try workspace.run(["stage", "assign", "1", "--to", "legal"]).status == 2)
    #expect(try workspace.run(["stage", "assign", "0", "--to", "sales"]).status == 2)
    try workspace.done(["stage", "assign", "4", "--to", "both", "--from", "ever"])
    let history = try workspace.done(["stage", "history", "4", "--format", "json"]).json["rows"] as? [[String: Any]]
    #expect(history?.map { $0["owners"] as? [String] } == [["marketing"], ["marketing", "sales"], ["sales"]])
    let departments = try workspace.done(["department", "list", "--format", "json"]).json["rows"] as? [[String: Any]]
    #expect(departments?.map { $0["stages"] as? [Int] } == [[1, 2, 3], [4, 5, 6, 7, 8]])
  }

  @Test("reasons: the catalogue grows, a key is used once a use")
  func reasons() throws {
    let workspace = try WorkspaceFixture()
    #expect(
      try workspace.done(["reason", "add", "merged", "--kind", "loss", "--label", "Bought"]).out
        == "Reason merged added: Bought.\n")
    let again = try workspace.run(["reason", "add", "merged", "--kind", "loss", "--label", "Bought"])
    #expect(again.status == 1)
    #expect(again.err == "Error: There is a reason 'merged' already.\n")
    #expect(try workspace.run(["reason", "add", "x", "--kind", "other", "--label", "X"]).status == 2)
    let rows = try workspace.done(["reason", "list", "--format", "json"]).json["rows"] as? [[String: Any]]
    #expect(rows?.contains { $0["key"] as? String == "merged" && $0["kind"] as? String == "loss" } == true)
    try workspace.done(["lead", "add", "Acme"])
    try workspace.done(["lead", "lose", "1", "--reason", "merged"])
  }

  @Test("status: every count is that of the list whose command it names")
  func status() throws {
    let workspace = try WorkspaceFixture()
    for name in ["Acme", "Bolt", "Cog"] { try workspace.done(["lead", "add", name, "--stage", "4"]) }
    try workspace.done(["lead", "lose", "3", "--reason", "timing"])
    try workspace.done(["handoff", "offer", "1", "--due", "1h"])
    try workspace.done(["handoff", "offer", "2"])
    workspace.now = "2026-11-03T14:00:00Z"
    for actor in ["ana", "ben", "nobody-we-know"] {
      let json = try workspace.done(["status", "--format", "json"], actor: actor).json
      #expect(json["schema"] as? String == "funnel.status/1")
      let rows = try #require(json["rows"] as? [[String: Any]])
      var checked = 0
      for row in rows where ["offers_waiting", "offers_overdue", "open_leads"].contains(row["key"] as? String ?? "") {
        let command = try #require(row["command"] as? String).split(separator: " ").dropFirst().map(String.init)
        let list = try workspace.done(command + ["--format", "ndjson"], actor: actor).out.split(separator: "\n")
        #expect(list.count == row["count"] as? Int, "\(command)")
        checked += 1
      }
      #expect(checked >= 2)
    }
    let keys = (try workspace.done(["status", "--format", "json"]).json["rows"] as? [[String: Any]] ?? [])
      .compactMap { $0["key"] as? String }
    #expect(keys.contains("no_responsible"))
    #expect(keys.contains("no_common_head"))
    #expect(!keys.contains("no_line"))
    for stage in 5...8 { try workspace.done(["stage", "assign", "\(stage)", "--to", "marketing"]) }
    let later = (try workspace.done(["status", "--format", "json"]).json["rows"] as? [[String: Any]] ?? [])
      .compactMap { $0["key"] as? String }
    #expect(later.contains("no_line"))
  }

  @Test("check, rebuild, backup, restore and migrate")
  func upkeep() throws {
    let workspace = try WorkspaceFixture()
    try workspace.done(["lead", "add", "Acme"])
    #expect(try workspace.done(["check"]).out == "Sound: everything agrees. Leads: 1; their events: 1.\n")
    #expect(try workspace.done(["rebuild"]).out.hasPrefix("Rebuilt from"))
    let copy = workspace.folder.path("copy.db")
    try workspace.done(["backup", copy])
    let taken = try workspace.run(["backup", copy])
    #expect(taken.status == 3)
    try workspace.done(["backup", copy, "--overwrite"])
    try workspace.done(["lead", "add", "Later"])
    #expect(try workspace.run(["restore", copy]).status == 3, "a workspace is not replaced without --overwrite")
    let restored = workspace.folder.path("restored.db")
    try workspace.done(["restore", copy, "--to", restored])
    let leads = try workspace.done(["lead", "list", "--db", restored, "--format", "ndjson"]).out
    #expect(leads.split(separator: "\n").count == 1)
    #expect(try workspace.run(["restore", workspace.folder.path("nope.db"), "--to", restored]).status == 3)
    try workspace.folder.write("not a database, but long enough to be read as one? no.", to: "text.db")
    let text = try workspace.run(["restore", workspace.folder.path("text.db"), "--to", workspace.folder.path("t2.db")])
    #expect(text.status == 3)
    #expect(!FileManager.default.fileExists(atPath: workspace.folder.path("t2.db")))
    let steps = try workspace.done(["migrate", "--status", "--format", "json"]).json
    #expect(steps["schema"] as? String == "funnel.migrations/1")
    #expect(steps["pending"] as? Int == 0)
    #expect(try workspace.done(["migrate"]).out.hasSuffix("The file is up to date.\n"))
  }
}
