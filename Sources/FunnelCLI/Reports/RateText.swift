import SharedFunnel

/// Rates and counts as the tables of reports show them.
struct RateText {
  let glyphs: Glyphs

  func count(_ number: Int) -> String { NumberText.integer(Int64(number)) }

  func rate(_ value: Double?) -> String { value.map { percent($0) + " %" } ?? glyphs.none }

  /// `10.5 % (9.9–11.2)`.
  func rate(_ value: Double?, _ interval: Interval?) -> String {
    guard let value, let interval else { return rate(value) }
    return Message.reportRange([
      "rate": rate(value), "low": percent(interval.low), "dash": glyphs.none, "high": percent(interval.high),
    ])
  }

  /// The rate of a step. An immature one has its estimate beside it, whatever else is left out.
  func conversion(_ step: FunnelStep, withInterval: Bool = true) -> String {
    guard let conversion = step.conversion else { return glyphs.none }
    guard step.immature else { return rate(conversion, withInterval ? step.interval : nil) }
    return immature(rate(conversion), step.estimate?.value)
  }

  /// A rate that is too low, with the estimate that allows for what is open.
  func immature(_ rate: String, _ estimate: Double?) -> String {
    Message.funnelImmatureRate(["rate": rate, "estimate": estimate.map(percent) ?? glyphs.none])
  }

  /// `+12`, `-3`, `0`.
  func change(_ difference: Int?) -> String {
    guard let difference else { return glyphs.none }
    return (difference > 0 ? "+" : "") + count(difference)
  }

  /// A difference of two rates in percentage points: `+3.2`.
  func points(_ difference: RateDifference?) -> String {
    guard let difference, let text = NumberText.decimal(difference.value * 100, digits: 1) else { return glyphs.none }
    return (difference.value * 100 >= 0.05 ? "+" : "") + text
  }

  func duration(_ seconds: Double?) -> String { seconds.flatMap(DurationText.text) ?? glyphs.none }

  private func percent(_ share: Double) -> String {
    if share == 1 { return "100" }
    return NumberText.decimal(share * 100, digits: 1) ?? glyphs.none
  }
}

extension DepartmentSet {
  /// For people: `marketing`, or `marketing + sales` for both.
  var label: String { departments.map(\.key).joined(separator: "+") }
}

extension LossBucket {
  /// For people: `in handoff`.
  var label: String {
    if case .owner(let departments) = self { departments.label } else { key.replacing("_", with: " ") }
  }
}
