extension DateText {
  /// Whole seconds: `90d`, `12h`, `30m`, `45s`, `2w`, also `90 days` and the like. A day has 24 hours here.
  ///
  /// Months, quarters and years differ in length and are refused, and so is `3M`, which might mean minutes.
  public static func duration(_ text: String) throws(DateTextError) -> Int64 {
    let compact = text.filter { !$0.isWhitespace }
    let digits = compact.prefix { $0.isASCII && $0.isNumber }
    let unit = compact.dropFirst(digits.count)
    guard !digits.isEmpty else { throw .notADuration(text) }
    let seconds: Int64
    switch unit == "M" ? "months" : unit.lowercased() {
    case "s", "sec", "second", "seconds": seconds = 1
    case "m", "min", "minute", "minutes": seconds = 60
    case "h", "hour", "hours": seconds = 3600
    case "d", "day", "days": seconds = 86_400
    case "w", "week", "weeks": seconds = 7 * 86_400
    case "mo", "month", "months", "q", "quarter", "quarters", "y", "year", "years":
      throw .unevenUnit(text)
    default: throw .notADuration(text)
    }
    // As long as all of supported time; anything near overflowing is longer.
    guard let count = Int64(digits), count <= Timestamp.latest.seconds / seconds else { throw .outOfRange(text) }
    return count * seconds
  }
}
