/// Text as a YAML document can hold it, whatever it is.
enum YAMLText {
  /// A word that stands for the text, plain where that is safe and in double quotes otherwise.
  static func word(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// In double quotes, on one line, printable.
  ///
  /// The mapping's reader takes `&` and `*` after a quote for anchors, and does not know of escapes: beside a quote or
  /// a backslash they are escaped too.
  static func quoted(_ text: String) -> String {
    let isTangled = text.unicodeScalars.contains { $0 == "\"" || $0 == "\\" || !isPrintable($0) }
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "&", "*": out += isTangled ? "\\x" + hex(scalar, 2) : String(scalar)
      default: out += isPrintable(scalar) ? String(scalar) : "\\U" + hex(scalar, 8)
      }
    }
    return out + "\""
  }

  /// A comment, broken into lines of 100 characters; what would end the comment is replaced.
  static func comment(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent) + "# "
    var lines: [String] = []
    var line = ""
    for word in printable(text).split(separator: " ") {
      if !line.isEmpty, margin.count + line.count + 1 + word.count > 100 {
        lines.append(margin + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [margin + line]
  }

  /// The text for a comment: what is no printable character becomes a space.
  private static func printable(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(isPrintable(scalar) ? scalar : " ") }
    return String(out)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, first != 0x20, last != 0x20 else { return false }
    let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first & 0xDF)
    return isLetter
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_") || byte == 0x20
      }
  }

  /// What YAML lets stand as it is, but for line ends, marks of byte order and signs that turn the line around.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x200D, 0x2010...0x2027, 0x202F...0x2065, 0x206A...0xD7FF, 0xE000...0xFEFE,
      0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  private static func hex(_ scalar: Unicode.Scalar, _ width: Int) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
