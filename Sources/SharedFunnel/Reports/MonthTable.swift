/// Finds the month of a time without a search: a table by day that names the month in which the day
/// starts, and the boundaries in UTC seconds.
public struct MonthTable: Sendable, Equatable {
  /// First second of each month in the reporting zone, ascending.
  public let starts: [UInt32]
  /// `2026-10`, as many as `starts`.
  public let labels: [String]
  private let byDay: [UInt16]

  /// - Parameter starts: ascending, one a label. Times before the first belong to the first.
  public init(starts: [UInt32], labels: [String]) {
    self.starts = starts
    self.labels = labels
    var byDay: [UInt16] = []
    if let last = starts.last {
      var month = 0
      for day in 0...Int(last / 86_400 + 1) {
        let start = UInt64(day) * 86_400
        while month + 1 < starts.count, UInt64(starts[month + 1]) <= start { month += 1 }
        byDay.append(UInt16(clamping: month))
      }
    }
    self.byDay = byDay
  }

  @inline(__always)
  func month(of seconds: UInt32) -> Int {
    let day = Int(seconds / 86_400)
    var month = day < byDay.count ? Int(byDay[day]) : max(starts.count, 1) - 1
    // A day holds the start of one month at most.
    if month + 1 < starts.count, starts[month + 1] <= seconds { month += 1 }
    return month
  }
}
