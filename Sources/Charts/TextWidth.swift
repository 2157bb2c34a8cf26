/// How wide a text is drawn, in the unit of its font size.
///
/// A chart cannot know the font that its reader has. These are the advance widths of DejaVu Sans and DejaVu Sans Bold,
/// the widest of the common sans-serif fonts, and upper bounds for other scripts: what fits by this table fits in
/// Helvetica, Arial and Liberation Sans too.
public enum TextWidth {
  public static func of(_ text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + of($1, isBold: isBold) } * size / 1000
  }

  /// The text itself where it fits, else its beginning with an ellipsis; never wider than the room.
  public static func elided(_ text: String, size: Double, isBold: Bool = false, room: Double) -> String {
    if of(text, size: size, isBold: isBold) <= room { return text }
    let ellipsis = "…"
    var left = room - of(ellipsis, size: size, isBold: isBold)
    var kept = ""
    for character in text {
      left -= of(String(character), size: size, isBold: isBold)
      if left < 0 { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + ellipsis
  }

  /// Broken at spaces into lines that fit; a word that is wider alone is elided.
  static func lines(_ text: String, size: Double, room: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || of(longer, size: size) <= room {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { elided($0, size: size, room: room) }
  }

  /// In thousandths of the font size.
  private static func of(_ scalar: Unicode.Scalar, isBold: Bool) -> Double {
    let value = scalar.value
    if value >= 0x20, value < 0x7F { return Double((isBold ? bold : regular)[Int(value) - 0x20]) }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format, .control: return properties.isDefaultIgnorableCodePoint ? 0 : 640
    default: break
    }
    if properties.isEmojiPresentation { return 1400 }
    switch value {
    case 0x2013, 0x2018...0x201E: return isBold ? 523 : 520
    case 0xA0...0x24F: return isBold ? 1110 : 1000
    case 0x370...0x3FF: return isBold ? 1095 : 940
    case 0x590...0x5FF: return 760
    case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0x16FE0...0x1B2FF,
      0x20000...0x3FFFD:
      return 1050
    default: return isBold ? 1420 : 1300
    }
  }

  private static let regular: [UInt16] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
  ]

  private static let bold: [UInt16] = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696,
    696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995,
    837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716,
    678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712,
    365, 712, 838,
  ]
}
