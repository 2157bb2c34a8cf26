/// A bar drawn in text: `fraction` of `width` columns, in eighths of a column where block characters can be printed.
struct SparkBar: Sendable, Equatable {
  /// Cut to 0...1; what is not a number is drawn as nothing.
  let fraction: Double
  let width: Int

  /// The bar without padding. What is more than nothing shows at least the smallest block, and what is less than all
  /// never fills the last one: neither end is reached by rounding.
  func text(_ glyphs: Glyphs) -> String {
    guard fraction > 0, width > 0 else { return "" }
    let resolution = glyphs.blocks.count
    let whole = width * resolution
    var parts = fraction >= 1 ? whole : Int((fraction * Double(whole)).rounded())
    if fraction < 1 { parts = min(max(parts, 1), max(whole - 1, 1)) }
    let (full, rest) = parts.quotientAndRemainder(dividingBy: resolution)
    let bar = String(repeating: glyphs.blocks[resolution - 1], count: full)
    return rest > 0 ? bar + glyphs.blocks[rest - 1] : bar
  }
}
