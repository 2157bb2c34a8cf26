/// A seeded source (SplitMix64): a failing case is the same case in the next run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of up to `length` pieces, each taken from one of the writings of the world, or from what attackers send.
  mutating func text(length: Int, from pieces: [String] = SeededGenerator.pieces) -> String {
    (0..<Int.random(in: 0...length, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }

  static let pieces =
    scripts + [
      "👩‍👩‍👧‍👦", "❤️", "1️⃣", "👍🏽", "🇮🇷", "🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🫶", "☎", "\u{200D}", "\u{FE0F}", "🏽", "\u{301}",
      "\u{1B}[31m", "\r", "\n", "\t", "\u{7}", "\u{9B}2J", "\u{202E}", "\u{2066}", "\u{200F}", "\u{FEFF}", "\u{2028}",
      "|", "\"", ",", "\\", "<b>", "'", "\0",
    ]

  /// Writing without emoji and without controls: here C's `wcwidth` is a judge.
  static let scripts = [
    "a", "Z", " ", "ß", "é", "e\u{301}", "Ω", "Ж", "日本", "株式会社", "ｶﾅ", "カ", "한국", "중", "علی", "می‌خواهم", "سَلَام",
    "שלום", "ไทย", "हिन्दी", "١٢", "…", "€", "Ａ", "〒", "𠮷",
  ]
}
