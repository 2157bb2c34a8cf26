@testable import FunnelStore

/// A source that gives out bytes a few at a time, so that every seam between two reads is tried.
struct BytesInMemory: ByteSource {
  private let bytes: [UInt8]
  private let step: Int
  private var position = 0

  init(_ bytes: [UInt8], step: Int = .max) {
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
