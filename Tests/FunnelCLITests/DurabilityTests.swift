import Foundation
import FunnelStore
import SharedFunnel
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What a person was told is done is done, whoever else writes and however a run ends.
@Suite("Nothing acknowledged is lost, nothing half-done is seen", .serialized)
struct DurabilityTests {
  let workspace: WorkspaceFixture

  init() throws { workspace = try WorkspaceFixture() }

  private var environment: [String: String] {
    ["FUNNEL_DB": workspace.path, "FUNNEL_NOW": workspace.now, "FUNNEL_ACTOR": "ana"]
  }

  private func names() throws -> [String] {
    let rows = try workspace.done(["lead", "list", "--format", "json"]).json["rows"] as? [[String: Any]]
    return (rows ?? []).compactMap { $0["name"] as? String }.sorted()
  }

  private func expectSound() throws {
    let check = try workspace.run(["check"])
    #expect(check.status == 0, "\(check.out)\(check.err)")
  }

  // MARK: Several at once

  @Test(
    "several processes add leads and work on one lead at once: all of it is there, none of it twice", arguments: [2, 8])
  func writers(count: Int) throws {
    try workspace.done(["lead", "add", "Everyone's"])
    let rounds = 24 / count + 2
    let acknowledged = Acknowledged()
    let environment = environment
    DispatchQueue.concurrentPerform(iterations: count) { writer in
      for round in 0..<rounds {
        let name = "w\(writer)-\(round)"
        for arguments in [["lead", "add", name], ["lead", "tag", "1", "--add", name]] {
          do {
            let outcome = try RunningFunnel(arguments, env: environment).outcome()
            acknowledged.note(arguments[1] + " " + name, outcome)
          } catch {
            acknowledged.fail("\(error)")
          }
        }
      }
    }
    #expect(acknowledged.failures.isEmpty)
    let done = acknowledged.done
    #expect(done.count == 2 * count * rounds)
    #expect(
      try names() == (done.filter { $0.hasPrefix("add ") }.map { String($0.dropFirst(4)) } + ["Everyone's"]).sorted())
    let tags = try workspace.done(["lead", "show", "1", "--format", "json"]).json["tags"] as? [String] ?? []
    #expect(tags.sorted() == done.filter { $0.hasPrefix("tag ") }.map { String($0.dropFirst(4)) }.sorted())
    try expectSound()
  }

  // MARK: kill -9

  @Test("kill -9 in the middle of single commands, each tried again with its id: done once")
  func killedCommands() throws {
    try workspace.done(["lead", "add", "Acme"])
    let rounds = 30
    var killed = 0
    for round in 0..<rounds {
      let id = "0192f0c1-7a2b-7c3d-8e4f-\(String(format: "%08x", round))0000"
      let arguments = ["lead", "touch", "1", "--channel", "call", "--command-id", id]
      let running = try RunningFunnel(arguments, env: environment)
      running.signal(SIGKILL, after: Double.random(in: 0...0.04))
      if try running.outcome().status == nil { killed += 1 }
      try workspace.done(arguments)
    }
    let lead = try workspace.done(["lead", "list", "--format", "json"]).json["rows"] as? [[String: Any]]
    #expect(lead?.first?["touches"] as? Int == rounds)
    #expect(killed > 0, "no run was caught alive, so nothing was proved")
    try expectSound()
  }

  @Test("kill -9 at any moment of an import: it is there whole or not at all, and what was done before stays")
  func killedImports() throws {
    let log = workspace.folder.path("log.csv")
    let demo = DemoFunnel(leads: 4700, seed: 9)
    let rows = try DemoLog.write(demo, to: log)
    #expect(rows > 19_000)
    let arguments = ["import", log, "--mapping", "event-log"]

    // How long a whole one takes here.
    let other = workspace.folder.path("other.db")
    try workspace.done(["init", "--db", other])
    let start = Date()
    try workspace.done(arguments + ["--db", other])
    let length = Date().timeIntervalSince(start)

    var acknowledged = 0
    var killed = 0
    for round in 0..<14 {
      try workspace.done(["lead", "add", "before round \(round)"])
      acknowledged += 1
      let running = try RunningFunnel(arguments, env: environment)
      // Often near the end, where the file is written and put in place.
      let moment = round % 2 == 0 ? Double.random(in: 0...length) : length * Double.random(in: 0.8...1.05)
      running.signal(SIGKILL, after: moment)
      let outcome = try running.outcome()
      let store = try Store.open(path: workspace.path, .readOnly, now: demo.until)
      let leads = try store.leads(LeadQuery()).count
      if outcome.status == nil { killed += 1 }
      let isWhole = leads == acknowledged + demo.leads
      #expect(isWhole || (outcome.status == nil && leads == acknowledged), "\(leads) leads after round \(round)")
      if isWhole { break }
    }
    #expect(killed > 0, "no import was caught alive, so nothing was proved")
    try expectSound()
    // Whatever came before, the file comes in once.
    try workspace.done(arguments)
    let again = try workspace.done(arguments + ["--format", "json"]).json
    #expect(again["inserted"] as? Int == 0)
    #expect(again["already_known"] as? Int == rows)
    try expectSound()
  }

  // MARK: Ctrl-C, limits, rights

  @Test("130: Ctrl-C in the middle of an import leaves the file as it was")
  func interruptedImport() throws {
    let log = workspace.folder.path("log.csv")
    try DemoLog.write(DemoFunnel(leads: 4000, seed: 9), to: log)
    try workspace.done(["lead", "add", "Acme"])
    let arguments = ["import", log, "--mapping", "event-log", "--rejects", workspace.folder.path("rejects.csv")]
    let start = Date()
    try workspace.done(arguments + ["--dry-run"])
    let length = Date().timeIntervalSince(start)
    // The file and its log.
    let parts = ["", "-wal"].map { workspace.path + $0 }.filter(FileManager.default.fileExists)
    let kept = try parts.map { (path: $0, bytes: try Data(contentsOf: URL(fileURLWithPath: $0))) }
    let before = try workspace.done(["export"]).out
    var caught = 0
    for moment in [0, 0.2, 0.5] {
      let running = try RunningFunnel(arguments, env: environment)
      running.waitUntilWriting(workspace.path)
      running.signal(SIGINT, after: length * moment)
      let outcome = try running.outcome()
      // On a busy machine the import can be done before the signal comes; then it is whole, and proves nothing.
      if outcome.status == 0 {
        let made = ["", "-wal", "-shm"].map { workspace.path + $0 } + [workspace.folder.path("rejects.csv")]
        for path in made { try? FileManager.default.removeItem(atPath: path) }
        for part in kept { try part.bytes.write(to: URL(fileURLWithPath: part.path)) }
        continue
      }
      caught += 1
      #expect(outcome.status == 130)
      #expect(outcome.err == "Error: Interrupted. The file is as it was before.\n")
      #expect(try workspace.done(["export"]).out == before)
    }
    #expect(caught > 0, "no import was caught alive, so nothing was proved")
    let left = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.url.path)
    #expect(!left.contains { $0.hasPrefix("rejects") }, "\(left)")
    try expectSound()
  }

  /// The limit of a session on the size of files stands in for the disk: the same calls fail.
  @Test("3: a disk without room for an import, or for one lead more")
  func fullDisk() throws {
    let log = workspace.folder.path("log.csv")
    try DemoLog.write(DemoFunnel(leads: 2000, seed: 9), to: log)
    try workspace.done(["lead", "add", "Acme"])
    let before = try workspace.done(["export"]).out
    func limited(_ blocks: Int, _ arguments: [String]) throws -> RunningFunnel.Outcome {
      // The report of the shell's own limit is not ours to judge; the program replaces the shell.
      try RunningFunnel(
        arguments, env: environment, wrapper: ["/bin/sh", "-c", "ulimit -f \(blocks); exec \"$0\" \"$@\""]
      ).outcome()
    }
    let imported = try limited(600, ["import", log, "--mapping", "event-log"])
    #expect(imported.status == 3)
    #expect(imported.err.hasPrefix("Error: \(workspace.path): ") && imported.err.contains("(SQLite "))
    #expect(try workspace.done(["export"]).out == before)
    let added = try limited(8, ["lead", "add", "Bolt"])
    #expect(added.status == 3, "\(added.err)")
    #expect(try workspace.done(["export"]).out == before)
    try expectSound()
    try workspace.done(["import", log, "--mapping", "event-log"])
    try expectSound()
  }

  /// Root may write everything, so it puts on the rights of nobody.
  private static let withoutRights =
    geteuid() == 0 ? ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] : []

  /// The program may lie where root alone can reach it.
  private static var canRunWithoutRights: Bool {
    let outcome = try? RunningFunnel(["--version"], env: [:], wrapper: withoutRights).outcome()
    return outcome?.status == 0
  }

  @Test(
    "3: a file or a folder that cannot be written is named, and is open to readers",
    .enabled(if: canRunWithoutRights, "root runs the tests, and nobody else can reach the program"))
  func rights() throws {
    try workspace.done(["lead", "add", "Acme"])
    let single = workspace.folder.path("single.db")
    try workspace.done(["backup", single])
    let folder = workspace.folder.url.path
    let manager = FileManager.default
    func setPermissions(_ permissions: Int, _ path: String) throws {
      try manager.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    }
    try setPermissions(0o444, single)
    try setPermissions(0o555, folder)
    defer { try? setPermissions(0o755, folder) }
    func run(_ arguments: [String], db: String) throws -> RunningFunnel.Outcome {
      try RunningFunnel(arguments + ["--db", db], env: environment, wrapper: DurabilityTests.withoutRights).outcome()
    }
    #expect(try run(["lead", "list"], db: single).status == 0)
    for arguments in [["lead", "add", "Bolt"], ["lead", "move", "1", "2"], ["rebuild"]] {
      let outcome = try run(arguments, db: single)
      #expect(outcome.status == 3, "\(arguments): \(outcome.err)")
      #expect(outcome.err.hasPrefix("Error: ") && outcome.err.contains("single.db"))
    }
    let made = try run(["init"], db: workspace.folder.path("new.db"))
    #expect(made.status == 3)
    #expect(made.err.contains("new.db"))
    #expect(!manager.fileExists(atPath: workspace.folder.path("new.db")))
    let copied = try run(["backup", workspace.folder.path("copy.db")], db: single)
    #expect(copied.status == 3, "\(copied.err)")
  }

  @Test("3: a database of another program is left alone")
  func foreign() throws {
    let path = workspace.folder.path("foreign.db")
    let store = try Store.open(path: workspace.path, .readOnly, now: DemoFunnel.usualEnd)
    try store.backup(to: path, overwriting: false)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // The mark by which our files are known, at byte 68 of the header (SQLite's file format, 1.3).
    bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
    try bytes.write(to: URL(fileURLWithPath: path))
    for arguments in [["lead", "list"], ["lead", "add", "Bolt"], ["init"], ["demo"], ["migrate"], ["check"]] {
      let outcome = try workspace.run(arguments + ["--db", path])
      #expect(outcome.status == 3, "\(arguments)")
      #expect(outcome.err.contains("foreign.db"))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }
}

/// What the program said it has done, to several at once.
private final class Acknowledged: @unchecked Sendable {
  private let lock = NSLock()
  private var words: [String] = []
  private var problems: [String] = []

  func note(_ what: String, _ outcome: RunningFunnel.Outcome) {
    lock.withLock {
      if outcome.status == 0 { words.append(what) } else { problems.append("\(what): \(outcome.err)") }
    }
  }

  func fail(_ problem: String) { lock.withLock { problems.append(problem) } }

  var done: [String] { lock.withLock { words } }
  var failures: [String] { lock.withLock { problems } }
}
