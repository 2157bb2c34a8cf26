/// Texts that a spreadsheet would run as a formula when it opens a CSV file, and how they are defused.
///
/// The rule is that of OWASP's page on CSV injection: an apostrophe before a text that begins with `=`, `+`, `-`, `@`, a
/// tab, a carriage return or a line feed, which spreadsheets then show as text. The wide forms of the four signs count,
/// and so does a sign behind spaces, since spreadsheets drop both differences. Numbers of our own columns are no texts,
/// and are written as they are.
///
/// It is undone without ambiguity: apostrophes in front decide nothing, so a text that was defused still is one that
/// would be, and the other way round. `'tis` stays `'tis`, `=1` becomes `'=1`, and `'=1` becomes `''=1`.
public enum FormulaText {
  public static func defused(_ text: String) -> String { isRun(text) ? "'" + text : text }

  /// What ``defused(_:)`` made its text from.
  public static func restored(_ text: String) -> String {
    text.utf8.first == apostrophe && isRun(text) ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func isRun(_ text: String) -> Bool {
    let bytes = text.utf8.drop { $0 == apostrophe }
    guard let first = bytes.first else { return false }
    if first == 0x09 || first == 0x0A || first == 0x0D { return true }
    // Nearly every text begins with a letter or a digit.
    guard first < UInt8(ascii: "0") || first > UInt8(ascii: "9"), first | 0x20 < UInt8(ascii: "a") || first > 0x7A
    else {
      return false
    }
    let sign = bytes.drop { $0 == UInt8(ascii: " ") }
    return signs.contains { sign.starts(with: $0) }
  }

  private static let signs: [[UInt8]] = ["=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].map {
    Array($0.utf8)
  }
}
