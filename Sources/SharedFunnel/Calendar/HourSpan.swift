/// From one time on the wall to another, to the minute: `09:00-17:00`. What ends at or before its start ends on the next
/// day: a night shift is `22:00-06:00`. A whole day is `00:00-24:00`.
public struct HourSpan: Sendable, Hashable {
  /// Minutes after midnight, 0 ..< 1440.
  public let start: Int
  /// Minutes after the midnight at which the day of ``start`` begins: up to 1440 within that day, more on the next one.
  public let end: Int

  static let day = 24 * 60

  /// Nil where it is empty, longer than a day, or does not start within its day.
  public init?(start: Int, end: Int) {
    guard (0..<HourSpan.day).contains(start), end > start, end - start <= HourSpan.day else { return nil }
    self.start = start
    self.end = end
  }

  /// `9:00-17:00`, `09:00-24:00`, `22:00-06:00`; nil for any other text. `09:00-09:00` is neither nothing nor a day and
  /// is not read.
  init?(text: some StringProtocol) {
    let typed = String(text)
    let bytes = typed.utf8Span.span.bytes
    var position = 0
    guard let start = HourSpan.minutes(bytes, &position), bytes.skip("-", at: &position),
      let end = HourSpan.minutes(bytes, &position), position == bytes.byteCount, start != end
    else { return nil }
    self.init(start: start, end: end > start ? end : end + HourSpan.day)
  }

  private static func minutes(_ bytes: RawSpan, _ position: inout Int) -> Int? {
    guard let hour = bytes.digits(upTo: 2, at: &position), bytes.skip(":", at: &position),
      let minute = bytes.digits(2, at: &position), minute < 60, hour * 60 + minute <= day
    else { return nil }
    return hour * 60 + minute
  }

  /// Whether it runs past midnight.
  public var endsNextDay: Bool { end > HourSpan.day }

  public var minutes: Int { end - start }

  /// What ``init(text:)`` reads.
  public var label: String {
    "\(HourSpan.clock(start))-\(HourSpan.clock(endsNextDay ? end - HourSpan.day : end))"
  }

  private static func clock(_ minutes: Int) -> String {
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
