/// A sentence laid out over lines.
enum Paragraph {
  /// Broken at spaces so that no line is wider than `width`; a word that is wider alone is broken where the line ends.
  /// Without a width the text stays one line.
  static func lines(_ text: String, width: Int?) -> [String] {
    let text = TerminalText.escaped(text)
    guard let width, DisplayWidth.of(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width {
        lines.append(line)
        line = ""
      }
      if !line.isEmpty { line += " " }
      for piece in word.flatMap({ pieces($0, width: width) }) {
        if !line.isEmpty, DisplayWidth.of(line) + DisplayWidth.of(piece) > width {
          lines.append(line)
          line = ""
        }
        line += piece
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A character is one piece, unless marks without end make it wider than a line.
  private static func pieces(_ character: Character, width: Int) -> [String] {
    DisplayWidth.of(character) <= width ? [String(character)] : character.unicodeScalars.map { String($0) }
  }
}
