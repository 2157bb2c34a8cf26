import CSQLite
import Glibc

/// The path of a database, looked at before SQLite opens it: SQLite would make a file that is not
/// there, read a device, or take a name for a URI.
struct DatabasePath {
  static let memory = ":memory:"

  let path: String

  /// - Throws: an `SQLiteError` that can't-open if the path is empty, a folder, no regular file, or
  ///   not there although `mayBeAbsent` is false.
  init(_ path: String, mayBeAbsent: Bool) throws(SQLiteError) {
    self.path = path
    if isMemory { return }
    if path.isEmpty || path.utf8.contains(0) {
      throw SQLiteError(SQLITE_CANTOPEN, "a path must not be empty or contain a NUL")
    }
    var status = stat()
    if stat(path, &status) != 0 {
      let reason = errno
      if reason == ENOENT && mayBeAbsent { return }
      throw SQLiteError(SQLITE_CANTOPEN, "cannot open \(path): \(errorText(reason))")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw SQLiteError(CSQLITE_CANTOPEN_ISDIR, "\(path) is a folder")
    default: throw SQLiteError(SQLITE_CANTOPEN, "\(path) is not a regular file")
    }
  }

  var isMemory: Bool { path == Self.memory }

  /// The path as SQLite is to read it: one that begins with `file:` is a path too.
  var forSQLite: String { path.hasPrefix("file:") ? "./" + path : path }
}

/// The folder that a path lies in.
func folder(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The system's words for an error number.
func errorText(_ number: Int32) -> String {
  var buffer = [CChar](repeating: 0, count: 256)
  guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
  return buffer.withUnsafeBufferPointer { text in
    text.baseAddress.map { String(cString: $0) } ?? "error \(number)"
  }
}
