/// Numbers over time in a character each, from zero to the largest.
struct Sparkline: Sendable, Equatable {
  /// What is below zero or not a number is drawn as zero.
  let values: [Double]

  /// More than nothing is higher than nothing, and only the largest is as high as it gets.
  func text(_ glyphs: Glyphs) -> String {
    let most = values.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
    let last = glyphs.sparks.count - 1
    return values.map { value in
      guard value.isFinite, value > 0, most > 0 else { return glyphs.sparks[0] }
      if value == most { return glyphs.sparks[last] }
      return glyphs.sparks[min(max(Int((value / most * Double(last)).rounded()), 1), last - 1)]
    }.joined()
  }
}
