/// Numbers over time in a character each, from zero to the largest.
struct Sparkline: Sendable, Equatable {
  /// What is below zero is drawn as zero; where there is no number there is a gap, for nothing is known to be zero.
  let values: [Double?]

  /// More than nothing is higher than nothing, and only the largest is as high as it gets.
  func text(_ glyphs: Glyphs) -> String {
    let numbers = values.map { $0.flatMap { $0.isNaN ? nil : $0 } }
    let most = numbers.reduce(0) { max($0, $1.flatMap { $0.isFinite ? $0 : nil } ?? 0) }
    let last = glyphs.sparks.count - 1
    return numbers.map { value in
      guard let value else { return " " }
      guard value.isFinite, value > 0, most > 0 else { return glyphs.sparks[0] }
      if value == most { return glyphs.sparks[last] }
      return glyphs.sparks[min(max(Int((value / most * Double(last)).rounded()), 1), last - 1)]
    }.joined()
  }
}
