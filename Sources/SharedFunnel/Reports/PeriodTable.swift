/// Finds the month (week, day …) of a time without a search: a table by day that names the one in which the
/// day starts, and the boundaries in UTC seconds.
public struct PeriodTable: Sendable, Equatable {
  /// First second of each month in the reporting zone, ascending.
  public let starts: [UInt32]
  /// `2026-10`, as many as `starts`.
  public let labels: [String]
  /// The end of the last one; `nil` where it has none.
  private let end: UInt32?
  private let byDay: [UInt16]

  /// - Parameter starts: ascending, one a label. Times before the first belong to the first.
  public init(starts: [UInt32], labels: [String], end: UInt32? = nil) {
    self.end = end
    self.starts = starts
    self.labels = labels
    var byDay: [UInt16] = []
    if let last = starts.last {
      var place = 0
      for day in 0...Int(last / 86_400 + 1) {
        let start = UInt64(day) * 86_400
        while place + 1 < starts.count, UInt64(starts[place + 1]) <= start { place += 1 }
        byDay.append(UInt16(clamping: place))
      }
    }
    self.byDay = byDay
  }

  public init(_ grid: PeriodGrid) {
    self.init(
      starts: grid.boundaries.prefix(grid.labels.count).map { UInt32(clamping: $0) }, labels: grid.labels,
      end: grid.boundaries.last.map { UInt32(clamping: $0) })
  }

  /// The first second after a month.
  func end(of place: Int) -> UInt32? { place + 1 < starts.count ? starts[place + 1] : end }

  @inline(__always)
  func place(of seconds: UInt32) -> Int {
    let day = Int(seconds / 86_400)
    var place = day < byDay.count ? Int(byDay[day]) : max(starts.count, 1) - 1
    // A day of UTC holds the start of one month at most, and of two days where the clock goes forward.
    while place + 1 < starts.count, starts[place + 1] <= seconds { place += 1 }
    return place
  }
}
