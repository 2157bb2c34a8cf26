extension Lever {
  /// Reads `conversion 4->5 +3pt`, `entries +10%`, `value +5%` or `time 3 -2d`; a stage by number or name.
  public init(text: String) throws(LeverError) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let kind = words.first?.lowercased() else { throw .notALever(text) }
    switch (kind, words.count) {
    case ("conversion", 3):
      let ends = words[1].split(separator: "->", omittingEmptySubsequences: false).map(String.init)
      guard ends.count == 2 else { throw .notAStep(words[1]) }
      let from = try Lever.stage(ends[0])
      guard let to = Stage(text: ends[1]), to == from.next else { throw .notAStep(words[1]) }
      self = .conversion(from: from, points: try Lever.number(words[2], unit: "pt", in: -100...100))
    case ("entries", 2): self = .entries(percent: try Lever.number(words[1], unit: "%", in: -100...10_000))
    case ("value", 2): self = .value(percent: try Lever.number(words[1], unit: "%", in: -100...10_000))
    case ("time", 3):
      let stage = try Lever.stage(words[1])
      let days = try Lever.number(words[2], unit: "d", in: -3_650...3_650)
      guard let whole = Int(exactly: days) else { throw .notWholeDays(words[2]) }
      self = .time(stage, days: whole)
    default: throw .notALever(text)
    }
  }

  private static func stage(_ text: String) throws(LeverError) -> Stage {
    guard let stage = Stage(text: text) else { throw .notAStage(text) }
    guard stage < .purchase else { throw .behindPurchase(stage) }
    return stage
  }

  private static func number(
    _ text: String, unit: String, in range: ClosedRange<Double>
  ) throws(LeverError) -> Double {
    let lower = text.lowercased()
    let digits = lower.dropLast(unit.utf8.count)
    let allowed = digits.allSatisfy { ("0"..."9").contains($0) || $0 == "." || $0 == "+" || $0 == "-" }
    guard lower.hasSuffix(unit), digits.first == "+" || digits.first == "-", allowed, let number = Double(digits) else {
      throw .notAChange(text, unit: unit)
    }
    guard range.contains(number) else {
      throw .outOfRange(text, low: Int(range.lowerBound), high: Int(range.upperBound))
    }
    return number
  }
}
