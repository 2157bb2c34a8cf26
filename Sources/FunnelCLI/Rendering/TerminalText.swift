/// Text from outside made fit for a screen.
///
/// A name in an imported file may hold an escape sequence, a carriage return or a mark that turns the reading
/// direction. Printed raw it could repaint the terminal, forge a line or show another name. Here such characters are
/// spelt out, `\e`, `\r`, `\u{202e}`: seen, and without effect. Joiners that Persian and emoji need stay.
enum TerminalText {
  static func escaped(_ text: String) -> String {
    // Nearly every cell is plain ASCII, and then nothing has to be looked up.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var shown = String.UnicodeScalarView()
    var inFlag = false
    for scalar in text.unicodeScalars {
      if inFlag, isTag(scalar) {
        inFlag = scalar.value != 0xE007F
        shown.append(scalar)
        continue
      }
      // A black flag starts the only sequences that use tags: the flags of England, Scotland and Wales.
      inFlag = scalar.value == 0x1F3F4
      if isUnsafe(scalar) {
        shown.append(contentsOf: spelling(scalar).unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// Control characters, line and paragraph separators, and invisible format characters: all bidirectional controls,
  /// the zero width space, the byte order mark, the soft hyphen, tags.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format:
      // The zero width non-joiner is spelling in Persian; the joiner builds emoji and Indic conjuncts. The signs that
      // are not default-ignorable, such as U+0600 ARABIC NUMBER SIGN, are visible.
      if scalar.value == 0x200C || scalar.value == 0x200D { return false }
      return scalar.properties.isDefaultIgnorableCodePoint || (0xFFF9...0xFFFB).contains(scalar.value)
    default: return false
    }
  }

  private static func isTag(_ scalar: Unicode.Scalar) -> Bool { (0xE0020...0xE007F).contains(scalar.value) }

  private static func spelling(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\u{1B}": "\\e"
    default: "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }
}
