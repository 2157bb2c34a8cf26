/// Scripts written from right to left, by their blocks: Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin.
enum RightToLeft {
  /// Takes no room, and ends what is read from right to left.
  private static let mark: Unicode.Scalar = "\u{200E}"

  static func appears(in text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    return text.unicodeScalars.contains(where: isMember)
  }

  /// A left-to-right line with each name in such a script between two marks: without them a number behind the name
  /// would be shown before it.
  static func fenced(_ line: String) -> String {
    guard appears(in: line) else { return line }
    var fenced = String.UnicodeScalarView()
    // Spaces that belong to a name if it goes on behind them.
    var spaces = String.UnicodeScalarView()
    var isInside = false
    for scalar in line.unicodeScalars {
      if isMember(scalar) {
        if !isInside { fenced.append(mark) }
        isInside = true
      } else if isInside, scalar == " " || scalar == "\u{200C}" {
        spaces.append(scalar)
        continue
      } else if isInside {
        fenced.append(mark)
        isInside = false
      }
      fenced.append(contentsOf: spaces)
      spaces = String.UnicodeScalarView()
      fenced.append(scalar)
    }
    if isInside { fenced.append(mark) }
    fenced.append(contentsOf: spaces)
    return String(fenced)
  }

  private static func isMember(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
