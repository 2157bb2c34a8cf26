/// A record of a CSV file as its line: RFC 4180, CRLF at the end, quotes only where they are needed.
public enum CSVLine {
  public static func text(_ fields: [String]) -> String {
    var bytes: [UInt8] = []
    CSVWriting.append(record: fields, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
