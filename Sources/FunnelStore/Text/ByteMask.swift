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

  /// The place of the first byte from `start` on that is not ASCII; the end if there is none.
  static func firstBeyondASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position + 8 <= bytes.count {
      let high = word(bytes, at: position) & repeated(0x80)
      if high != 0 { return position + high.trailingZeroBitCount >> 3 }
      position += 8
    }
    while position < bytes.count, bytes[position] < 0x80 { position += 1 }
    return position
  }

  /// Whether a byte is zero. Looks at every byte rather than stopping at the first one: such a loop runs many bytes at a
  /// time.
  static func hasZero(_ bytes: Span<UInt8>) -> Bool {
    var found: UInt64 = 0
    var position = 0
    while position + 8 <= bytes.count {
      found |= zeros(word(bytes, at: position))
      position += 8
    }
    while position < bytes.count {
      if bytes[position] == 0 { return true }
      position += 1
    }
    return found != 0
  }
}
