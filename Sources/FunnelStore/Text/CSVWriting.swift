/// Writing CSV as RFC 4180 has it: quotes only where they are needed.
enum CSVWriting {
  /// Appends a field. It is quoted if it has a delimiter, a quote, a carriage return or a line feed; spaces need none.
  static func append(_ field: String, to bytes: inout [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
    let needsQuotes = field.utf8.contains {
      $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a record and CRLF. One empty field alone is quoted, since an empty line is no record.
  static func append(record fields: [String], to bytes: inout [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
    if fields == [""] {
      bytes.append(contentsOf: "\"\"".utf8)
    } else {
      for (index, field) in fields.enumerated() {
        if index > 0 { bytes.append(delimiter) }
        append(field, to: &bytes, delimiter: delimiter)
      }
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  /// A field as it stands in a file.
  static func field(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
