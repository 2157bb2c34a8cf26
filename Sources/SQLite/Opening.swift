import CSQLite
import Glibc

/// Opens a database, makes sure that it is one, and sets the connection up; or leaves nothing.
struct Opening {
  let database: OpaquePointer
  let writerQueue: WriterQueue?

  init(path: String, access: Connection.Access, settings: Connection.Settings) throws(SQLiteError) {
    _ = Library.isConfigured
    let path = try DatabasePath(path, mayBeAbsent: access == .create)
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path.forSQLite, &handle, Self.flags(access), nil)
    guard code == SQLITE_OK, let handle else {
      let error = Self.error(code, in: handle, path: path.path)
      sqlite3_close_v2(handle)
      throw error
    }
    do {
      writerQueue = try Self.setUp(handle, path, access, settings)
      database = handle
    } catch {
      sqlite3_close_v2(handle)
      throw error
    }
  }

  private static func flags(_ access: Connection.Access) -> Int32 {
    let mode =
      switch access {
      case .readOnly: SQLITE_OPEN_READONLY
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    return mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE
  }

  private static func setUp(
    _ database: OpaquePointer, _ path: DatabasePath, _ access: Connection.Access, _ settings: Connection.Settings
  ) throws(SQLiteError) -> WriterQueue? {
    sqlite3_busy_timeout(database, Int32(clamping: settings.busyMilliseconds))
    try secure(database, foreignKeys: settings.foreignKeys)
    // SQLite opens a file without reading it, and falls back to reading only without a word.
    try run("PRAGMA schema_version", in: database, path: path.path)
    if access != .readOnly, sqlite3_db_readonly(database, "main") == 1 {
      throw SQLiteError(SQLITE_READONLY, "\(path.path) cannot be written")
    }
    try run(settings.pragmas, in: database, path: path.path)
    guard !path.isMemory else { return nil }
    var on: Int32 = 1
    sqlite3_file_control(database, "main", SQLITE_FCNTL_PERSIST_WAL, &on)
    guard access != .readOnly, let name = sqlite3_db_filename(database, "main") else { return nil }
    // By SQLite's name, in which symbolic links are resolved, as in those of the files beside it.
    let queue = WriterQueue(database: String(cString: name))
    if access == .create { try startLog(ofNew: database, queue: queue, settings: settings) }
    return queue
  }

  private static func secure(_ database: OpaquePointer, foreignKeys: Bool) throws(SQLiteError) {
    let choices: [(Int32, Bool)] = [
      (SQLITE_DBCONFIG_ENABLE_FKEY, foreignKeys),
      (SQLITE_DBCONFIG_DEFENSIVE, true),
      (SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
      (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, false),
      (SQLITE_DBCONFIG_DQS_DML, false),
      (SQLITE_DBCONFIG_DQS_DDL, false),
      (SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true),
    ]
    for (setting, isOn) in choices {
      let code = csqlite_set(database, setting, isOn ? 1 : 0)
      if code != SQLITE_OK { throw SQLiteError(database: database, code: code) }
    }
  }

  /// A file with no page yet is new, and gets a write-ahead log. The log mode is a lasting property
  /// of a file, so a file that somebody has written before is left as it is.
  private static func startLog(
    ofNew database: OpaquePointer, queue: WriterQueue, settings: Connection.Settings
  ) throws(SQLiteError) {
    guard try pageCount(of: database) == 0 else { return }
    // In turn: SQLite does not wait for another connection that changes the mode too.
    do {
      try queue.take(waitingAtMost: settings.busyMilliseconds)
    } catch {
      throw error as? SQLiteError ?? SQLiteError(SQLITE_BUSY, "\(error)")
    }
    defer { queue.release() }
    try run("PRAGMA journal_mode = WAL", in: database, path: queue.database)
  }

  /// The statement is gone when this returns: at a row it would hold a lock that the one in turn
  /// waits for.
  private static func pageCount(of database: OpaquePointer) throws(SQLiteError) -> Int64 {
    let count = try Prepared("PRAGMA page_count", in: database, isLasting: false)
    defer { sqlite3_finalize(count.handle) }
    return try count.step() ? sqlite3_column_int64(count.handle, 0) : 0
  }

  private static func run(_ sql: String, in database: OpaquePointer, path: String) throws(SQLiteError) {
    let code = sqlite3_exec(database, sql, nil, nil, nil)
    if code != SQLITE_OK { throw error(code, in: database, path: path) }
  }

  /// The error of opening, with the path and with the cause that SQLite leaves out.
  private static func error(_ code: Int32, in database: OpaquePointer?, path: String) -> SQLiteError {
    let error = SQLiteError(database: database, code: code)
    let folder = folder(of: path)
    if error.isCantOpen || error.isReadOnly, faccessat(AT_FDCWD, folder, W_OK, AT_EACCESS) != 0 {
      let canRead = faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0
      return canRead || errno == ENOENT
        ? SQLiteError(
          CSQLITE_READONLY_DIRECTORY,
          "cannot open \(path): the folder \(folder) cannot be written, and SQLite must write beside this file")
        : SQLiteError(SQLITE_CANTOPEN, "cannot open \(path): \(errorText(EACCES))")
    }
    let cause = sqlite3_system_errno(database)
    let reason = error.isCantOpen && cause != 0 ? errorText(cause) : error.message
    return SQLiteError(error.extendedCode, "cannot open \(path): \(reason)")
  }
}
