import CSQLite
import Glibc

/// The place of a backup: a temporary file beside it, which takes its name when it is whole.
struct BackupTarget {
  let path: String
  let temporary: String
  let overwriting: Bool

  /// Makes the temporary file, readable by its owner alone: a backup holds all that the database
  /// does.
  init(_ path: String, overwriting: Bool) throws(SQLiteError) {
    _ = try DatabasePath(path, mayBeAbsent: true)
    self.path = path
    self.overwriting = overwriting
    temporary = "\(path).\(getpid())-\(UInt64.random(in: 0...UInt64.max)).partial"
    try requireFree()
    let descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw error(SQLITE_CANTOPEN, "make", temporary) }
    close(descriptor)
  }

  /// Brings the file to the disk and gives it its name.
  func publish() throws(SQLiteError) {
    try sync(temporary, O_RDWR)
    try requireFree()
    if overwriting {
      guard rename(temporary, path) == 0 else { throw error(SQLITE_CANTOPEN, "name", path) }
    } else if link(temporary, path) == 0 {
      unlink(temporary)
    } else {
      // A file system without links: the look just above must do.
      guard errno != EEXIST, rename(temporary, path) == 0 else { throw error(SQLITE_CANTOPEN, "name", path) }
    }
    try sync(folder(of: path), O_RDONLY | O_DIRECTORY)
  }

  func discard() {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(temporary + suffix) }
  }

  /// A log that lies beside the path would be taken for the backup's own and played into it.
  private func requireFree() throws(SQLiteError) {
    var status = stat()
    if !overwriting, lstat(path, &status) == 0 {
      throw SQLiteError(SQLITE_CANTOPEN, "\(path) is there already")
    }
    for log in [path + "-wal", path + "-journal"] where stat(log, &status) == 0 && status.st_size > 0 {
      throw SQLiteError(SQLITE_CANTOPEN, "\(log) belongs to another database, which may be in use")
    }
  }

  private func sync(_ path: String, _ flags: Int32) throws(SQLiteError) {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(CSQLITE_IOERR_FSYNC, "open", path) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0 { throw error(CSQLITE_IOERR_FSYNC, "sync", path) }
  }

  private func error(_ code: Int32, _ verb: String, _ path: String) -> SQLiteError {
    WriterFile.error(code, verb, path)
  }
}
