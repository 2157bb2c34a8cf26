/// A source whose first bytes were looked at before it is read.
struct PeekedByteSource: ByteSource {
  private var base: any ByteSource
  /// The first bytes, as many as were asked for unless the source has fewer.
  let head: [UInt8]
  private var given = 0

  init(_ base: any ByteSource, ahead count: Int) throws(ByteSourceError) {
    var base = base
    head = try base.read(upTo: count)
    self.base = base
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    guard given < head.count else { return try base.read(into: buffer) }
    let count = min(buffer.count, head.count - given)
    buffer.copyBytes(from: head[given..<given + count])
    given += count
    return count
  }
}

extension ByteSource {
  /// The next `count` bytes; fewer only where the source ends.
  mutating func read(upTo count: Int) throws(ByteSourceError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(into: &bytes, upTo: count)
    return bytes
  }

  /// Appends to `bytes` until they are `count`, or the source ends. Says whether it ended.
  @discardableResult
  mutating func read(into bytes: inout [UInt8], upTo count: Int) throws(ByteSourceError) -> Bool {
    var filled = bytes.count
    guard filled < count else { return false }
    bytes.append(contentsOf: repeatElement(0, count: count - filled))
    while filled < count {
      var span = bytes.mutableSpan
      let read = try span.withUnsafeMutableBytes { all throws(ByteSourceError) in
        try self.read(into: UnsafeMutableRawBufferPointer(rebasing: all[filled...]))
      }
      if read == 0 {
        bytes.removeLast(count - filled)
        return true
      }
      filled += read
    }
    return false
  }
}
