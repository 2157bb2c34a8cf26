import SQLite
import SharedFunnel

/// Brings a file to the schema that this program knows.
struct Schema {
  /// "SFnl": how other programs, and `file`, tell our files.
  static let applicationID: Int64 = 0x5346_6E6C

  let connection: Connection
  let path: String

  func version() throws -> Int {
    try connection.first("PRAGMA user_version") { try $0.int(0) } ?? 0
  }

  private func isOurs() throws -> Bool {
    try connection.first("PRAGMA application_id") { try $0.int64(0) } == Schema.applicationID
  }

  /// Checks that the file is ours and not newer than this program.
  func verify() throws -> Int {
    let version = try version()
    guard try isOurs() else { throw StoreError.notAFunnelFile(path: path) }
    guard version <= Migration.latest else {
      let name = try? connection.first("SELECT name FROM migration ORDER BY version DESC LIMIT 1") { try $0.string(0) }
      throw StoreError.newerFile(
        path: path, version: version, migration: (name ?? nil) ?? "?", known: Migration.latest)
    }
    return version
  }

  /// Applies what is missing, each migration and its record in one transaction.
  func migrate(now: Timestamp) throws {
    for migration in Migration.all.dropFirst(try verify()) { try apply(migration, now: now) }
  }

  /// Lays the first migration into an empty file.
  func create(now: Timestamp) throws {
    try connection.transaction(.immediate) {
      let tables = try connection.first("SELECT count(*) FROM sqlite_schema") { try $0.int(0) } ?? 0
      guard tables == 0 else { throw StoreError.fileExists(path: path) }
      try connection.execute(
        """
        PRAGMA application_id = \(Schema.applicationID);
        CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied INTEGER NOT NULL) STRICT;
        """)
      for migration in Migration.all { try apply(migration, now: now) }
    }
  }

  private func apply(_ migration: Migration, now: Timestamp) throws {
    try connection.transaction(.immediate) {
      // Another process may have been faster while we waited for the lock.
      guard try version() < migration.version else { return }
      try connection.execute(migration.sql)
      try connection.run(
        "INSERT INTO migration (version, name, applied) VALUES (?, ?, ?)", .integer(Int64(migration.version)),
        .text(migration.name), .integer(now.milliseconds))
      try connection.execute("PRAGMA user_version = \(migration.version)")
    }
  }

  func status() throws -> [MigrationStatus] {
    var applied: [Int: Int64] = [:]
    try connection.forEach("SELECT version, applied FROM migration") { applied[try $0.int(0)] = try $0.int64(1) }
    return Migration.all.map { MigrationStatus(version: $0.version, name: $0.name, applied: applied[$0.version]) }
  }
}
