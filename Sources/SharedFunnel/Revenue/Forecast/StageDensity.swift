/// When and how a stay in a stage ends: the share that leaves on each day by each way, up to a limit, and in all.
struct StageDensity: Sendable, Equatable {
  /// The last day.
  let limit: Int
  /// By way out and day, limit + 1 days a way.
  private(set) var byWay: [Double]
  /// By way out, whenever.
  private(set) var eventual: [Double]
  /// The share that never leaves, as far as stays of that length tell.
  private(set) var never: Double
  /// By day: the share that is still there after it.
  private(set) var surviving: [Double]
  /// The first age of which nothing is known, since nobody was seen to stay longer.
  let known: Int

  init(_ hazards: StageHazards, limit: Int) {
    self.limit = limit
    byWay = [Double](repeating: 0, count: (limit + 1) * StageExit.count)
    surviving = [Double](repeating: 0, count: limit + 1)
    (eventual, never) = hazards.eventual
    known = hazards.hasTail ? .max : max(0, hazards.tailStart - 1)
    var left = 1.0
    for day in 0...limit {
      var leaving = 0.0
      for way in 0..<StageExit.count {
        let hazard = hazards.hazard(way, on: day)
        guard hazard > 0 else { continue }
        byWay[way * (limit + 1) + day] = left * hazard
        leaving += hazard
      }
      // What rounding leaves of nothing is nothing.
      left = leaving > 1 - 1e-12 ? 0 : left * (1 - leaving)
      surviving[day] = left
    }
  }

  @inline(__always)
  func share(_ way: Int, on day: Int) -> Double { byWay[way * (limit + 1) + day] }

  /// The share of stays that ever end in a later stage.
  func forward(from stage: Stage) -> Double { StageExit.forwardWays(from: stage).reduce(0) { $0 + eventual[$1] } }

  /// The same stays with another share of them ending in a later stage: times to each end stay as they are, and the
  /// other ends share what is left as before.
  ///
  /// - Returns: `nil` where no stay was seen to end in a later stage, or none to end otherwise, so that nothing tells
  ///   how those would.
  func withForward(_ share: Double, from stage: Stage) -> StageDensity? {
    let old = forward(from: stage)
    let new = min(1, max(0, share))
    // But for rounding.
    let isCertain = old > 1 - 1e-12
    guard old > 0, !isCertain || new == 1 else { return nil }
    let ways = StageExit.forwardWays(from: stage)
    var result = self
    let up = new / old
    let rest = isCertain ? 0 : (1 - new) / (1 - old)
    for way in 0..<StageExit.count {
      let factor = ways.contains(way) ? up : rest
      result.eventual[way] *= factor
      for index in way * (limit + 1)..<(way + 1) * (limit + 1) { result.byWay[index] *= factor }
    }
    result.never *= rest
    result.sumUp()
    return result
  }

  /// The same stays, so many days longer or, below zero, shorter, but never shorter than not at all; a move back
  /// still takes a day.
  func shifted(by days: Int, from stage: Stage) -> StageDensity {
    var result = self
    for way in 0..<StageExit.count {
      let first = way < stage.index ? 1 : 0
      for day in 0...limit { result.byWay[way * (limit + 1) + day] = 0 }
      for day in 0...limit {
        let (sum, overflow) = day.addingReportingOverflow(days)
        let target = overflow ? limit + 1 : max(first, sum)
        if target <= limit { result.byWay[way * (limit + 1) + target] += share(way, on: day) }
      }
    }
    result.sumUp()
    return result
  }

  private mutating func sumUp() {
    var left = eventual.reduce(never, +)
    for day in 0...limit {
      for way in 0..<StageExit.count { left -= share(way, on: day) }
      surviving[day] = left > 1e-12 ? left : 0
    }
  }
}

extension StageExit {
  /// To a later stage.
  static func forwardWays(from stage: Stage) -> Range<Int> { stage.index + 1..<lostIndex }
}
