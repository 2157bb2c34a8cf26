/// The mark U+FEFF at the start of a text, which shows how the text is written.
struct ByteOrderMark {
  let encoding: TextEncoding
  /// Of UTF-16.
  let order: UTF16Bytes.Order?
  let length: Int

  init?(_ head: [UInt8]) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, order, length) = (.utf8, nil, 3)
    } else if head.starts(with: [0xFF, 0xFE]) {
      (encoding, order, length) = (.utf16, .littleEndian, 2)
    } else if head.starts(with: [0xFE, 0xFF]) {
      (encoding, order, length) = (.utf16, .bigEndian, 2)
    } else {
      return nil
    }
  }
}
