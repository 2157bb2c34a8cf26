import CSQLite

/// The row that a statement stands on. Columns count from 0.
///
/// Each reader asks for one type and refuses any other: a number that SQLite would make of a text,
/// or a half of a number too large, is an error and never a value. A row cannot be kept: it is
/// valid only where it is lent.
public struct Row: ~Copyable {
  let statement: Prepared

  public var count: Int { Int(sqlite3_column_count(statement.handle)) }

  /// - Throws: `SQLITE_RANGE` if there is no such column.
  public func name(_ column: Int) throws(SQLiteError) -> String {
    guard let name = sqlite3_column_name(statement.handle, try index(column)) else {
      throw SQLiteError(SQLITE_NOMEM, "no memory for a column's name", sql: statement.sql)
    }
    return String(cString: name)
  }

  public func isNull(_ column: Int) throws(SQLiteError) -> Bool {
    guard sqlite3_column_type(statement.handle, Int32(clamping: column)) == SQLITE_NULL else { return false }
    _ = try index(column)
    return true
  }

  public func int64(_ column: Int) throws(SQLiteError) -> Int64 {
    let index = try require(SQLITE_INTEGER, column)
    return sqlite3_column_int64(statement.handle, index)
  }

  public func int(_ column: Int) throws(SQLiteError) -> Int {
    try integer(column)
  }

  /// An integer of any width.
  ///
  /// - Throws: a type mismatch if the value does not fit.
  public func integer<T: FixedWidthInteger>(_ column: Int, as type: T.Type = T.self) throws(SQLiteError) -> T {
    guard let value = T(exactly: try int64(column)) else {
      throw SQLiteError.typeMismatch("\(T.self)", found: "a larger INTEGER", column: column, of: self)
    }
    return value
  }

  /// An integer that must be 0 or 1.
  public func bool(_ column: Int) throws(SQLiteError) -> Bool {
    switch try int64(column) {
    case 0: return false
    case 1: return true
    default: throw SQLiteError.typeMismatch("0 or 1", found: "another INTEGER", column: column, of: self)
    }
  }

  /// A REAL; an INTEGER is refused, as it may not be exact.
  public func double(_ column: Int) throws(SQLiteError) -> Double {
    let index = try require(SQLITE_FLOAT, column)
    return sqlite3_column_double(statement.handle, index)
  }

  /// - Throws: a type mismatch also if the text is not UTF-8; it is never repaired.
  public func string(_ column: Int) throws(SQLiteError) -> String {
    let bytes = text(try require(SQLITE_TEXT, column))
    guard let text = try? UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span) else {
      throw SQLiteError.typeMismatch("UTF-8", found: "other bytes in TEXT", column: column, of: self)
    }
    return String(copying: text)
  }

  public func blob(_ column: Int) throws(SQLiteError) -> [UInt8] {
    let index = try require(SQLITE_BLOB, column)
    return [UInt8](blobBytes(index))
  }

  /// Lends the bytes of a BLOB, or of a TEXT as UTF-8 that was not checked, without a copy.
  public func withBytes<T>(_ column: Int, _ body: (RawSpan) throws -> T) throws -> T {
    let index = try index(column)
    let bytes: UnsafeRawBufferPointer
    switch sqlite3_column_type(statement.handle, index) {
    case SQLITE_BLOB: bytes = blobBytes(index)
    case SQLITE_TEXT: bytes = text(index)
    case let found:
      throw SQLiteError.typeMismatch("BLOB or TEXT", found: Self.typeName(found), column: column, of: self)
    }
    return try body(bytes.bytes)
  }

  /// The value, whatever its type.
  public func value(_ column: Int) throws(SQLiteError) -> Value {
    switch sqlite3_column_type(statement.handle, try index(column)) {
    case SQLITE_INTEGER: .integer(try int64(column))
    case SQLITE_FLOAT: .real(try double(column))
    case SQLITE_TEXT: .text(try string(column))
    case SQLITE_BLOB: .blob(try blob(column))
    default: .null
    }
  }

  private func index(_ column: Int) throws(SQLiteError) -> Int32 {
    guard column >= 0, column < count else {
      throw SQLiteError(SQLITE_RANGE, "column \(column) of a row of \(count)", sql: statement.sql)
    }
    return Int32(truncatingIfNeeded: column)
  }

  /// SQLite takes a column that is not there for NULL, so only a refusal looks at their number.
  private func require(_ type: Int32, _ column: Int) throws(SQLiteError) -> Int32 {
    let index = Int32(clamping: column)
    let found = sqlite3_column_type(statement.handle, index)
    if found != type {
      _ = try self.index(column)
      throw SQLiteError.typeMismatch(
        Self.typeName(type), found: Self.typeName(found), column: column, of: self)
    }
    return index
  }

  // The pointer first, then the count: the order in which SQLite converts, if it must.
  private func text(_ index: Int32) -> UnsafeRawBufferPointer {
    let start = UnsafeRawPointer(sqlite3_column_text(statement.handle, index))
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : byteCount(index))
  }

  // An empty blob has no address.
  private func blobBytes(_ index: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(statement.handle, index)
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : byteCount(index))
  }

  private func byteCount(_ index: Int32) -> Int {
    Int(sqlite3_column_bytes(statement.handle, index))
  }

  private static func typeName(_ type: Int32) -> String {
    switch type {
    case SQLITE_INTEGER: "INTEGER"
    case SQLITE_FLOAT: "REAL"
    case SQLITE_TEXT: "TEXT"
    case SQLITE_BLOB: "BLOB"
    default: "NULL"
    }
  }
}

extension SQLiteError {
  /// A column holds another type than its reader asked for. It names the column, never the value.
  static func typeMismatch(_ expected: String, found: String, column: Int, of row: borrowing Row) -> SQLiteError {
    let name = (try? row.name(column)) ?? "\(column)"
    return SQLiteError(SQLITE_MISMATCH, "column \(name): expected \(expected), found \(found)", sql: row.statement.sql)
  }
}
