import SharedFunnel
import Testing

@testable import FunnelStore

/// A name from a form on the web never runs in the spreadsheet of whoever opens the export, and is the same name when
/// it comes back.
struct FormulaTextTests {
  /// Written out here, not asked of the code under test.
  private static func isRun(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if ["\t", "\r", "\n"].contains(first) { return true }
    let rest = text.unicodeScalars.drop { $0 == " " }
    return rest.first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  }

  private static let pieces = [
    "'", "''", "=", "+", "-", "@", "\t", "\r", "\n", " ", "＝", "＋", "－", "＠", "a", "1", "\"", ",", "\u{301}", "é",
    "\u{FF1C}", "cmd|' /C calc'!A0", "’", "",
  ]

  @Test("any text comes back, and none of them runs", arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined()
      let defused = FormulaText.defused(text)
      #expect(!Self.isRun(defused), "\(defused.debugDescription)")
      #expect(Array(FormulaText.restored(defused).utf8) == Array(text.utf8), "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+31 6 1234", "'+31 6 1234"), ("-12.50", "'-12.50"), ("@sum", "'@sum"), ("\tx", "'\tx"),
    ("  =1", "'  =1"), ("＝1", "'＝1"), ("'=1", "''=1"), ("'tis", "'tis"), ("O'Brien", "O'Brien"), ("a=1", "a=1"),
    ("", ""), ("'", "'"), ("=\u{301}", "'=\u{301}"),
  ])
  func whatTheFileHolds(text: String, defused: String) {
    #expect(FormulaText.defused(text) == defused)
    #expect(FormulaText.restored(defused) == text)
  }

  /// A person who edits the file may leave an apostrophe out; what was typed then stands.
  @Test func aTextThatWasNeverDefusedIsLeftAlone() {
    for text in ["=1", "-", "plain", "'tis"] { #expect(FormulaText.restored(text) == text) }
  }
}
