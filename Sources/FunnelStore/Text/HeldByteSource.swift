/// Bytes that are in memory already.
struct HeldByteSource: ByteSource {
  private let bytes: [UInt8]
  private var given = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    let count = min(buffer.count, bytes.count - given)
    buffer.copyBytes(from: bytes[given..<given + count])
    given += count
    return count
  }
}
