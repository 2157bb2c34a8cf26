/// Finding bytes eight at a time, in the bits of one 64-bit word ("SIMD within a register").
enum ByteMask {
  /// The byte in each of the eight places.
  @inline(__always)
  static func repeated(_ byte: UInt8) -> UInt64 {
    0x0101_0101_0101_0101 &* UInt64(byte)
  }

  /// Eight places whose highest bit is set where the word has a zero byte, and nowhere else.
  ///
  /// Without carries between the places: Henry S. Warren, "Hacker's Delight", section 6-1.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }

  /// The eight bytes from `position` on, the first one lowest.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, at position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
  }
}
