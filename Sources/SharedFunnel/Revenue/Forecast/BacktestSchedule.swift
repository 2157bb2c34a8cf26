/// The past months that a backtest forecasts, and when within each the forecast would have been made.
public struct BacktestSchedule: Sendable, Equatable {
  public struct Month: Sendable, Equatable {
    /// `2026-09`.
    public let label: String
    /// Seconds since 1970.
    public let period: Range<UInt32>
    public let at: Timestamp
    /// The month before.
    public let previous: Range<UInt32>
    /// Days of the month that have begun by then, and all of its days.
    public let begun: Int
    public let days: Int
  }

  /// The earliest first.
  public let months: [Month]

  /// The last whole months before a time.
  ///
  /// - Parameters:
  ///   - count: how many; from before 1970-02 there are none.
  ///   - days: how many days of the month have passed, so that there is a pace to compare with; of the shortest month
  ///     one day at least is left.
  public init(_ count: Int, before time: Timestamp, after days: Int = 10, zone: ReportingZone) {
    let today = zone.date(of: time)
    let last = PeriodUnit.month.start(of: today)
    let days = min(27, max(0, days))
    months = (0..<max(0, min(count, 1_200))).reversed().compactMap { back in
      let first = PeriodUnit.month.advance(last, by: -1 - back)
      let start = zone.timestamp(of: first)
      guard start >= .earliest else { return nil }
      let next = PeriodUnit.month.advance(first, by: 1)
      let before = zone.timestamp(of: PeriodUnit.month.advance(first, by: -1)).wholeSeconds
      return Month(
        label: PeriodUnit.month.label(first), period: start.wholeSeconds..<zone.timestamp(of: next).wholeSeconds,
        at: zone.timestamp(of: PeriodUnit.day.advance(first, by: days)),
        previous: min(before, start.wholeSeconds)..<start.wholeSeconds, begun: days,
        days: next.daysSinceEpoch - first.daysSinceEpoch)
    }
  }
}
