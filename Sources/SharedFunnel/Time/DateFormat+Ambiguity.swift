extension DateFormat {
  /// Whether the text is a date of numbers whose year is not first, such as `2/1/2018`, `01-02-18` or `26.2.2018`.
  ///
  /// What a column of such texts means is asked and never guessed, also where one of them could be read in one way
  /// only: the next could not.
  public static func looksAmbiguous(_ text: String) -> Bool {
    let bytes = text.utf8Span.span.bytes
    var position = 0
    while bytes.skip(" ", at: &position) {}
    guard bytes.digits(upTo: 2, at: &position) != nil else { return false }
    let separator = bytes.byte(at: position)
    guard [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(separator) else { return false }
    position += 1
    guard bytes.digits(upTo: 2, at: &position) != nil, bytes.byte(at: position) == separator else { return false }
    position += 1
    let yearStart = position
    guard bytes.digits(upTo: 4, at: &position) != nil else { return false }
    guard position - yearStart == 2 || position - yearStart == 4 else { return false }
    let next = bytes.byte(at: position)
    return position == bytes.byteCount || [UInt8(ascii: " "), UInt8(ascii: "T"), UInt8(ascii: ",")].contains(next)
  }
}
