/// Bytes in order, from a file, a pipe or memory.
protocol ByteSource {
  /// Fills the start of `buffer` and says how many bytes it filled: fewer than fit mean nothing, 0 means the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int
}

/// Why a source of bytes could not be opened or read.
enum ByteSourceError: Error, Equatable {
  case missing(path: String)
  case isDirectory(path: String)
  case notPermitted(path: String)
  /// Any other failure, with the system's number for it.
  case failed(path: String, code: Int32)
  /// A gzip file that ends before its end.
  case gzipTruncated
  /// A gzip file whose bytes are not what was compressed, by its own checksum or its own rules.
  case gzipDamaged
  /// A text that is partly UTF-8 and partly something else, and nobody said which.
  case mixedEncodings
}
