/// What a calendar and a clock on the wall show together, without a time zone.
public struct CivilDateTime: Sendable, Hashable, Comparable {
  public let date: CivilDate
  /// 0 ... 23.
  public let hour: Int
  public let minute: Int
  /// 0 ... 59; there are no leap seconds.
  public let second: Int
  public let millisecond: Int

  /// Nil for a clock reading that does not exist, such as 24:00 or 12:60.
  public init?(date: CivilDate, hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999).contains(millisecond)
    else { return nil }
    self.date = date
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  /// Milliseconds since 1970-01-01T00:00 on the same clock.
  var localMilliseconds: Int64 {
    let seconds = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    return seconds * 1000 + Int64(millisecond)
  }

  /// Outside the years 1 ... 9999, the nearest end of them.
  init(localMilliseconds: Int64) {
    let first: Int64 = -62_135_596_800_000
    let last: Int64 = 253_402_300_799_999
    let local = min(max(localMilliseconds, first), last)
    let days = local.floorDivided(by: 86_400_000)
    let rest = Int(local - days * 86_400_000)
    date = CivilDate(clampedDays: Int(days))
    hour = rest / 3_600_000
    minute = rest / 60_000 % 60
    second = rest / 1000 % 60
    millisecond = rest % 1000
  }

  public static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
    left.localMilliseconds < right.localMilliseconds
  }
}
