/// A day, week, month … of a flow report, as far as it lies within the period.
public struct FlowInterval: Sendable, Equatable {
  /// `2026-11-03`, `2026-W45`, `2026-10`, `2026-Q4`, `2026`.
  public let label: String
  public let start: Timestamp
  /// The first instant after it.
  public let end: Timestamp
  /// The unit reaches beyond the period, and only what lies within both is counted.
  public let isCut: Bool

  /// The units that a period cuts into, in the reporting zone; a day on which the clock changes has 23 or
  /// 25 hours. Days that the zone skipped have no length and are left out.
  ///
  /// - Parameters:
  ///   - start: first instant of the period.
  ///   - end: the first instant after it.
  public static func intervals(
    _ unit: PeriodUnit, from start: Timestamp, to end: Timestamp, zone: ReportingZone
  ) -> [FlowInterval] {
    let grid = PeriodGrid(unit, from: start, to: end, zone: zone)
    return grid.labels.indices.compactMap { index in
      let whole = (
        start: Timestamp(seconds: grid.boundaries[index]), end: Timestamp(seconds: grid.boundaries[index + 1])
      )
      let cut = (start: max(whole.start, start), end: min(whole.end, end))
      guard cut.start < cut.end else { return nil }
      return FlowInterval(label: grid.labels[index], start: cut.start, end: cut.end, isCut: cut != whole)
    }
  }
}

/// Finds the interval of a second without a search: a table by day that names the one in which the day
/// starts.
struct IntervalTable: Sendable {
  /// First second of each interval and, last, the end of the last one.
  private let boundaries: [UInt32]
  private var byDay: [UInt32] = []

  init(_ intervals: [FlowInterval]) {
    boundaries = intervals.map(\.start.wholeSeconds) + (intervals.last.map { [$0.end.wholeSeconds] } ?? [])
    guard let first = boundaries.first, let last = boundaries.last else { return }
    var place = 0
    for day in 0...(last - first) / 86_400 {
      let start = UInt64(first) + UInt64(day) * 86_400
      while place + 1 < boundaries.count, UInt64(boundaries[place + 1]) <= start { place += 1 }
      byDay.append(UInt32(clamping: place))
    }
  }

  /// 0 before the first interval, the interval's number from 1, and one more behind the last.
  @inline(__always)
  func place(of seconds: UInt32) -> Int {
    guard let first = boundaries.first, seconds >= first else { return 0 }
    let day = Int((seconds - first) / 86_400)
    guard day < byDay.count else { return boundaries.count }
    var place = Int(byDay[day])
    while place + 1 < boundaries.count, boundaries[place + 1] <= seconds { place += 1 }
    return place + 1
  }
}
