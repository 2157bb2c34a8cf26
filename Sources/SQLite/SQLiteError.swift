import CSQLite

/// What SQLite refused, by its code. It carries the SQL, and never a bound value: an error may be
/// logged, a lead's name may not.
public struct SQLiteError: Error, Equatable, Sendable {
  /// SQLite's extended result code, such as 2067 for a broken UNIQUE.
  public let extendedCode: Int32
  /// SQLite's sentence, or ours where SQLite has none; for the person who mends the program.
  public let message: String
  /// The statement at fault, with its parameters as `?`.
  public let sql: String?

  /// SQLite's primary result code, such as 19 for any constraint.
  public var code: Int32 { extendedCode & 0xFF }

  init(_ extendedCode: Int32, _ message: String, sql: String? = nil) {
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
  }

  /// The last error of a connection.
  init(database: OpaquePointer?, code: Int32, sql: String? = nil, hasValues: Bool = false) {
    // A refusal of the interface itself (misuse, a null handle) is not the connection's last error.
    let extended = sqlite3_extended_errcode(database)
    let isLast = database != nil && extended & 0xFF == code & 0xFF
    let text = isLast ? sqlite3_errmsg(database) : sqlite3_errstr(code)
    let message = text.map { String(cString: $0) } ?? "error \(code)"
    let mayQuote = hasValues && code & 0xFF != SQLITE_CONSTRAINT
    self.init(isLast ? extended : code, mayQuote ? Self.withoutQuotation(message) : message, sql: sql)
  }

  /// The sentence without what it quotes. Full-text search, JSON paths and ATTACH quote a bound
  /// value in the message (`fts5: syntax error near "…"`, `no such column: …`). The sentences of
  /// constraints name columns only.
  private static func withoutQuotation(_ message: String) -> String {
    let prefix = "fts5: "
    let start = message.hasPrefix(prefix) ? prefix.endIndex : message.startIndex
    let end = message[start...].firstIndex { $0 == "\"" || $0 == "'" || $0 == ":" } ?? message.endIndex
    return end == message.endIndex ? message : "\(message[..<end]) (…)"
  }
}

extension SQLiteError: CustomStringConvertible {
  public var description: String {
    "SQLite error \(extendedCode): \(message)" + (sql.map { " [\($0)]" } ?? "")
  }
}

extension SQLiteError {
  /// Another connection holds the lock and did not yield within the time-out.
  public var isBusy: Bool { code == SQLITE_BUSY }
  public var isConstraint: Bool { code == SQLITE_CONSTRAINT }
  /// The file, the folder or the connection cannot be written.
  public var isReadOnly: Bool { code == SQLITE_READONLY }
  /// The disk, or the limit of the file's pages, is reached.
  public var isFull: Bool { code == SQLITE_FULL }
  /// The system refused to read or write.
  public var isInputOutput: Bool { code == SQLITE_IOERR }
  public var isCorrupt: Bool { code == SQLITE_CORRUPT }
  public var isNotADatabase: Bool { code == SQLITE_NOTADB }
  public var isCantOpen: Bool { code == SQLITE_CANTOPEN }
  /// `Connection.onProgress` asked for the end.
  public var isInterrupted: Bool { code == SQLITE_INTERRUPT }
  /// A value is not of the type that the reader or the binder asked for.
  public var isTypeMismatch: Bool { code == SQLITE_MISMATCH }

  /// Which constraint was broken.
  public enum Constraint: Equatable, Sendable {
    case check, dataType, foreignKey, notNull, primaryKey, rowID, trigger, unique, other
  }

  /// Which constraint was broken; nil if the error is another.
  public var constraint: Constraint? {
    guard isConstraint else { return nil }
    return switch extendedCode {
    case CSQLITE_CONSTRAINT_CHECK: .check
    case CSQLITE_CONSTRAINT_DATATYPE: .dataType
    case CSQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
    case CSQLITE_CONSTRAINT_NOTNULL: .notNull
    case CSQLITE_CONSTRAINT_PRIMARYKEY: .primaryKey
    case CSQLITE_CONSTRAINT_ROWID: .rowID
    case CSQLITE_CONSTRAINT_TRIGGER: .trigger
    case CSQLITE_CONSTRAINT_UNIQUE: .unique
    default: .other
    }
  }
}
