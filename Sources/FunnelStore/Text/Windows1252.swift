/// The characters of Windows-1252, which Excel calls ANSI in western Europe and America.
enum Windows1252 {
  /// Those of 0x80 ... 0x9F; 0 for the five bytes that mean nothing. All other bytes are the character of their number.
  private static let high: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// The UTF-8 of each byte from 0x80 on, the first byte of it lowest; a byte that means nothing stays itself, and so is
  /// no UTF-8.
  private static let table: [UInt32] = (UInt8(0x80)...0xFF).map { byte in
    let number = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
    guard number > 0, let scalar = Unicode.Scalar(number) else { return UInt32(byte) }
    return String(Character(scalar)).utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Appends the text as UTF-8. Nearly all of it is ASCII, and is taken over in stretches.
  static func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) {
    text.reserveCapacity(text.count + bytes.count + bytes.count / 8)
    var position = 0
    while position < bytes.count {
      let end = ByteMask.firstBeyondASCII(bytes.span, from: position)
      text.append(contentsOf: bytes[bytes.startIndex + position..<bytes.startIndex + end])
      position = end
      while position < bytes.count, bytes[bytes.startIndex + position] >= 0x80 {
        var rest = table[Int(bytes[bytes.startIndex + position]) - 0x80]
        while rest > 0 {
          text.append(UInt8(truncatingIfNeeded: rest))
          rest >>= 8
        }
        position += 1
      }
    }
  }
}
