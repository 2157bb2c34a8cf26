/// How many columns of a terminal a text takes.
///
/// Counted by grapheme cluster, as present terminals draw: a wide East Asian character or an emoji takes two columns,
/// a combining mark none, an emoji sequence held together by joiners two. Characters whose width Unicode calls
/// ambiguous take one. The direction of writing does not change the count. The text is expected to have been through
/// `TerminalText`; a control character counts as nothing.
enum DisplayWidth {
  static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if isEmojiSequence(scalars) { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// The text itself if it fits, else its beginning with `ellipsis` at the end, never wider than `width`.
  static func truncated(_ text: String, to width: Int, ellipsis: String) -> String {
    if of(text) <= width { return text }
    let room = width - of(ellipsis)
    guard room >= 0 else { return "" }
    var kept = ""
    var used = 0
    for character in text {
      used += of(character)
      if used > room { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + ellipsis
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) ? 1 : 0 }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator: return 0
    case .format: return properties.isDefaultIgnorableCodePoint ? 0 : 1
    default: break
    }
    // The vowels and final consonants of a Hangul syllable are drawn in the cell of its first consonant.
    if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return 0 }
    // Two regional indicators make a flag of two columns; one alone is a letter of one.
    if isRegionalIndicator(scalar) { return 1 }
    return properties.isEmojiPresentation || EastAsianWidth.isWide(scalar) ? 2 : 1
  }

  /// Emoji by variation selector (`❤️`, `1️⃣`), with a skin tone, or joined.
  private static func isEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, scalars.count > 1, first.properties.isEmoji, !isRegionalIndicator(first) else {
      return false
    }
    var afterJoiner = false
    for scalar in scalars.dropFirst() {
      if scalar.value == 0xFE0F { return true }
      if scalar.properties.isEmojiModifier, first.properties.isEmojiModifierBase { return true }
      if afterJoiner, scalar.properties.isEmoji { return true }
      afterJoiner = scalar.value == 0x200D
    }
    return false
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }
}
