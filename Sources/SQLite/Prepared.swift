import CSQLite

/// A compiled statement by its handle. It does not own it: `Statement` and `CachedStatement` do.
struct Prepared {
  let handle: OpaquePointer

  init(handle: OpaquePointer) {
    self.handle = handle
  }

  /// Compiles exactly one statement.
  ///
  /// - Parameter isLasting: whether the statement will be kept, so that SQLite allocates for long.
  init(_ sql: String, in database: OpaquePointer, isLasting: Bool) throws(SQLiteError) {
    if sql.utf8.contains(0) {
      throw SQLiteError(SQLITE_MISUSE, "the SQL contains a NUL, where SQLite would stop reading", sql: sql)
    }
    var sql = sql
    let flags = isLasting ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    var handle: OpaquePointer?
    var hasMore = false
    let code = sql.withUTF8 { text in
      text.withMemoryRebound(to: CChar.self) { text in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(database, text.baseAddress, Int32(clamping: text.count), flags, &handle, &tail)
        if code == SQLITE_OK, let start = text.baseAddress, let tail {
          hasMore = Self.hasStatement(tail, count: text.count - (tail - start), in: database)
        }
        return code
      }
    }
    guard code == SQLITE_OK else { throw SQLiteError(database: database, code: code, sql: sql) }
    guard let handle, !hasMore else {
      sqlite3_finalize(handle)
      let count = hasMore ? "more than one statement" : "no statement"
      throw SQLiteError(SQLITE_MISUSE, "the SQL holds \(count)", sql: sql)
    }
    self.handle = handle
  }

  /// Whether more than blanks and comments follow. What does not compile is more.
  private static func hasStatement(_ text: UnsafePointer<CChar>, count: Int, in database: OpaquePointer) -> Bool {
    guard count > 0 else { return false }
    var next: OpaquePointer?
    let code = sqlite3_prepare_v3(database, text, Int32(clamping: count), 0, &next, nil)
    sqlite3_finalize(next)
    return code != SQLITE_OK || next != nil
  }

  var database: OpaquePointer? { sqlite3_db_handle(handle) }
  var sql: String? { sqlite3_sql(handle).map { String(cString: $0) } }

  /// The error of a call that returned `code`; to be made before the next call changes it.
  func error(_ code: Int32) -> SQLiteError {
    SQLiteError(database: database, code: code, sql: sql, hasValues: sqlite3_bind_parameter_count(handle) > 0)
  }

  /// Whether there is a row. After an error the statement must be reset.
  func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw error(code)
  }

  /// Steps to the end; rows are passed over.
  func finish() throws(SQLiteError) {
    while try step() {}
  }

  /// Ready to run again, and no value of this run is left in it.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }
}
