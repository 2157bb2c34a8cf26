import CSQLite

extension Connection {
  public enum TransactionMode: Sendable {
    /// Reads one state of the file; a writer in it competes without a turn and may find that
    /// another was faster.
    case deferred
    /// May write from its beginning: takes its turn among the writers, then SQLite's lock.
    case immediate
  }

  /// Does all of `body` or nothing of it.
  ///
  /// A transaction within a transaction is a part that can fail alone: its changes are undone, the
  /// outer's stay. The outermost decides the mode.
  ///
  /// - Throws: what `body` throws, also if rolling back fails too; `WriterBusy` if the turn did not
  ///   come in time; or an `SQLiteError`. Nothing is then changed.
  public func transaction<T>(_ mode: TransactionMode = .immediate, _ body: () throws -> T) throws -> T {
    let isNested = inTransaction || transactionDepth > 0
    if !isNested, mode == .immediate, let writerQueue {
      try writerQueue.take(waitingAtMost: settings.busyMilliseconds, unless: onProgress)
    }
    // After the commit or the rollback, so that the next in turn finds SQLite's lock free.
    defer { if !isNested, mode == .immediate { writerQueue?.release() } }
    let savepoint = isNested ? "nested_\(transactionDepth)" : nil
    try begin(mode, savepoint)
    let result: T
    do {
      transactionDepth += 1
      defer { transactionDepth -= 1 }
      result = try body()
      try requireLiveTransaction()
    } catch {
      rollBack(savepoint)
      throw error
    }
    do {
      try control(savepoint.map { "RELEASE \($0)" } ?? "COMMIT")
    } catch {
      // Refused (a deferred foreign key, a full disk), the transaction is still open.
      rollBack(savepoint)
      throw error
    }
    return result
  }

  private func begin(_ mode: TransactionMode, _ savepoint: String?) throws(SQLiteError) {
    if let savepoint {
      try requireLiveTransaction()
      return try control("SAVEPOINT \(savepoint)")
    }
    try control(mode == .immediate ? "BEGIN IMMEDIATE" : "BEGIN")
  }

  private func requireLiveTransaction() throws(SQLiteError) {
    if transactionDepth > 0, !inTransaction { throw SQLiteError(CSQLITE_ABORT_ROLLBACK, Self.rolledBack) }
  }

  /// Undoes what can be undone. An error here is not told: the one that led here is, and a
  /// transaction that stays open is refused by the next `begin`.
  private func rollBack(_ savepoint: String?) {
    guard inTransaction else { return }
    // The wish to stop must not stop the undoing.
    sqlite3_progress_handler(database, 0, nil, nil)
    defer { installProgressHandler() }
    if let savepoint {
      try? control("ROLLBACK TO \(savepoint)")
      try? control("RELEASE \(savepoint)")
    } else {
      try? control("ROLLBACK")
    }
  }

  private func control(_ sql: String) throws(SQLiteError) {
    let statement = try cache.take(sql, in: database)
    defer { statement.giveBack() }
    try statement.prepared.finish()
  }
}
