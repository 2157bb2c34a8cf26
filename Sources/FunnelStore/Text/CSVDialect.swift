/// How a file separates fields and lines, as its first line shows.
struct CSVDialect: Equatable {
  static let comma = UInt8(ascii: ",")
  /// Those that are found out; others are named by a person.
  private static let delimiters = [comma, UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]

  /// An ASCII byte other than a quote and a line end.
  let delimiter: UInt8
  /// Whether lines end in a carriage return alone, as on the Macintosh of old, and in Excel's format of that name.
  let endsLinesInCarriageReturn: Bool
  /// Whether the first line only names the delimiter, as `sep=;` does for Excel.
  let isDeclared: Bool

  /// The delimiter is the sign that stands most often in the first line outside quotes, or inside them if the whole line
  /// is in quotes; a comma if there is none.
  ///
  /// - Parameters:
  ///   - head: the first bytes of the file, as UTF-8.
  ///   - delimiter: what a person says that it is.
  init(of head: [UInt8], delimiter: UInt8? = nil) {
    let start = head.firstIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") } ?? head.endIndex
    var isQuoted = false
    var end = head.endIndex
    var outside = [Int](repeating: 0, count: CSVDialect.delimiters.count)
    var inside = outside
    for position in start..<head.endIndex {
      let byte = head[position]
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if let index = CSVDialect.delimiters.firstIndex(of: byte) {
        if isQuoted { inside[index] += 1 } else { outside[index] += 1 }
      } else if !isQuoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        end = position
        break
      }
    }
    let declared = CSVDialect.declared(head[start..<end])
    isDeclared = declared != nil
    let ending = head[..<start].contains(UInt8(ascii: "\r")) ? head.startIndex : end
    endsLinesInCarriageReturn = CSVDialect.isLoneCarriageReturn(head, from: ending)
    let counts = outside.contains { $0 > 0 } ? outside : inside
    let most = counts.enumerated().max { ($0.element, -$0.offset) < ($1.element, -$1.offset) }
    self.delimiter = delimiter ?? declared ?? CSVDialect.delimiters[most?.offset ?? 0]
  }

  /// Of `sep=;`.
  private static func declared(_ line: ArraySlice<UInt8>) -> UInt8? {
    guard line.count == 5, line.starts(with: "sep=".utf8), let sign = line.last, isAllowed(sign) else { return nil }
    return sign
  }

  /// Whether fields can be separated by a byte.
  static func isAllowed(_ byte: UInt8) -> Bool {
    byte < 0x80 && ![UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0].contains(byte)
  }

  /// Whether the first line end from a place on, of a line or of empty lines before it, is a carriage return alone.
  private static func isLoneCarriageReturn(_ head: [UInt8], from start: Int) -> Bool {
    for position in start..<head.endIndex {
      if head[position] == UInt8(ascii: "\n") { return false }
      guard head[position] == UInt8(ascii: "\r") else { continue }
      return position + 1 == head.endIndex || head[position + 1] != UInt8(ascii: "\n")
    }
    return false
  }
}
