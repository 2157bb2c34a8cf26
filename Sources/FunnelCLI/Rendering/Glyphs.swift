/// The few characters that a rendering adds of its own, in two alphabets.
struct Glyphs: Sendable, Equatable {
  let rule: String
  let ellipsis: String
  /// Stands for null: a value that does not exist, as opposed to an empty text or a zero.
  let none: String
  /// The parts of a bar from the smallest to the full cell; the count is the resolution.
  let blocks: [String]
  /// The heights of a sparkline from nothing to the most.
  let sparks: [String]

  static let unicode = Glyphs(
    rule: "─", ellipsis: "…", none: "–", blocks: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    sparks: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])
  static let ascii = Glyphs(rule: "-", ellipsis: "~", none: "-", blocks: ["#"], sparks: ["_", "-", "=", "#"])
}
