import CSQLite

extension Connection {
  /// Copies all pages into an empty file.
  func copy(to path: String, pagesPerStep: Int, _ progress: (Int, Int) throws -> Void) throws {
    guard !inTransaction else { throw SQLiteError(SQLITE_MISUSE, "a backup cannot be made within a transaction") }
    var copySettings = Settings()
    // The file is brought to the disk once, when it is whole.
    copySettings.synchronous = .off
    let copy = try Connection(path: path, access: .readWrite, settings: copySettings)
    // One transaction around all steps: else each writer in between would start the copy afresh.
    try transaction(.deferred) {
      try first("SELECT count(*) FROM sqlite_schema") { _ in }
      try step(to: copy, pagesPerStep: pagesPerStep, progress)
    }
    // A copy of a database with a log says that it has one; a backup is to be read anywhere.
    var off: Int32 = 0
    sqlite3_file_control(copy.database, "main", SQLITE_FCNTL_PERSIST_WAL, &off)
    let mode = try copy.first("PRAGMA journal_mode = DELETE") { row in try row.string(0) }
    guard mode == "delete" else {
      throw SQLiteError(SQLITE_BUSY, "the copy \(path) is in use by another program")
    }
  }

  private func step(to copy: Connection, pagesPerStep: Int, _ progress: (Int, Int) throws -> Void) throws {
    guard let backup = sqlite3_backup_init(copy.database, "main", database, "main") else {
      throw SQLiteError(database: copy.database, code: sqlite3_errcode(copy.database))
    }
    var isOpen = true
    defer { if isOpen { sqlite3_backup_finish(backup) } }
    while true {
      let code = sqlite3_backup_step(backup, Int32(clamping: max(1, pagesPerStep)))
      guard code == SQLITE_OK || code == SQLITE_DONE else {
        isOpen = false
        sqlite3_backup_finish(backup)
        throw SQLiteError(database: copy.database, code: code)
      }
      try progress(Int(sqlite3_backup_remaining(backup)), Int(sqlite3_backup_pagecount(backup)))
      if code == SQLITE_DONE { return }
    }
  }
}
