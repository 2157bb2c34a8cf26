import Foundation
import Testing

@Suite("Commands on many leads: all or none")
struct BulkTests {
  let workspace: WorkspaceFixture

  init() throws {
    workspace = try WorkspaceFixture()
    for name in ["Acme", "Bolt", "Cog"] { try workspace.done(["lead", "add", name]) }
  }

  private func stages() throws -> [Int?] {
    let rows = try workspace.done(["lead", "list", "--format", "json"]).json["rows"] as? [[String: Any]]
    return rows?.map { $0["stage"] as? Int } ?? []
  }

  @Test("names are read from standard input, also from our own CSV, each lead once")
  func standardInput() throws {
    #expect(
      try workspace.done(["lead", "move", "-", "2"], stdin: "1\n 2 \n\n1\n").out
        == "2 leads: moved to stage 2 Brand awareness.\n")
    #expect(try stages() == [2, 2, 1])
    let csv = try workspace.done(["lead", "list", "--format", "csv"]).out
    #expect(try workspace.done(["lead", "assign", "-", "ben"], stdin: csv).out == "3 leads: assigned to ben.\n")
    try workspace.done(["lead", "add", "Key", "--key", "crm:\"a,b\""])
    #expect(
      try workspace.done(["lead", "tag", "-", "--add", "x"], stdin: "\"crm:\"\"a,b\"\"\",whatever\n").lines[0]
        == "Lead 4 (Key): tags +x.")
  }

  @Test("one refusal, and nothing is written of any")
  func allOrNothing() throws {
    try workspace.done(["lead", "move", "3", "4"])
    let outcome = try workspace.run(["lead", "move", "1", "2", "3", "4"])
    #expect(outcome.status == 1)
    #expect(outcome.err == "Error: Lead 3 is in stage 4 (brand_preference) already.\n")
    #expect(try stages() == [1, 1, 4])
    #expect(try workspace.run(["lead", "move", "-", "4"], stdin: "1\n99\n").status == 1)
    #expect(try stages() == [1, 1, 4])
  }

  @Test("a dry run says what would be and writes nothing")
  func dryRun() throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: workspace.path))
    for arguments in [
      ["lead", "move", "1", "2", "2"], ["lead", "assign", "1", "ben"], ["lead", "tag", "1", "--add", "new"],
      ["lead", "lose", "1", "--reason", "timing"], ["lead", "touch", "1", "--channel", "fax"],
      ["handoff", "offer", "1", "2", "3"], ["handoff", "sweep"], ["stage", "assign", "4", "--to", "sales"],
    ] {
      let outcome = try workspace.done(arguments + ["--dry-run"])
      #expect(outcome.out.hasSuffix("Dry run: all of this is possible, and nothing was recorded.\n"), "\(arguments)")
    }
    #expect(try stages() == [1, 1, 1])
    let json = try workspace.done(["lead", "move", "1", "3", "--dry-run", "--format", "json"])
    #expect(json.json["recorded"] as? Bool == false)
    #expect(json.json["dry_run"] as? Bool == true)
    #expect((json.json["rows"] as? [[String: Any]])?.first?["stage"] as? Int == 3)
    #expect(json.err == "Dry run: all of this is possible, and nothing was recorded.\n")
    let history = try workspace.done(["lead", "history", "1", "--format", "json"]).json["rows"] as? [[String: Any]]
    #expect(history?.count == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: workspace.path)) == before)
    #expect(
      try workspace.run(["lead", "move", "1", "5", "--dry-run"]).status == 1, "a dry run refuses what is refused")
  }

  @Test("an empty list is nothing to do, and no name at all is a mistake")
  func emptyList() throws {
    let outcome = try workspace.done(["lead", "move", "-", "2"], stdin: "lead,name\n")
    #expect(outcome.out == "The list on standard input is empty; nothing was recorded.\n")
    #expect(try workspace.run(["lead", "move", "2"]).status == 2)
  }

  @Test("a command tried again with its id is recorded once")
  func commandID() throws {
    let id = ["--command-id", "0192f0c1-7a2b-7c3d-8e4f-001122330000"]
    let add = ["lead", "add", "Once", "--key", "crm:1"] + id
    #expect(try workspace.done(add).lines[0] == "Lead 4 (Once): added.")
    let again = try workspace.done(add)
    #expect(
      again.out == """
        This command was recorded before; nothing was recorded again.
        Now in stage 1 Customer awareness since 2026-11-03 12:00; owner: nobody.

        """)
    let json = try workspace.done(add + ["--format", "json"]).json
    #expect(json["lead"] as? Int == 4)
    #expect(json["recorded"] as? Bool == false)
    #expect(try stages().count == 4)

    let move = ["lead", "move", "1", "2", "3", "--command-id", "0192f0c1-7a2b-7c3d-8e4f-001122340000"]
    #expect(try workspace.done(move).out == "2 leads: moved to stage 3 Brand consideration.\n")
    #expect(
      try workspace.done(move).out == "This command was recorded before; nothing was recorded again.\n")
    for arguments in [
      ["member", "add", "eva", "--department", "both", "--command-id", "0192f0c1-7a2b-7c3d-8e4f-001122350000"],
      ["reason", "add", "x", "--kind", "loss", "--label", "X", "--command-id", "0192f0c1-7a2b-7c3d-8e4f-001122360000"],
      ["stage", "assign", "2", "--to", "both", "--command-id", "0192f0c1-7a2b-7c3d-8e4f-001122370000"],
    ] {
      try workspace.done(arguments)
      try workspace.done(arguments)
    }
    #expect(try workspace.run(["lead", "add", "X", "--command-id", "nonsense"]).status == 2)
    #expect(try workspace.done(["check"]).out.hasPrefix("Sound: everything agrees. Leads: 4;"))
  }
}
