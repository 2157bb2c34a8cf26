/// A record of a CSV file as its line: RFC 4180, CRLF at the end, quotes only where they are needed. No text in it
/// is a formula: see ``FormulaText``.
public enum CSVLine {
  public static func text(_ fields: [String]) -> String {
    var bytes: [UInt8] = []
    CSVWriting.append(record: fields.map(FormulaText.defused), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text as it stands in a line.
  /// - Parameter isRaw: for programs that are no spreadsheet: formulas are left as they are.
  public static func field(_ text: String, isRaw: Bool = false) -> String {
    CSVWriting.field(isRaw ? text : FormulaText.defused(text))
  }
}
