import SQLite

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

extension StoreError {
  /// Runs the body and turns what SQLite says into what it means for the file.
  static func wrapping<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as SQLiteError {
      if error.isInterrupted { throw StoreError.interrupted }
      if error.isNotADatabase { throw StoreError.notAFunnelFile(path: path) }
      if error.isBusy {
        throw StoreError.busy(holder: nil, seconds: Double(Connection.Settings.standard.busyMilliseconds) / 1000)
      }
      throw StoreError.sqlite(error, path: path)
    } catch let busy as WriterBusy {
      throw StoreError.busy(holder: busy.holder?.description, seconds: Double(busy.waitedMilliseconds) / 1000)
    }
  }
}

extension StoreError {
  /// Whether it says that the file or its place cannot be opened, read or written, as opposed to a
  /// damaged file or a mistake in the program.
  public var isOfTheFile: Bool {
    guard case .sqlite(let error, _) = self else { return false }
    return error.isCantOpen || error.isReadOnly || error.isFull || error.isInputOutput
  }
}

extension StoreError {
  /// What SQLite said, and its extended code, for layers that do not know SQLite.
  public var engineReason: (sentence: String, code: Int32)? {
    guard case .sqlite(let error, _) = self else { return nil }
    return (error.message, error.extendedCode)
  }
}

func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// The whole path of a file that is there; as it was given where that cannot be told.
func absolutePath(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// Bytes of a plain file; `nil` for a pipe, or where it cannot be told.
func fileSize(_ path: String) -> Int? {
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  return Int(status.st_size)
}

/// Whether both paths lead to one file.
func isSameFile(_ one: String, _ other: String) -> Bool {
  var first = stat()
  var second = stat()
  guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
  return first.st_dev == second.st_dev && first.st_ino == second.st_ino
}
