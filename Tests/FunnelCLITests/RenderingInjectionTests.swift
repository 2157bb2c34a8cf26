import Testing

@testable import FunnelCLI

@Suite("Terminal injection: a name from a file is only ever a name")
struct RenderingInjectionTests {
  private static let attacks = [
    "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{1B}]8;;http://evil\u{1B}\\", "real\rfake", "beep\u{7}", "\u{9B}31m",
    "\u{90}q",
    "del\u{7F}", "a\nb", "a\tb", "nul\0", "a\u{8}b", "\u{2028}", "\u{2029}", "\u{85}", "\u{202E}evil\u{202C}",
    "\u{2066}x\u{2069}", "\u{2067}", "\u{2068}", "\u{202A}", "\u{202B}", "\u{202D}", "\u{200E}", "\u{200F}", "\u{61C}",
    "\u{FEFF}", "\u{200B}", "\u{E0041}\u{E0042}", "\u{AD}", "\u{206A}",
  ]

  /// Written out here, not asked of the code under test.
  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0001...0xE007F:
      true
    default: false
    }
  }

  @Test("nothing dangerous reaches a terminal from any place of a grid in any format", arguments: attacks)
  func grid(attack: String) {
    let grid = Grid(
      columns: [.init(key: "k\(attack)", title: "t\(attack)"), .init(key: "n", title: "n", kind: .money)],
      rows: [
        [.text(attack), .money(minor: 1, currency: attack, exponent: 2)], [.list([.text(attack)]), .null],
      ],
      total: [.text(attack)], heading: attack, notes: [attack])
    for format in OutputFormat.allCases {
      let text = grid.text(as: format, schema: attack, members: [attack: .string(attack)], for: .screen(width: 80))
      for line in text.unicodeScalars.split(separator: "\n") {
        let content = format == .csv && line.last == "\r" ? line.dropLast() : line
        #expect(!content.contains(where: Self.isDangerous), "\(format): \(String(line).debugDescription)")
      }
    }
  }

  @Test("nor from a table's sections, nor from the label of a progress bar", arguments: attacks)
  func otherPlaces(attack: String) {
    var table = TextTable(
      columns: [.init(title: attack)], sections: [.init(heading: attack, rows: [[attack]])], footer: [attack])
    table.notes = [attack]
    var text = table.text(for: .screen(width: 40))
    table.sections = []
    table.emptySentence = attack
    text += table.text(for: .screen(width: 40))
    #expect(!text.unicodeScalars.contains { $0 != "\n" && Self.isDangerous($0) })

    var drawn = ""
    var time = Duration.zero
    var bar = ProgressBar(label: attack, terminal: .screen(width: 80), now: { time }, write: { drawn += $0 })
    time = .seconds(2)
    bar.update(fraction: 0.5, count: 1)
    let inside = drawn.dropFirst(1).dropLast(3)
    #expect(drawn.hasPrefix("\r") && drawn.hasSuffix("\u{1B}[K"))
    #expect(!inside.unicodeScalars.contains(where: Self.isDangerous))
  }

  @Test("every control character and every bidirectional control is spelt out")
  func everyControl() {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,
    ]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = TerminalText.escaped("a" + String(scalar) + "b")
      #expect(shown.hasPrefix("a\\") && shown.hasSuffix("b") && !shown.unicodeScalars.contains(scalar))
    }
    #expect(TerminalText.escaped("a\u{1B}[1m\r\u{202E}") == "a\\e[1m\\r\\u{202e}")
  }

  @Test(
    "what writing needs stays as it is",
    arguments: ["می‌خواهم", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️", "क्‍ष", "Zu\u{308}rich", "日本"])
  func legitimate(text: String) {
    #expect(TerminalText.escaped(text) == text)
  }

  @Test("a pipe gets CSV as it is: the data is not changed for programs")
  func csvToPipe() {
    let grid = Grid(columns: [.init(key: "name", title: "Name")], rows: [[.text("a\u{1B}[2J")]])
    #expect(grid.text(as: .csv, schema: "x", for: .plain) == "name\r\na\u{1B}[2J\r\n")
  }
}
