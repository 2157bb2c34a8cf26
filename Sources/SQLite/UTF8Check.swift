extension UnsafeRawBufferPointer {
  /// Whether the bytes are well-formed UTF-8. Eight bytes at a time while they are ASCII, which
  /// most text of a funnel is.
  var isUTF8: Bool {
    var offset = 0
    while offset &+ 8 <= count {
      if loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
      offset &+= 8
    }
    while offset < count, self[offset] < 0x80 { offset &+= 1 }
    if offset == count { return true }
    return withMemoryRebound(to: UInt8.self) { bytes in
      (try? UTF8Span(validating: bytes.extracting(offset...).span)) != nil
    }
  }
}
