import CSQLite

/// A connection to one database file, for one thread.
///
/// A writer of a file waits for its turn in a `WriterQueue`, which `transaction` takes.
public final class Connection {
  public enum Access: Sendable {
    /// Reads; the file must be there.
    case readOnly
    /// Reads and writes; the file must be there.
    case readWrite
    /// Reads and writes; a file that is not there is made, with a write-ahead log.
    case create
  }

  let database: OpaquePointer
  let settings: Settings
  /// The turns of this file's writers; nil for a database in memory and for a reader.
  let writerQueue: WriterQueue?
  var cache = StatementCache()
  /// 0 outside of `transaction`, 1 in it, 2 and more in those nested in it.
  var transactionDepth = 0

  /// Opens the file at `path`, or a database in memory for `:memory:`.
  ///
  /// The file is read once, so that what is no database is refused here and not later. Nothing is
  /// made beside a file that is refused.
  ///
  /// - Throws: an `SQLiteError` with the code of what is wrong: can't-open (absent, a folder, no
  ///   permission), not-a-database, read-only (the file or its folder), busy.
  public init(path: String, access: Access, settings: Settings = .standard) throws(SQLiteError) {
    let opened = try Opening(path: path, access: access, settings: settings)
    database = opened.database
    writerQueue = opened.writerQueue
    self.settings = settings
  }

  deinit {
    cache.removeAll()
    // Statements that are still out keep the database until the last of them goes.
    sqlite3_close_v2(database)
  }

  /// Asked about every thousand steps of SQLite's machine; `true` stops the statement that runs,
  /// which throws an interrupted error and rolls back what it wrote. So a long transaction obeys a
  /// signal: the handler sets a flag, this reads it.
  ///
  /// It is also asked while a writer waits for its turn. It is `Sendable` so that it cannot reach
  /// for the connection, which SQLite forbids here.
  public var onProgress: (@Sendable () -> Bool)? {
    didSet { installProgressHandler() }
  }

  /// The version of the C library, such as 3.40.1.
  public static var libraryVersion: String { String(cString: sqlite3_libversion()) }

  /// How many rows the last INSERT, UPDATE or DELETE changed.
  public var changes: Int { Int(sqlite3_changes64(database)) }
  public var lastInsertRowID: Int64 { sqlite3_last_insert_rowid(database) }
  public var inTransaction: Bool { sqlite3_get_autocommit(database) == 0 }

  func installProgressHandler() {
    guard onProgress != nil else { return sqlite3_progress_handler(database, 0, nil, nil) }
    let handler: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
      guard let context else { return 0 }
      let connection = Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
      return connection.onProgress?() == true ? 1 : 0
    }
    // Unretained: SQLite asks only while a statement runs, and that keeps the connection.
    sqlite3_progress_handler(database, 1000, handler, Unmanaged.passUnretained(self).toOpaque())
  }

  /// - Throws: what SQLite answered, if it is not OK.
  func check(_ code: Int32) throws(SQLiteError) {
    if code != SQLITE_OK { throw SQLiteError(database: database, code: code) }
  }
}
