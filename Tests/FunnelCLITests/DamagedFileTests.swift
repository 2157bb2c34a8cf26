import Foundation
import SQLite
import Testing

/// Files that somebody has changed behind our back.
@Suite("Files that are not as we left them")
struct DamagedFileTests {
  let workspace: WorkspaceFixture

  init() throws {
    workspace = try WorkspaceFixture()
    try workspace.done(["lead", "add", "Acme"])
  }

  private func change(_ sql: String) throws {
    try Connection(path: workspace.path, access: .readWrite).execute(sql)
  }

  @Test("5: check finds what differs, rebuild mends it")
  func projection() throws {
    try change("UPDATE lead SET touches = 9")
    let found = try workspace.run(["check"])
    #expect(found.status == 5)
    #expect(found.out.contains("projection"))
    #expect(
      found.err
        == "Error: Findings: 1. If only the projection differs, 'funnel rebuild' mends it; else restore a backup.\n")
    let json = try workspace.run(["check", "--format", "json"])
    #expect(json.status == 5)
    #expect(json.json["schema"] as? String == "funnel.check/1")
    #expect(json.json["ok"] as? Bool == false)
    #expect((json.json["rows"] as? [[String: Any]])?.count == 1)
    try workspace.done(["rebuild"])
    try workspace.done(["check"])
  }

  @Test("70: a journal that this program did not write is called damaged")
  func journal() throws {
    try change("DROP TRIGGER event_is_append_only_update; UPDATE event SET kind = 99 WHERE lead IS NOT NULL")
    let outcome = try workspace.run(["lead", "history", "1"])
    #expect(outcome.status == 70)
    #expect(outcome.err.hasPrefix("Error: The file is damaged: "))
    #expect(outcome.out == "")
  }

  @Test("3: a file of a newer version is refused by name, an older one is named when it is only read")
  func versions() throws {
    let known = try #require(
      (try workspace.done(["migrate", "--status", "--format", "json"]).json["rows"] as? [[String: Any]])?.count)
    try change("PRAGMA user_version = 99; INSERT INTO migration VALUES (99, '0099_future', 0)")
    for arguments in [["lead", "list"], ["lead", "add", "Bolt"], ["migrate"], ["migrate", "--status"], ["check"]] {
      let outcome = try workspace.run(arguments)
      #expect(outcome.status == 3, "\(arguments)")
      #expect(outcome.err.contains("migration 0099_future (version 99)"), "\(arguments)")
    }
    try change("PRAGMA user_version = \(known - 1); DELETE FROM migration WHERE version >= \(known)")
    let older = try workspace.run(["lead", "list"])
    #expect(older.status == 3)
    #expect(
      older.err
        == "Error: \(workspace.path) is of version \(known - 1) and this program of version \(known). Bring it up with 'funnel migrate'.\n"
    )
    let status = try workspace.done(["migrate", "--status", "--format", "json"]).json
    #expect(status["pending"] as? Int == 1)
  }
}
