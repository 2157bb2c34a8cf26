/// What speaks for and against bytes being UTF-8.
///
/// Text of another encoding is hardly ever valid UTF-8 by chance: a letter such as É would have to stand before a sign
/// such as » or ® without a space between them.
struct UTF8Evidence {
  /// Whether a character of more than one byte was UTF-8.
  private(set) var hasCharacters = false
  /// Whether a byte from 0x80 on was part of no such character.
  private(set) var hasStrayBytes = false

  /// Takes bytes that begin with a whole character, and says how many it took: all but a character that is cut off.
  ///
  /// - Parameter isEnd: whether nothing follows, so that what is cut off stays so.
  mutating func read(_ bytes: [UInt8], isEnd: Bool) -> Int {
    var position = 0
    while true {
      position = ByteMask.firstBeyondASCII(bytes.span, from: position)
      guard position < bytes.count else { return position }
      switch UTF8Evidence.character(bytes, at: position) {
      case .whole(let length):
        hasCharacters = true
        position += length
      case .cutOff where !isEnd:
        return position
      case .cutOff, .none:
        hasStrayBytes = true
        position += 1
      }
    }
  }

  private enum Found {
    case whole(Int)
    /// The bytes end within it.
    case cutOff
    case none
  }

  /// The well-formed sequences of the Unicode Standard, table 3-7.
  private static func character(_ bytes: [UInt8], at position: Int) -> Found {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[position] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return .none
    }
    for offset in 1..<length {
      guard position + offset < bytes.count else { return .cutOff }
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[position + offset]) else { return .none }
    }
    return .whole(length)
  }
}
