extension ReportingZone {
  /// `2026-11-03 14:05:09`, to the second, as the clock on the wall shows it: for people.
  public func text(of time: Timestamp) -> String {
    let civil = civil(time)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(civil.date.iso) \(two(civil.hour)):\(two(civil.minute)):\(two(civil.second))"
  }
}
