/// Text in units of two bytes.
enum UTF16Bytes {
  /// Which byte of a unit comes first.
  enum Order { case littleEndian, bigEndian }

  /// The order that bytes without a mark show; nil if they are no UTF-16.
  ///
  /// Delimiters and line ends are ASCII, so most bytes of their numbers stand beside a zero, on the side that shows the
  /// order; a zero byte or two in other text do not do that. And no text has control characters but tabs and line ends.
  static func order(of head: [UInt8]) -> Order? {
    let signs = Set(",;\t|\r\n".utf8)
    let all = head.count { signs.contains($0) }
    for order in [Order.littleEndian, .bigEndian] {
      let signsInUnits = stride(from: 0, to: head.count - 1, by: 2).count { position in
        let unit = unit(head, position, order)
        return unit < 0x80 && signs.contains(UInt8(unit))
      }
      if signsInUnits > all / 2, isText(head, order) { return order }
    }
    return nil
  }

  /// Appends the text as UTF-8, as far as the bytes hold whole characters, and says how many bytes that was. Half a pair
  /// becomes a byte that no UTF-8 has; at the end also half a unit.
  static func decode(_ bytes: [UInt8], _ order: Order, isEnd: Bool, into text: inout [UInt8]) -> Int {
    var position = 0
    while position + 1 < bytes.count {
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
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift) & 0x3F) }
    switch scalar {
    case ..<0x80: text.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800: text.append(contentsOf: [UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6), tail(0)])
    case ..<0x10000: text.append(contentsOf: [UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12), tail(6), tail(0)])
    default: text.append(contentsOf: [UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18), tail(12), tail(6), tail(0)])
    }
  }
}
