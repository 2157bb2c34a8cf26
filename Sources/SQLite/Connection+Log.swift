import CSQLite
import Glibc

extension Connection {
  /// Gives the file a write-ahead log, for good. `Access.create` does so for a file that it makes;
  /// for another (a restored backup, a file of another tool) it is for the caller, once it knows
  /// that the file is its own.
  ///
  /// - Throws: busy if another connection uses the file; `WriterBusy`; misuse within a transaction;
  ///   read-only if the connection is.
  public func startLog() throws {
    if inTransaction { throw SQLiteError(SQLITE_MISUSE, "the journal mode cannot change within a transaction") }
    guard let writerQueue else { throw SQLiteError(SQLITE_READONLY, "this connection cannot change the journal mode") }
    let mode = try first("PRAGMA journal_mode") { row in try row.string(0) }
    if mode == "wal" { return }
    try writerQueue.take(waitingAtMost: settings.busyMilliseconds, unless: onProgress)
    defer { writerQueue.release() }
    try run("PRAGMA journal_mode = WAL")
  }

  /// Copies the write-ahead log into the file and empties it, so that nothing deleted is left in
  /// the log. Without a log it does nothing.
  ///
  /// - Throws: busy if a reader or a writer needed the log for longer than the time-out.
  public func emptyLog() throws(SQLiteError) {
    try check(sqlite3_wal_checkpoint_v2(database, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil))
  }

  /// Writes the whole file anew, so that nothing deleted is left in its free space, and empties the log. Takes
  /// its turn among the writers, and as much room on the disk again.
  ///
  /// - Throws: busy if a reader needed the log for longer than the time-out; the file is then whole, and
  ///   what was deleted may still stand in the log.
  public func rewrite() throws {
    if inTransaction { throw SQLiteError(SQLITE_MISUSE, "a file cannot be rewritten within a transaction") }
    guard let writerQueue else { throw SQLiteError(SQLITE_READONLY, "this connection cannot write") }
    try writerQueue.take(waitingAtMost: settings.busyMilliseconds, unless: onProgress)
    defer { writerQueue.release() }
    // The copy is as large as the file: not in memory.
    try execute("PRAGMA temp_store = FILE; PRAGMA secure_delete = ON")
    defer { try? execute(settings.pragmas) }
    try execute("VACUUM")
    try emptyLog()
  }

  /// Empties the write-ahead log if it has grown past what a checkpoint waits for, and nobody needs it
  /// now; else the next one to commit will.
  ///
  /// A program that runs for one commit never comes to write the log from its start again, as one that
  /// stays does: without this the log would grow with every command, and every command would read it all.
  public func trimLog() {
    guard !inTransaction, let name = sqlite3_db_filename(database, "main") else { return }
    var status = stat()
    guard stat(String(cString: name) + "-wal", &status) == 0,
      Int(status.st_size) > settings.checkpointPages * 4096
    else { return }
    sqlite3_busy_timeout(database, 0)
    sqlite3_wal_checkpoint_v2(database, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    sqlite3_busy_timeout(database, Int32(clamping: settings.busyMilliseconds))
  }
}
