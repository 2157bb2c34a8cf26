/// The characters of Windows-1252, which Excel calls ANSI in western Europe and America.
enum Windows1252 {
  /// Those of 0x80 ... 0x9F; 0 for the five bytes that mean nothing. All other bytes are the character of their number.
  private static let high: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// The UTF-8 of each byte from 0x80 on; a byte that means nothing stays itself, and so is no UTF-8.
  private static let table: [[UInt8]] = (UInt8(0x80)...0xFF).map { byte in
    let number = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
    guard number > 0, let scalar = Unicode.Scalar(number) else { return [byte] }
    return Array(String(Character(scalar)).utf8)
  }

  /// Appends the text as UTF-8.
  static func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) {
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text.append(contentsOf: table[Int(byte) - 0x80]) }
    }
  }
}
