/// Texts that a spreadsheet would run as a formula when it opens a CSV file, and how they are defused.
///
/// The rule is that of OWASP's page on CSV injection: an apostrophe before a text that begins with `=`, `+`, `-`, `@`, a
/// tab, a carriage return or a line feed, which spreadsheets then show as text. The wide forms of the four signs count,
/// and so does a sign behind spaces, since spreadsheets drop both differences. Numbers of our own columns are no texts,
/// and are written as they are.
///
/// A sign inside a text is defused too where a cell may begin: behind a semicolon, a tab or a line end, with or without
/// quotes and spaces between. In countries that write 1,5 a spreadsheet takes the semicolon for the delimiter, and then the
/// quotes around a field, which stand inside a cell for it, keep nothing together.
///
/// It is undone without ambiguity: apostrophes in front decide nothing, so a text that was defused still is one that
/// would be, and the other way round. `'tis` stays `'tis`, `=1` becomes `'=1`, and `'=1` becomes `''=1`.
public enum FormulaText {
  public static func defused(_ text: String) -> String {
    guard mayRun(text) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var start = 0
    for place in runs(bytes) {
      result += bytes[start..<place]
      result.append(apostrophe)
      start = place
    }
    return start == 0 && result.isEmpty ? text : String(decoding: result + bytes[start...], as: UTF8.self)
  }

  /// What ``defused(_:)`` made its text from.
  public static func restored(_ text: String) -> String {
    guard mayRun(text), text.utf8.contains(apostrophe) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var start = 0
    for place in runs(bytes) where bytes[place] == apostrophe {
      result += bytes[start..<place]
      start = place + 1
    }
    return start == 0 ? text : String(decoding: result + bytes[start...], as: UTF8.self)
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// Whether there is a sign in the text at all: in most there is none.
  private static func mayRun(_ text: String) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0xEF, 0x09, 0x0A, 0x0D: true
      default: false
      }
    }
  }

  /// The places at which a cell may begin that would be run.
  private static func runs(_ bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    let plain = bytes.drop { $0 == apostrophe }
    if let first = plain.first, isBreak(first) || isSign(plain.drop { $0 == UInt8(ascii: " ") }) { places.append(0) }
    for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: ";") || isBreak(byte) {
      let cell = bytes[(place + 1)...].drop { $0 == apostrophe }
      if isSign(cell.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\"") }) { places.append(place + 1) }
    }
    return places
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private static func isSign(_ bytes: ArraySlice<UInt8>) -> Bool { signs.contains { bytes.starts(with: $0) } }

  private static let signs: [[UInt8]] = ["=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].map {
    Array($0.utf8)
  }
}
