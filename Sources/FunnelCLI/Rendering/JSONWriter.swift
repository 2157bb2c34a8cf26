/// Writes a `JSONValue` as RFC 8259 text.
///
/// Beyond what the RFC asks, every character that could steer a terminal or reorder a line is written as `\uXXXX`:
/// the value is the same, and a document printed to a screen cannot act on it.
struct JSONWriter {
  private var text = ""
  private let pretty: Bool

  private init(pretty: Bool) { self.pretty = pretty }

  /// A document for people and files: two spaces a level, a line break at the end.
  static func document(_ value: JSONValue) -> String {
    var writer = JSONWriter(pretty: true)
    writer.write(value, depth: 0)
    return writer.text + "\n"
  }

  /// One line without spaces and without a line break, as a line of NDJSON.
  static func line(_ value: JSONValue) -> String {
    var writer = JSONWriter(pretty: false)
    writer.write(value, depth: 0)
    return writer.text
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += String(value)
    case .double(let value): text += value.isFinite ? value.description : "null"
    case .decimal(let number) where JSONWriter.isNumber(number): text += number
    case .decimal(let number): write(string: number)
    case .string(let value): write(string: value)
    case .array(let values):
      write(values, between: "[", and: "]", depth: depth) { $0.write($1, depth: depth + 1) }
    case .object(let object):
      write(object.members, between: "{", and: "}", depth: depth) { writer, member in
        writer.write(string: member.key)
        writer.text += writer.pretty ? ": " : ":"
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func write<Element>(
    _ elements: [Element], between open: String, and close: String, depth: Int,
    each: (inout JSONWriter, Element) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      breakLine(depth: depth + 1)
      each(&self, element)
    }
    if !elements.isEmpty { breakLine(depth: depth) }
    text += close
  }

  private mutating func breakLine(depth: Int) {
    guard pretty else { return }
    text += "\n"
    text += String(repeating: "  ", count: depth)
  }

  private mutating func write(string: String) {
    text += "\""
    defer { text += "\"" }
    // Keys and nearly all values are plain ASCII and are copied whole.
    if string.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      text += string
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case _ where TerminalText.isUnsafe(scalar):
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
          let hex = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// The grammar of RFC 8259, section 6: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    func digits() -> Int {
      let run = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(run)
      return run
    }
    func take(_ characters: String) -> Bool {
      guard let next = rest.first, characters.utf8.contains(next) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = take("-")
    if !take("0"), digits() == 0 { return false }
    if take("."), digits() == 0 { return false }
    if take("eE") {
      _ = take("+-")
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }
}
