import SharedFunnel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that appears whole or not at all: written aside, and put in its place when it is finished.
///
/// A class, since the file aside goes when its owner does, however that ends.
public final class WholeFile {
  private let path: String
  private let aside: String
  private let descriptor: CInt
  private var held: [UInt8] = []
  private var isDone = false

  /// - Throws: ``StoreError/input(_:)``.
  public init(path: String) throws {
    // Behind a link stands the file that is meant; a folder, a pipe or a device is none.
    let target = WholeFile.resolved(path)
    var status = stat()
    if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw StoreError.input(InputError(file: path, reason: TextMessages.noPlainFile()))
    }
    self.path = target
    aside = "\(target).\(getpid()).partial"
    descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw WholeFile.failure(path) }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  deinit {
    close(descriptor)
    if !isDone { unlink(aside) }
  }

  public func write(_ text: String) throws {
    held.append(contentsOf: text.utf8)
    if held.count > 1 << 16 { try flush() }
  }

  private func flush() throws {
    var start = 0
    while start < held.count {
      let written = held.withUnsafeBytes { bytes in
        systemWrite(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      guard written >= 0 else {
        if errno == EINTR { continue }
        throw WholeFile.failure(path)
      }
      start += written
    }
    held.removeAll(keepingCapacity: true)
  }

  /// All that was written is on the disk after this, under its name aside; what can still go wrong is little.
  public func prepare() throws {
    try flush()
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw WholeFile.failure(path) }
  }

  /// Puts the file in place, instead of one that was there.
  public func finish() throws {
    try prepare()
    guard rename(aside, path) == 0 else { throw WholeFile.failure(path) }
    isDone = true
  }

  private static func failure(_ path: String) -> StoreError {
    .input(InputError(file: path, reason: TextMessages.notWritten(["problem": String(cString: strerror(errno))])))
  }
}

/// `write(2)`, under a name that the method above does not hide.
private func systemWrite(_ descriptor: CInt, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
