import SharedFunnel

/// A moment, in milliseconds since 1970 UTC, as text.
enum TimestampText {
  /// For machines: ISO 8601 in UTC.
  static func iso(milliseconds: Int64) -> String { Timestamp(milliseconds: milliseconds).iso8601 }

  /// For people: `2026-03-01 12:00`, to the minute, in the zone in which they typed it.
  static func table(milliseconds: Int64, in zone: ReportingZone = DisplayZone.current) -> String {
    String(zone.text(of: Timestamp(milliseconds: milliseconds)).dropLast(3))
  }
}
