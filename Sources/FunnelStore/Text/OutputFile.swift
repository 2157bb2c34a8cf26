import SharedFunnel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that we write beside its place, and that appears there whole when it is finished, or not at all.
final class OutputFile {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private let failure: Message
  private var held: [UInt8] = []
  private var isDone = false

  /// - Parameter failure: what a person is told if it cannot be written, with a `{problem}`.
  /// - Throws: ``StoreError/input(_:)``.
  init(path: String, failure: Message) throws {
    self.path = path
    self.failure = failure
    temporary = path + ".partial"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failed() }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if descriptor >= 0, !isDone { unlink(temporary) }
  }

  func append(record: [String]) throws {
    CSVWriting.append(record: record, to: &held)
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
        throw failed()
      }
      start += written
    }
    held.removeAll(keepingCapacity: true)
  }

  /// Puts the file in place.
  func finish() throws {
    try flush()
    guard fsync(descriptor) == 0 || errno == EINVAL, rename(temporary, path) == 0 else { throw failed() }
    isDone = true
  }

  private func failed() -> StoreError {
    .input(InputError(file: path, reason: failure(["problem": String(cString: strerror(errno))])))
  }
}
