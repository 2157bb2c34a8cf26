/// How many things happened on each day of a time, in days of 24 hours counted back from its end.
struct DailyCounts: Sendable, Equatable {
  private(set) var days: [Int]

  init(_ times: some Sequence<UInt32>, in range: Range<UInt32>) {
    let count = max(1, (range.count + 43_200) / 86_400)
    days = [Int](repeating: 0, count: range.isEmpty ? 0 : count)
    for time in times where range.contains(time) {
      days[min(count - 1, Int(range.upperBound - 1 - time) / 86_400)] += 1
    }
  }

  var total: Int { days.reduce(0, +) }

  /// A day's mean.
  var rate: Double { days.isEmpty ? 0 : Double(total) / Double(days.count) }

  /// As many days, drawn from these: bursts stay bursts.
  func resampled(using random: inout SplitMix64) -> DailyCounts {
    var result = self
    for index in days.indices { result.days[index] = days[random.below(days.count)] }
    return result
  }

  func draw(using random: inout SplitMix64) -> Int { days.isEmpty ? 0 : days[random.below(days.count)] }
}
