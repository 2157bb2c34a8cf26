/// The share of those in a stage that leave it on a day, by way out: a discrete hazard.
struct StageHazards: Sendable, Equatable {
  /// By day and way out, ``StageExit/count`` a day.
  private(set) var byDay: [Double]
  /// By way out, of every later day.
  private(set) var tail: [Double]
  /// Whether any stay was seen so long: without one nothing can be said of a later day.
  let hasTail: Bool

  init(_ risks: StageRisks) {
    byDay = [Double](repeating: 0, count: risks.ended.count)
    for (day, n) in risks.atRisk.enumerated() {
      for index in day * StageExit.count..<(day + 1) * StageExit.count where risks.ended[index] > 0 {
        byDay[index] = Double(risks.ended[index]) / Double(n)
      }
    }
    let exposure = Double(max(1, risks.tailExposure))
    tail = risks.tailEnded.map { Double($0) / exposure }
    hasTail = risks.tailExposure > 0
  }

  /// Hazards as another sample of the same size could have shown them: on each day the endings are drawn anew among
  /// those at risk. The days of a curve are uncorrelated given who was at risk, so each is drawn alone.
  init(_ risks: StageRisks, using random: inout SplitMix64) {
    self.init(risks)
    for (day, n) in risks.atRisk.enumerated() {
      let range = day * StageExit.count..<(day + 1) * StageExit.count
      StageHazards.redraw(&byDay[range], among: n, using: &random)
    }
    StageHazards.redraw(&tail[...], among: risks.tailExposure, using: &random)
  }

  /// A multinomial draw, way by way among those that are left.
  private static func redraw(_ shares: inout ArraySlice<Double>, among n: Int, using random: inout SplitMix64) {
    var left = n
    var rest = 1.0
    for index in shares.indices where shares[index] > 0 {
      let share = shares[index]
      let drawn = random.binomial(left, min(1, share / max(rest, .leastNonzeroMagnitude)))
      shares[index] = Double(drawn) / Double(n)
      left -= drawn
      rest -= share
    }
  }

  var tailStart: Int { byDay.count / StageExit.count }

  @inline(__always)
  func hazard(_ way: Int, on day: Int) -> Double {
    day < tailStart ? byDay[day * StageExit.count + way] : tail[way]
  }

  /// The share of stays that ever end by each way, and of those that never do.
  var eventual: (byWay: [Double], never: Double) {
    var surviving = 1.0
    var byWay = [Double](repeating: 0, count: StageExit.count)
    for day in 0..<tailStart {
      var leaving = 0.0
      for way in 0..<StageExit.count {
        let hazard = byDay[day * StageExit.count + way]
        byWay[way] += surviving * hazard
        leaving += hazard
      }
      surviving *= max(0, 1 - leaving)
    }
    let sum = tail.reduce(0, +)
    guard sum > 0 else { return (byWay, surviving) }
    for way in 0..<StageExit.count { byWay[way] += surviving * tail[way] / sum }
    return (byWay, 0)
  }
}
