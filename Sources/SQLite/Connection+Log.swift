import CSQLite

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
}
