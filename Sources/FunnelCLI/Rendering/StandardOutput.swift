#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output through a buffer of our own, so that a million rows cost some thousand writes and a failure is
/// seen. Its owner calls `flush()` before the program ends: a destructor could not report that the disk is full.
struct StandardOutput: ~Copyable {
  private static let capacity = 1 << 16
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// From here on a closed pipe is an error of `write` for this process and no longer a signal that ends it.
  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    buffer.reserveCapacity(StandardOutput.capacity)
    _ = signal(SIGPIPE, SIG_IGN)
  }

  mutating func write(_ text: String) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= StandardOutput.capacity { try flush() }
  }

  /// After an error the buffer is empty: what could not be written is not tried again.
  mutating func flush() throws(OutputError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    if let code = FileDescriptor.write(buffer, to: descriptor) {
      if code == EPIPE { throw .readerGone }
      throw .refused(code: code, reason: String(cString: strerror(code)))
    }
  }
}

/// Standard error, unbuffered. A message that cannot be delivered is dropped: there is nobody left to tell.
enum StandardError {
  static func write(_ text: String) {
    _ = FileDescriptor.write(Array(text.utf8), to: STDERR_FILENO)
  }
}

private enum FileDescriptor {
  /// Writes all bytes; returns the errno of the first failure. Interrupted and would-block writes are taken up again.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if written >= 0 {
          rest = rest.dropFirst(written)
        } else if errno == EAGAIN {
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&ready, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
