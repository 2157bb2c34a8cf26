/// A stretch of whole days in a reporting zone, as people name it.
public struct Period: Sendable, Equatable {
  public let start: Timestamp
  /// The first instant after it.
  public let end: Timestamp
  /// Its name, which ``DateText/period(_:now:zone:)`` reads: `2026-Q4`, `2026-H1`, `2026-01-01..2026-03-31`.
  public let label: String
  private let span: CalendarSpan

  init(_ span: CalendarSpan, zone: ReportingZone) {
    self.span = span
    start = zone.timestamp(of: span.first)
    end = zone.timestamp(of: span.after)
    label = span.label
  }

  /// The period of equal kind just before it: the quarter before a quarter, the 90 days before 90 days, and before a
  /// range of days as many days.
  ///
  /// - Parameter zone: the zone that the period was made in.
  public func previous(_ zone: ReportingZone) -> Period {
    Period(span.previous, zone: zone)
  }

  /// The same part of the calendar a year earlier: a third quarter for a third quarter; for a week the one 52
  /// weeks before it, since weeks have no place in a year.
  ///
  /// - Parameter zone: the zone that the period was made in.
  public func yearBefore(_ zone: ReportingZone) -> Period {
    Period(span.yearBefore, zone: zone)
  }

  /// Whether any instant lies in both.
  public func overlaps(_ other: Period) -> Bool { start < other.end && other.start < end }

  public func contains(_ timestamp: Timestamp) -> Bool {
    timestamp >= start && timestamp < end
  }
}
