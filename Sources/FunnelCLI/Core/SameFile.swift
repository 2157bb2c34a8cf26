#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether two names lead to one file, by links or otherwise: before a file is overwritten, it is made sure that it is
/// none that the command reads.
enum SameFile {
  static func isSame(_ one: String, _ other: String) -> Bool {
    guard let first = identity(one), let second = identity(other) else { return false }
    return first == second
  }

  /// Whether something has the name already.
  static func isThere(_ path: String) -> Bool { identity(path) != nil }

  /// Device and file number; `nil` where there is no file yet.
  private static func identity(_ path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino)]
  }

  /// Whether a path names the workspace or a file that SQLite keeps beside it.
  static func isPart(_ path: String, ofWorkspace workspace: String) -> Bool {
    ["", "-wal", "-shm", "-journal", "-writer"].contains { isSame(path, workspace + $0) }
  }
}
