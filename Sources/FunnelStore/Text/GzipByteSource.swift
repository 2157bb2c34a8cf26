internal import CZlib

/// What a gzip file (RFC 1952) holds: all of its members, one after the other, as `gzip -d` gives them.
///
/// Memory does not grow with what comes out, so a small file that unpacks to terabytes costs time only, until the reader
/// of its records finds one too long.
///
/// A class, since zlib's state stays where it was made and is let go once.
final class GzipByteSource: ByteSource {
  private static let chunk = 1 << 16

  private var source: any ByteSource
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutablePointer<UInt8>
  private var isAtEnd = false
  /// Whether a member was finished and no other one has begun.
  private var isBetweenMembers = false

  /// Whether bytes are the start of a gzip file: its two magic bytes, and deflate, the one method there is.
  static func matches(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B, 8]) }

  init(_ source: any ByteSource) throws(ByteSourceError) {
    self.source = source
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(capacity: GzipByteSource.chunk)
    let code = czlib_begin_gunzip(stream)
    guard code == Z_OK else { throw GzipByteSource.failure(code) }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    let room = min(buffer.count, Int(UInt32.max))
    guard room > 0 else { return 0 }
    while true {
      if stream.pointee.avail_in == 0 {
        if try refill() == 0 {
          guard isBetweenMembers else { throw .gzipTruncated }
          return 0
        }
      }
      if isBetweenMembers {
        guard try beginMember() else { return 0 }
      }
      stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(room)
      let code = inflate(stream, Z_NO_FLUSH)
      switch code {
      case Z_STREAM_END: isBetweenMembers = true
      // Nothing could be done with what there is: more of the file is needed.
      case Z_OK, Z_BUF_ERROR: break
      default: throw GzipByteSource.failure(code)
      }
      let count = room - Int(stream.pointee.avail_out)
      if count > 0 { return count }
    }
  }

  /// Another member, or the zeros with which tapes and block devices fill up the last block; false at the end.
  private func beginMember() throws(ByteSourceError) -> Bool {
    while true {
      while stream.pointee.avail_in > 0, let next = stream.pointee.next_in, next.pointee == 0 {
        stream.pointee.next_in = next + 1
        stream.pointee.avail_in -= 1
      }
      if stream.pointee.avail_in > 0 { break }
      if try refill() == 0 { return false }
    }
    let code = inflateReset(stream)
    guard code == Z_OK else { throw GzipByteSource.failure(code) }
    isBetweenMembers = false
    return true
  }

  private func refill() throws(ByteSourceError) -> Int {
    guard !isAtEnd else { return 0 }
    let count = try source.read(into: UnsafeMutableRawBufferPointer(start: input, count: GzipByteSource.chunk))
    isAtEnd = count == 0
    stream.pointee.next_in = input
    stream.pointee.avail_in = UInt32(count)
    return count
  }

  private static func failure(_ code: Int32) -> ByteSourceError {
    code == Z_MEM_ERROR ? .failed(path: "", code: code) : .gzipDamaged
  }
}
