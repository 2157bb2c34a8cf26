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
    return isSign(text.unicodeScalars.drop { $0 == " " }.first)
  }

  private static func isSign(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  }

  /// The cells that a spreadsheet makes of a line of ours if it separates by semicolons or tabs: quotes count only where
  /// a cell begins with one.
  private static func cells(of line: String, by delimiter: Unicode.Scalar) -> [String] {
    var cells = [""]
    var isQuoted = false
    let scalars = Array(line.unicodeScalars)
    var place = 0
    while place < scalars.count {
      let isDoubled = place + 1 < scalars.count && scalars[place + 1] == "\""
      if scalars[place] == "\"", isQuoted, isDoubled {
        cells[cells.count - 1] += "\""
        place += 1
      } else if scalars[place] == "\"", isQuoted || cells[cells.count - 1].isEmpty {
        isQuoted.toggle()
      } else if !isQuoted, [delimiter, "\n", "\r"].contains(scalars[place]) {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalars[place])
      }
      place += 1
    }
    return cells
  }

  @Test("nor does a part of one where the spreadsheet separates by another sign", arguments: 0..<40 as Range<UInt64>)
  func otherDelimiters(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined()
      for line in [CSVLine.text(["7", text, "x"]), CSVLine.text([text, "x"])] {
        for delimiter in [";", "\t"] as [Unicode.Scalar] {
          for cell in Self.cells(of: line, by: delimiter) {
            #expect(!Self.isSign(cell.unicodeScalars.drop { $0 == " " }.first), "\(line.debugDescription)")
          }
        }
      }
    }
  }

  private static let pieces = [
    "'", "''", "=", "+", "-", "@", "\t", "\r", "\n", " ", "＝", "＋", "－", "＠", "a", "1", "\"", ",", "\u{301}", "é",
    "\u{FF1C}", "cmd|' /C calc'!A0", "’", "", ";", ";=1;", "Ada;\"=1\";",
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
    ("", ""), ("'", "'"), ("=\u{301}", "'=\u{301}"), ("Ada;=1;x", "Ada;'=1;x"), ("Ada; \"+1\"", "Ada;' \"+1\""),
    ("- a\n- b", "'- a\n'- b"),
    ("a\t@b", "a\t'@b"), ("a;'=1", "a;''=1"), ("a;b=1", "a;b=1"), ("a; 'b", "a; 'b"),
    ("x@y.example;z", "x@y.example;z"),
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
