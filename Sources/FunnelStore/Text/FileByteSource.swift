#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The bytes of a file, or of what stands on the standard input.
///
/// A class, since a file descriptor is shared by nature and is closed once.
final class FileByteSource: ByteSource {
  /// What errors call the file.
  private let path: String
  private let descriptor: CInt
  private let isOwned: Bool
  /// How many bytes it gave so far.
  private(set) var bytesRead = 0

  init(path: String) throws(ByteSourceError) {
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw FileByteSource.failure(path) }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let error = FileByteSource.failure(path)
      close(opened)
      throw error
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(opened)
      throw .isDirectory(path: path)
    }
    self.path = path
    descriptor = opened
    isOwned = true
  }

  private init(standardInput path: String) {
    self.path = path
    descriptor = STDIN_FILENO
    isOwned = false
  }

  /// File descriptor 0, which stays open. Errors call it `-`, as command lines do.
  static func standardInput() -> FileByteSource {
    FileByteSource(standardInput: "-")
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    while true {
      let count = systemRead(descriptor, buffer)
      if count >= 0 {
        bytesRead += count
        return count
      }
      // A signal came first: nothing was read and nothing is wrong.
      guard errno == EINTR else { throw FileByteSource.failure(path) }
    }
  }

  /// Everything that is left; `nil` if that is more than `limit` bytes.
  func all(upTo limit: Int) throws(ByteSourceError) -> [UInt8]? {
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { chunk.deallocate() }
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let count = try read(into: chunk)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk.prefix(count))
    }
    return nil
  }

  private static func failure(_ path: String) -> ByteSourceError {
    switch errno {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EISDIR: .isDirectory(path: path)
    case EACCES, EPERM: .notPermitted(path: path)
    case let code: .failed(path: path, code: code)
    }
  }
}

/// `read(2)`, under a name that the method above does not hide.
private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
