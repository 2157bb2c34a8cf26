/// What people type for an instant, the end of an observation, a period or a duration.
///
/// Case and the number of spaces do not matter. A date whose order of day and month is not certain, such as 3/11/2026,
/// is refused and never guessed.
public enum DateText {
  /// What a text names before someone asks for its start or its end.
  enum Meaning {
    case instant(Timestamp)
    case span(CalendarSpan)
  }

  /// `now`; `2026-11-03T14:05` (a `T` or a space, seconds and an offset if wanted); and days, of which the start is
  /// meant: `2026-11-03`, `today`, `yesterday`, `tomorrow`, `3 days ago` (also weeks, months, quarters, years; a day
  /// that the month lacks becomes its last). `2 hours ago` and `5 minutes ago` count back from `now`.
  public static func instant(
    _ text: String, now: Timestamp, zone: ReportingZone
  ) throws(DateTextError) -> Timestamp {
    let words = DateWords(text)
    switch try words.meaning(now: now, zone: zone) {
    case .instant(let timestamp): return try supported(timestamp, text)
    case .span(let span) where span.unit == .day && span.count == 1:
      return try supported(zone.timestamp(of: span.first), text)
    default: throw words.refusal(.notAnInstant(text))
    }
  }

  /// The last millisecond of what is named, so that `2026-11-03` takes in all of that day and `2026-Q4` all of that
  /// quarter: any text of ``period(_:now:zone:)``. An instant is meant as it is. The end may lie after `now`.
  public static func asOf(
    _ text: String, now: Timestamp, zone: ReportingZone
  ) throws(DateTextError) -> Timestamp {
    let words = DateWords(text)
    switch try words.meaning(now: now, zone: zone) {
    case .instant(let timestamp): return try supported(timestamp, text)
    case .span(let span):
      let end = zone.timestamp(of: span.after)
      return try supported(Timestamp(milliseconds: end.milliseconds - 1), text)
    case nil: throw words.refusal(.notAnInstant(text))
    }
  }

  /// `2026`, `2026-H1`, `2026-Q4`, `2026-10`, `2026-W45` (ISO week), `2026-11-03`; any two of them as
  /// `2026-01-01..2026-03-31`, the last one included; `today`, `yesterday`, `3 days ago`; `this month` and `last month`
  /// (or week, quarter, year), the whole unit of today and the one before it; `last 90 days`, `last 12 weeks`, `last 3
  /// months`, `last 4 quarters`, `last 2 years`: whole units, of which the last one is that of today.
  public static func period(
    _ text: String, now: Timestamp, zone: ReportingZone
  ) throws(DateTextError) -> Period {
    let words = DateWords(text)
    guard case .span(let span) = try words.meaning(now: now, zone: zone) else { throw words.refusal(.notAPeriod(text)) }
    let period = Period(span, zone: zone)
    _ = try supported(period.start, text)
    _ = try supported(Timestamp(milliseconds: period.end.milliseconds - 1), text)
    return period
  }

  private static func supported(_ timestamp: Timestamp, _ text: String) throws(DateTextError) -> Timestamp {
    guard timestamp.isSupported else { throw .outOfRange(text) }
    return timestamp
  }
}
