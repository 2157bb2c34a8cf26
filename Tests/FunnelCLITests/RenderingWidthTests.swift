import Testing

@testable import FunnelCLI

@Suite("Display width: what a name takes on a screen")
struct RenderingWidthTests {
  @Test(
    "a text is as wide as a terminal draws it",
    arguments: [
      ("", 0), ("abc", 3), ("日本語", 6), ("ｶﾀｶﾅ", 4), ("Ａ", 2), ("한국어", 6), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("e\u{301}", 1), ("Zu\u{308}rich", 6), ("علی", 3), ("می‌خواهم", 7), ("سَلَام", 4), ("שלום", 4), ("٪", 1),
      ("🙂", 2), ("👩‍👩‍👧‍👦", 2), ("❤", 1), ("❤️", 2), ("❤️‍🔥", 2), ("👍🏽", 2), ("🇮🇷", 2), ("🇮🇷🇩🇪", 4), ("1️⃣", 2),
      ("☎", 1), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("𠮷", 2), ("…", 1), ("█", 1), ("€", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test("a cut text ends in an ellipsis, keeps whole characters and never exceeds its room")
  func truncation() {
    #expect(DisplayWidth.truncated("Marketing", to: 9, ellipsis: "…") == "Marketing")
    #expect(DisplayWidth.truncated("Marketing", to: 5, ellipsis: "…") == "Mark…")
    #expect(DisplayWidth.truncated("Marketing and sales", to: 11, ellipsis: "…") == "Marketing…")
    #expect(DisplayWidth.truncated("日本語", to: 4, ellipsis: "…") == "日…")
    #expect(DisplayWidth.truncated("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", to: 3, ellipsis: "…") == "👩‍👩‍👧‍👦…")
    var generator = SeededGenerator(seed: 7)
    for width in 0...30 {
      for _ in 0..<50 {
        let text = TerminalText.escaped(generator.text(length: 20))
        #expect(DisplayWidth.of(DisplayWidth.truncated(text, to: width, ellipsis: "…")) <= width)
      }
    }
  }

  @Test("a paragraph keeps its words and no line is too wide")
  func paragraph() {
    #expect(Paragraph.lines("one two three", width: 7) == ["one two", "three"])
    #expect(Paragraph.lines("incomprehensible", width: 6) == ["incomp", "rehens", "ible"])
    #expect(Paragraph.lines("one two", width: nil) == ["one two"])
    var generator = SeededGenerator(seed: 8)
    for width in 2...40 {
      let lines = Paragraph.lines(generator.text(length: 60), width: width)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    }
  }

  #if canImport(Glibc)
    @Test("the C library measures letters of every script the same")
    func agreesWithC() throws {
      var judged = 0
      var differing: [String] = []
      try CLibrary.withWidths { width in
        for value in 0x20...0x3FFFF as ClosedRange<UInt32> {
          // Not compared: what is never printed, private use, and what one of the two does not know.
          guard let scalar = Unicode.Scalar(value), !TerminalText.isUnsafe(scalar), width(scalar) >= 0,
            ![.unassigned, .privateUse].contains(scalar.properties.generalCategory)
          else { continue }
          judged += 1
          if DisplayWidth.of(String(scalar)) != width(scalar) { differing.append(String(value, radix: 16)) }
        }
      }
      #expect(judged > 100_000)
      // Two versions of Unicode disagree on a few rare signs; a script or a block would be hundreds.
      #expect(differing.count < 50, "\(differing)")
    }
  #endif
}
