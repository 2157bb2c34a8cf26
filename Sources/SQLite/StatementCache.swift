import CSQLite

/// Compiled statements by their SQL, so that a command that is run again is not compiled again.
struct StatementCache {
  /// Beyond this many, those at rest are let go: SQL that is made up as it goes must not pile up.
  static let capacity = 256

  private var statements: [SQLText: CachedStatement] = [:]

  /// A statement that nobody runs now. If the SQL is running already (a query within a query), it
  /// is a new one that is not kept.
  mutating func take(_ sql: String, in database: OpaquePointer) throws(SQLiteError) -> CachedStatement {
    let key = SQLText(sql)
    if let statement = statements[key] {
      if !statement.isRunning {
        statement.isRunning = true
        return statement
      }
      return CachedStatement(try Prepared(sql, in: database, isLasting: false))
    }
    let statement = CachedStatement(try Prepared(sql, in: database, isLasting: true))
    if statements.count >= Self.capacity { statements = statements.filter { $0.value.isRunning } }
    statements[key] = statement
    return statement
  }

  mutating func removeAll() {
    statements.removeAll()
  }
}

/// A statement of the cache and its owner: the statement is freed with it.
final class CachedStatement {
  let prepared: Prepared
  var isRunning = true

  init(_ prepared: Prepared) {
    self.prepared = prepared
  }

  func giveBack() {
    prepared.reset()
    isRunning = false
  }

  deinit {
    sqlite3_finalize(prepared.handle)
  }
}
