/// Text for `man`, in the macros that groff, mandoc and every other reader know.
struct Roff {
  private(set) var text = ""

  /// A macro with arguments, each in quotes.
  mutating func request(_ name: String, _ arguments: String...) {
    text +=
      "." + name + arguments.map { " \"" + Roff.escaped($0).replacing("\"", with: "\\(dq") + "\"" }.joined() + "\n"
  }

  mutating func line(_ words: String) { text += Roff.atStart(Roff.escaped(words)) + "\n" }

  /// A line of parts in bold and parts in the plain font.
  mutating func line(_ parts: [(text: String, isBold: Bool)]) {
    text +=
      Roff.atStart(parts.map { $0.isBold ? "\\fB\(Roff.escaped($0.text))\\fR" : Roff.escaped($0.text) }.joined()) + "\n"
  }

  /// A backslash and a dash mean something else to roff; what is not ASCII goes by its code point, so that no reader
  /// has to guess the encoding.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      default:
        if scalar.isASCII {
          escaped.unicodeScalars.append(scalar)
        } else {
          let code = String(scalar.value, radix: 16, uppercase: true)
          escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - code.count)) + code + "]"
        }
      }
    }
    return escaped
  }

  /// A line that begins with a point would be a macro.
  private static func atStart(_ line: String) -> String { line.hasPrefix(".") ? "\\&" + line : line }
}
