@testable import FunnelStore

/// Bytes given out a few at a time.
struct SteppedBytes: ByteSource {
  let bytes: [UInt8]
  let step: Int
  private var position = 0

  init(bytes: [UInt8], step: Int) {
    self.bytes = bytes
    self.step = step
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    let count = min(buffer.count, bytes.count - position, step)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}
