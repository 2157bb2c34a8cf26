import Foundation

/// A text as people look for it: without regard to case, accents and width in any script, to joiners, and to which of
/// the two keyboards a Persian ye or kaf was typed on. SQLite's own `lower` knows ASCII only.
struct FoldedText {
  let text: String

  init(_ text: String) {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else {
      self.text = text.lowercased()
      return
    }
    var folded = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: continue
      default: folded.append(FoldedText.letters[scalar] ?? scalar)
      }
    }
    // Upper case first: it makes one of letters that have several lower ones, such as the two sigmas.
    self.text = String(folded).uppercased().lowercased()
  }

  func contains(_ other: FoldedText) -> Bool { text.contains(other.text) }

  /// Letters that mean the same on the Arabic and on the Persian keyboard, and the dotless i.
  private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{064A}": "\u{06CC}", "\u{0649}": "\u{06CC}", "\u{0643}": "\u{06A9}", "\u{0131}": "i",
  ]
}
