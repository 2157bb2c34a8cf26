import Foundation
import SQLite
import SharedFunnel
import Testing

@testable import FunnelStore

/// A file is brought to the schema of the program when it is opened, a step at a time, each whole or not at all.
struct MigrationTests {
  private static let now = Timestamp(seconds: 1_780_000_000)

  private func context() -> CommandContext {
    var random = SystemRandomNumberGenerator()
    return CommandContext(
      id: .command(at: MigrationTests.now, using: &random), now: MigrationTests.now, login: "tester")
  }

  private func create(_ path: String) throws -> Store {
    try Store.create(path: path, start: Initialization(zone: "UTC", currency: "EUR"), context())
  }

  private func open(_ path: String, _ access: Store.Access = .readWrite) throws -> Store {
    try Store.open(path: path, access, now: MigrationTests.now)
  }

  /// A file as the first version of the program left it, with one event, written without this program.
  private func oldFile(_ path: String, extra: String = "") throws {
    let connection = try Connection(path: path, access: .create)
    let first = try #require(Migration.all.first)
    try connection.execute(
      """
      PRAGMA application_id = \(Schema.applicationID);
      CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied INTEGER NOT NULL) STRICT;
      \(first.sql);
      INSERT INTO migration VALUES (1, '\(first.name)', 1);
      PRAGMA user_version = 1;
      INSERT INTO command (number, id, recorded, login) VALUES (1, zeroblob(16), 1700000000000, 'old');
      INSERT INTO event (seq, id, command, kind, occurred, data)
      VALUES (1, randomblob(16), 1, 100, 1700000000000, '{"currency":"CHF","zone":"UTC"}');
      INSERT INTO event (seq, id, command, kind, occurred, lead, stage)
      VALUES (2, randomblob(16), 1, 1, 1700000000000, 1, 2);
      \(extra)
      """)
  }

  private func schema(_ path: String) throws -> [String] {
    try Connection(path: path, access: .readOnly).query(
      "SELECT type || ' ' || name FROM sqlite_schema ORDER BY 1"
    ) { try $0.string(0) }
  }

  @Test func theProgramHasEveryFileOfTheFolder() throws {
    let folder = SourceTree.root.appending(path: "migrations").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(Migration.all.map { "\($0.name).sql" } == names)
    #expect(Migration.all.map(\.version) == Array(1...names.count))
    for migration in Migration.all {
      #expect(migration.sql == (try SourceTree.text("migrations/\(migration.name).sql")))
      #expect(migration.name.hasPrefix(String(format: "%04d_", migration.version)))
    }
  }

  @Test func everyStepIsRecorded() throws {
    let folder = try TemporaryFolder()
    let store = try create(folder.path("a.db"))
    let status = try store.migrations()
    #expect(status.map(\.name) == Migration.all.map(\.name))
    #expect(status.allSatisfy { $0.applied == MigrationTests.now.milliseconds })
    let version = try store.connection.first("PRAGMA user_version") { try $0.int(0) }
    #expect(version == Migration.latest)
  }

  @Test func anOldFileIsBroughtUpWithWhatItKnows() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("old.db")
    try oldFile(path)
    let store = try open(path)
    #expect(store.workspace.currency == "CHF")
    try store.rebuild { _ in }
    #expect(try store.leads(LeadQuery()).map(\.stage) == [.brandAwareness])
    #expect(try store.check(now: MigrationTests.now).findings.isEmpty)
    let new = folder.path("new.db")
    _ = try create(new)
    #expect(try schema(path) == schema(new))
  }

  @Test func anOldFileThatIsOnlyReadSaysWhatToDo() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("old.db")
    try oldFile(path)
    let error = #expect(throws: StoreError.self) { try open(path, .readOnly) }
    guard case .needsMigration(path, version: 1, known: Migration.latest) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aNewerFileIsRefusedByName() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    try create(path).connection.execute(
      "INSERT INTO migration VALUES (99, '0099_disputes', 5); PRAGMA user_version = 99")
    for access in [Store.Access.readOnly, .readWrite] {
      let error = #expect(throws: StoreError.self) { try open(path, access) }
      guard case .newerFile(path, version: 99, migration: "0099_disputes", known: Migration.latest) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  /// The last table of the second step is there already, so that the step fails after all but one of its
  /// statements.
  @Test func aStepThatFailsLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("old.db")
    try oldFile(path, extra: "CREATE TABLE slot_count (mine TEXT);")
    let before = try schema(path)
    #expect(throws: StoreError.self) { try open(path) }
    #expect(try schema(path) == before)
    let connection = try Connection(path: path, access: .readOnly)
    #expect(try connection.first("PRAGMA user_version") { try $0.int(0) } == 1)
    #expect(try connection.first("SELECT count(*) FROM migration") { try $0.int(0) } == 1)
  }

  @Test func severalProgramsMayBringItUpAtOnce() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("old.db")
    try oldFile(path)
    let failures = Failures()
    DispatchQueue.concurrentPerform(iterations: 6) { _ in
      do { _ = try open(path) } catch { failures.add("\(error)") }
    }
    #expect(failures.all.isEmpty)
    #expect(try open(path).migrations().allSatisfy { $0.applied != nil })
  }

  private static let changes = [
    "UPDATE event SET occurred = 0", "DELETE FROM event",
    "INSERT OR REPLACE INTO event (seq, id, command, kind, occurred) VALUES (1, zeroblob(16), 1, 100, 0)",
    "REPLACE INTO event (seq, id, command, kind, occurred) VALUES (1, zeroblob(16), 1, 100, 0)",
    "UPDATE command SET login = 'x'", "DELETE FROM command",
    "INSERT OR REPLACE INTO command (number, id, recorded, login) VALUES (1, zeroblob(16), 0, 'x')",
    "INSERT OR REPLACE INTO command (number, id, recorded, login) SELECT 5, id, 0, 'x' FROM command",
    "INSERT INTO event (seq, id, command, kind, occurred) VALUES (1, zeroblob(16), 1, 100, 0) "
      + "ON CONFLICT (seq) DO UPDATE SET occurred = 0",
  ]

  @Test(arguments: changes)
  func theJournalRefusesToChange(sql: String) throws {
    let folder = try TemporaryFolder()
    let store = try create(folder.path("a.db"))
    let before = try contents(store.path)
    #expect(throws: SQLiteError.self) { try store.connection.run(sql) }
    #expect(try contents(store.path) == before)
  }

  @Test(arguments: changes)
  func theJournalRefusesToChangeFromTheShell(sql: String) throws {
    let folder = try TemporaryFolder()
    let store = try create(folder.path("a.db"))
    let before = try contents(store.path)
    let outcome = try SQLiteShell.run(sql, on: store.path)
    #expect(outcome.status != 0)
    #expect(outcome.err.contains("the journal is append-only"))
    #expect(try contents(store.path) == before)
  }

  private func contents(_ path: String) throws -> [[Value]] {
    let connection = try Connection(path: path, access: .readOnly)
    return try ["event", "command"].flatMap { table in
      try connection.query("SELECT * FROM \(table)") { row in try (0..<row.count).map { try row.value($0) } }
    }
  }
}

/// What went wrong on several threads.
final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var found: [String] = []

  func add(_ failure: String) { lock.withLock { found.append(failure) } }

  var all: [String] { lock.withLock { found } }
}
