import SharedFunnel

/// A moment, in milliseconds since 1970 UTC, as text.
enum TimestampText {
  /// For machines: ISO 8601 in UTC.
  static func iso(milliseconds: Int64) -> String { Timestamp(milliseconds: milliseconds).iso8601 }

  /// For people: `2026-03-01 12:00`, to the minute, in the zone in which they typed it.
  static func table(milliseconds: Int64, in zone: ReportingZone = DisplayZone.current) -> String {
    let civil = zone.civil(Timestamp(milliseconds: milliseconds))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(civil.date.iso) \(two(civil.hour)):\(two(civil.minute))"
  }
}
