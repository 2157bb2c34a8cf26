import CSQLite
import Glibc

/// The side file of a `WriterQueue`.
enum WriterFile {
  /// Opens or makes the file. It gets the database's permissions and, made by root, its owner: who
  /// may write the one must be able to lock the other. A symbolic link is refused.
  static func open(_ path: String, besides database: String) throws(SQLiteError) -> Int32 {
    let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW
    let found = Glibc.open(path, flags)
    if found >= 0 { return found }
    guard errno == ENOENT else { throw error(SQLITE_CANTOPEN, "open", path) }
    var status = stat()
    guard stat(database, &status) == 0 else { throw error(SQLITE_CANTOPEN, "open", database) }
    let permissions = status.st_mode & 0o777
    let made = Glibc.open(path, flags | O_CREAT | O_EXCL, permissions)
    if made >= 0 {
      // What the process's mask took away.
      fchmod(made, permissions)
      if geteuid() == 0 { _ = fchown(made, status.st_uid, status.st_gid) }
      return made
    }
    // Another writer was first.
    if errno == EEXIST {
      let other = Glibc.open(path, flags)
      if other >= 0 { return other }
    }
    throw error(errno == EACCES || errno == EROFS ? CSQLITE_READONLY_DIRECTORY : SQLITE_CANTOPEN, "make", path)
  }

  /// Who wrote their name last, if they are alive.
  static func holder(_ path: String) -> WriterQueue.Holder? {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: WriterQueue.Holder.length)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count == bytes.count, let holder = WriterQueue.Holder(line: bytes), holder.isAlive else { return nil }
    return holder
  }

  static func error(_ code: Int32, _ verb: String, _ path: String) -> SQLiteError {
    SQLiteError(code, "cannot \(verb) \(path): \(errorText(errno))")
  }
}
