import CSQLite

extension Connection {
  /// Runs the statements of a script one after another; rows are passed over. For schemas and
  /// pragmas: there are no parameters, so no value from outside may stand in it.
  ///
  /// - Throws: the error of the first statement that fails, with that statement; those before it
  ///   stay done.
  public func execute(_ script: String) throws(SQLiteError) {
    if script.utf8.contains(0) {
      throw SQLiteError(SQLITE_MISUSE, "the SQL contains a NUL, where SQLite would stop reading", sql: script)
    }
    let text = script.utf8.map { CChar(bitPattern: $0) }
    try text.withUnsafeBufferPointer { text throws(SQLiteError) in
      var done = 0
      while done < text.count { done += try executeFirst(of: text.extracting(done...)) }
    }
  }

  /// Runs one statement to its end; rows are passed over. A value a parameter.
  public func run(_ sql: String, _ values: Value...) throws(SQLiteError) {
    try run(sql, values: values)
  }

  public func run(_ sql: String, values: [Value]) throws(SQLiteError) {
    let statement = try cache.take(sql, in: database)
    defer { statement.giveBack() }
    try requireLiveTransaction(statement.prepared)
    try statement.prepared.bind(values)
    try statement.prepared.finish()
  }

  /// Compiles a statement for a loop.
  public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    try Statement(sql, on: self)
  }

  /// Refuses to go on after SQLite has rolled back the whole transaction by itself (a full disk, an
  /// interruption): what follows would be committed alone.
  func requireLiveTransaction(_ prepared: Prepared) throws(SQLiteError) {
    if transactionDepth > 0, sqlite3_get_autocommit(database) != 0 {
      throw SQLiteError(CSQLITE_ABORT_ROLLBACK, Self.rolledBack, sql: prepared.sql)
    }
  }

  static let rolledBack = "the transaction is over: SQLite has rolled it back, or a statement ended it"

  /// Runs the first statement and gives its length.
  private func executeFirst(of text: UnsafeBufferPointer<CChar>) throws(SQLiteError) -> Int {
    var handle: OpaquePointer?
    var tail: UnsafePointer<CChar>?
    let code = sqlite3_prepare_v3(database, text.baseAddress, Int32(clamping: text.count), 0, &handle, &tail)
    guard code == SQLITE_OK, let start = text.baseAddress, let tail else {
      let sql = text.withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
      throw SQLiteError(database: database, code: code, sql: sql)
    }
    // There is none in blanks and a comment.
    if let handle {
      defer { sqlite3_finalize(handle) }
      let prepared = Prepared(handle: handle)
      try prepared.requireParameters(0)
      try requireLiveTransaction(prepared)
      try prepared.finish()
    }
    return tail - start
  }
}
