import SharedFunnel

/// Lengths of time as people read them. All take seconds and give nil for what is not finite.
enum DurationText {
  private static let minute = 60.0
  private static let hour = 3_600.0
  private static let day = 86_400.0

  /// `14.65 d` from a day on, below it `3 h 20 m`, `4 m 5 s`, `12 s`, and under ten seconds `0.25 s`. The unit is
  /// chosen after rounding, so that no text says 60 minutes.
  static func text(seconds: Double) -> String? {
    guard seconds.isFinite else { return nil }
    let size = seconds.magnitude
    let sign = seconds < 0 ? "-" : ""
    let wholeMinutes = (size / minute).rounded()
    let wholeSeconds = size.rounded()
    if wholeMinutes >= day / minute { return days(seconds: seconds, digits: 2) }
    if wholeSeconds >= hour {
      let (hours, minutes) = Int64(wholeMinutes).quotientAndRemainder(dividingBy: 60)
      return Message.hoursMinutes(["hours": "\(sign)\(hours)", "minutes": "\(minutes)"])
    }
    if wholeSeconds >= minute {
      let (minutes, seconds) = Int64(wholeSeconds).quotientAndRemainder(dividingBy: 60)
      return Message.minutesSeconds(["minutes": "\(sign)\(minutes)", "seconds": "\(seconds)"])
    }
    let digits = size < 10 && size != wholeSeconds ? 2 : 0
    return NumberText.decimal(seconds, digits: digits).map { Message.seconds(["count": $0]) }
  }

  /// Days of 24 hours: 1265760 seconds with two digits are `14.65 d`.
  static func days(seconds: Double, digits: Int) -> String? {
    NumberText.decimal(seconds / day, digits: digits).map { Message.days(["count": $0]) }
  }

  /// A count-down: `00:12`, `1:02:03`. Nil for what is negative or longer than 99 hours: a guess of no use.
  static func clock(seconds: Double) -> String? {
    guard seconds >= 0, seconds < 99 * hour else { return nil }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let (minutes, rest) = Int(seconds.rounded(.up)).quotientAndRemainder(dividingBy: 60)
    return minutes < 60 ? "\(two(minutes)):\(two(rest))" : "\(minutes / 60):\(two(minutes % 60)):\(two(rest))"
  }
}
