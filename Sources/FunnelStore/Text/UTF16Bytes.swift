/// Text in units of two bytes.
enum UTF16Bytes {
  /// Which byte of a unit comes first.
  enum Order { case littleEndian, bigEndian }

  /// The order that bytes without a mark show; nil if they are no UTF-16.
  ///
  /// Delimiters and line ends are ASCII, so most bytes of their numbers stand beside a zero, on the side that shows the
  /// order; a zero byte or two in other text do not do that. And no text has control characters but tabs and line ends.
  static func order(of head: [UInt8]) -> Order? {
    let all = head.count(where: isSign)
    for order in [Order.littleEndian, .bigEndian] {
      let signsInUnits = stride(from: 0, to: head.count - 1, by: 2).count { position in
        let unit = unit(head, position, order)
        return unit < 0x80 && isSign(UInt8(unit))
      }
      if signsInUnits > all / 2, isText(head, order) { return order }
    }
    return nil
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  /// Appends the text as UTF-8, as far as the bytes hold whole characters, and says how many bytes that was. Half a pair
  /// becomes a byte that no UTF-8 has; at the end also half a unit.
  static func decode(_ bytes: [UInt8], _ order: Order, isEnd: Bool, into text: inout [UInt8]) -> Int {
    text.reserveCapacity(text.count + bytes.count)
    var position = 0
    while position + 1 < bytes.count {
      position = takeASCII(bytes.span, from: position, order, into: &text)
      guard position + 1 < bytes.count else { break }
      let unit = unit(bytes, position, order)
      guard unit & 0xF800 == 0xD800 else {
        append(UInt32(unit), to: &text)
        position += 2
        continue
      }
      guard position + 3 < bytes.count || isEnd else { return position }
      let low = position + 3 < bytes.count ? self.unit(bytes, position + 2, order) : 0
      guard unit < 0xDC00, low & 0xFC00 == 0xDC00 else {
        text.append(0xFF)
        position += 2
        continue
      }
      append(0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF, to: &text)
      position += 4
    }
    if isEnd, position < bytes.count {
      text.append(0xFF)
      position += 1
    }
    return position
  }

  /// Appends what is ASCII, four units at a time, and says where it ends.
  private static func takeASCII(_ bytes: Span<UInt8>, from start: Int, _ order: Order, into text: inout [UInt8]) -> Int
  {
    // All bits that a unit of ASCII leaves empty.
    let mask: UInt64 = order == .littleEndian ? 0xFF80_FF80_FF80_FF80 : 0x80FF_80FF_80FF_80FF
    let shift: UInt64 = order == .littleEndian ? 0 : 8
    var position = start
    while position + 8 <= bytes.count {
      let word = ByteMask.word(bytes, at: position)
      guard word & mask == 0 else { break }
      for unit in 0..<4 as Range<UInt64> {
        text.append(UInt8(truncatingIfNeeded: word >> (unit * 16 + shift)))
      }
      position += 8
    }
    return position
  }

  private static func isText(_ head: [UInt8], _ order: Order) -> Bool {
    var text: [UInt8] = []
    _ = decode(head, order, isEnd: false, into: &text)
    let lineEnds: Set<UInt8> = [0x09, 0x0A, 0x0D]
    return !text.isEmpty && text.allSatisfy { $0 != 0xFF && ($0 >= 0x20 || lineEnds.contains($0)) }
  }

  private static func unit(_ bytes: [UInt8], _ position: Int, _ order: Order) -> UInt16 {
    let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
    return order == .littleEndian ? second << 8 | first : first << 8 | second
  }

  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    func add(_ mark: UInt32, _ shift: UInt32, _ bits: UInt32) {
      text.append(UInt8(truncatingIfNeeded: mark | (scalar >> shift) & bits))
    }
    switch scalar {
    case ..<0x80: return add(0, 0, 0x7F)
    case ..<0x800: add(0xC0, 6, 0x1F)
    case ..<0x10000:
      add(0xE0, 12, 0x0F)
      add(0x80, 6, 0x3F)
    default:
      add(0xF0, 18, 0x07)
      add(0x80, 12, 0x3F)
      add(0x80, 6, 0x3F)
    }
    add(0x80, 0, 0x3F)
  }
}
