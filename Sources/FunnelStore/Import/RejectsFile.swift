import Foundation
import SharedFunnel

#if canImport(Glibc)
  import Glibc
#endif

/// The records that an import cannot read, whole, with line number and reason: a CSV file `file, line,
/// reason, record`. It appears when the import is done, and not at all if the import fails.
final class RejectsFile {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var held: [UInt8] = []
  private var isDone = false

  init(path: String) throws {
    self.path = path
    temporary = path + ".partial"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw RejectsFile.failure(path) }
    CSVWriting.append(record: ["file", "line", "reason", "record"], to: &held)
  }

  deinit {
    close(descriptor)
    if !isDone { unlink(temporary) }
  }

  func add(_ reject: Reject, record: [UInt8]) throws {
    // A record that is no UTF-8 is shown with replacement marks; the line number leads to the original.
    CSVWriting.append(
      record: [reject.file, String(reject.line), reject.reason, String(decoding: record, as: UTF8.self)], to: &held)
    if held.count > 1 << 16 { try flush() }
  }

  private func flush() throws {
    var start = 0
    while start < held.count {
      let written = held.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      guard written >= 0 else {
        if errno == EINTR { continue }
        throw RejectsFile.failure(path)
      }
      start += written
    }
    held.removeAll(keepingCapacity: true)
  }

  /// Puts the file in place.
  func finish() throws {
    try flush()
    guard fsync(descriptor) == 0 || errno == EINVAL, rename(temporary, path) == 0 else {
      throw RejectsFile.failure(path)
    }
    isDone = true
  }

  private static func failure(_ path: String) -> StoreError {
    .input(InputError(file: path, reason: ImportMessages.rejects(["problem": String(cString: strerror(errno))])))
  }
}
