import Foundation

/// A sentence laid out over lines.
enum Paragraph {
  /// Broken at spaces so that no line is wider than `width`; a word that is wider alone is broken behind a plus or a
  /// comma, else where the line ends. A percent sign stays with its number. Without a width the text stays one line.
  static func lines(_ text: String, width: Int?) -> [String] {
    let text = TerminalText.escaped(text)
    guard let width, DisplayWidth.of(text) > width else { return [text] }
    let head = head(of: text)
    let indent = DisplayWidth.of(head)
    guard indent > 0, indent <= width / 2 else { return broken(text, width: width) }
    return broken(String(text.dropFirst(head.count)), width: width - indent).enumerated().map { place, line in
      (place == 0 ? head : String(repeating: " ", count: indent)) + line
    }
  }

  /// What further lines stay behind: the spaces that a line begins with, and the name of a value that is set apart from
  /// it by two spaces or more.
  private static func head(of text: String) -> String {
    let indent = text.prefix { $0 == " " }
    guard !indent.isEmpty else { return "" }
    let rest = text.dropFirst(indent.count)
    guard let gap = rest.range(of: "  ") else { return String(indent) }
    return String(text[..<gap.upperBound]) + rest[gap.upperBound...].prefix { $0 == " " }
  }

  private static func broken(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    func breakLine() {
      lines.append(line)
      line = ""
    }
    for word in words(text) {
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width { breakLine() }
      if !line.isEmpty { line += " " }
      for part in parts(word) {
        if !line.isEmpty, DisplayWidth.of(line) + DisplayWidth.of(part) > width { breakLine() }
        for piece in part.flatMap({ pieces($0, width: width) }) {
          if !line.isEmpty, DisplayWidth.of(line) + DisplayWidth.of(piece) > width { breakLine() }
          line += piece
        }
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// How wide a line has to be so that nothing is split that can stay together.
  static func widestPart(of text: String) -> Int {
    words(text).flatMap(parts).reduce(0) { max($0, DisplayWidth.of($1)) }
  }

  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    for word in text.split(separator: " ") {
      if word.first == "%", let last = words.last {
        words[words.count - 1] = text[last.startIndex..<word.endIndex]
      } else {
        words.append(word)
      }
    }
    return words
  }

  /// `marketing+sales` is `marketing+` and `sales`.
  private static func parts(_ word: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = word.startIndex
    for place in word.indices where word[place] == "+" || word[place] == "," {
      let end = word.index(after: place)
      parts.append(word[start..<end])
      start = end
    }
    return start < word.endIndex ? parts + [word[start...]] : parts
  }

  /// A character is one piece, unless marks without end make it wider than a line.
  private static func pieces(_ character: Character, width: Int) -> [String] {
    DisplayWidth.of(character) <= width ? [String(character)] : character.unicodeScalars.map { String($0) }
  }
}
