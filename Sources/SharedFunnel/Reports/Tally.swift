/// The histograms of one group, without their empty cells: leads by what they reached and how they stand, and by the
/// stages that they reached and entered.
struct Tally {
  private struct Cell: Hashable {
    var mask: UInt8
    /// See ``Placement/state``; 0 where it does not matter.
    var state: UInt16
  }

  private let states: Int
  private var cells: [Cell: Int] = [:]
  private var entered: [UInt8: Int] = [:]
  private var distances: [Int64] = []

  /// How many numbers a group's histograms take as they are counted: the mask of what was reached × state, then the
  /// mask of what was entered.
  static func size(states: Int) -> Int { 256 * states + 256 }

  init(states: Int) { self.states = states }

  /// - Parameter counts: ``size(states:)`` numbers.
  init(states: Int, counts: ArraySlice<UInt32>, distances: [Int64]) {
    self.init(states: states)
    self.distances = distances
    for (place, count) in counts.enumerated() where count > 0 {
      if place < 256 * states {
        cells[Cell(mask: UInt8(place / states), state: UInt16(place % states))] = Int(count)
      } else {
        entered[UInt8(place - 256 * states)] = Int(count)
      }
    }
  }

  /// - Parameter places: ``GroupedPlace``s of one group.
  init(states: Int, places: ArraySlice<UInt64>, distances: [Int64]) {
    self.init(states: states)
    self.distances = distances
    for place in places.lazy.map(GroupedPlace.init) {
      cells[Cell(mask: place.reached, state: place.state), default: 0] += 1
      entered[place.entered, default: 0] += 1
    }
  }

  var cohort: Int { entered.values.reduce(0, +) }

  mutating func merge(_ other: Tally) {
    cells.merge(other.cells, uniquingKeysWith: +)
    entered.merge(other.entered, uniquingKeysWith: +)
    distances.append(contentsOf: other.distances)
  }

  /// Leads whose mask has all of `with` and none of `without`, by state.
  private func count(with: UInt8, without: UInt8 = 0) -> [Int] {
    var sums = [Int](repeating: 0, count: states)
    for (cell, count) in cells where cell.mask & with == with && cell.mask & without == 0 {
      sums[Int(cell.state)] += count
    }
    return sums
  }

  private func entered(_ stage: Stage) -> Int {
    entered.reduce(0) { $0 + ($1.key & 1 << stage.index != 0 ? $1.value : 0) }
  }

  func table(_ placer: Placer) -> FunnelTable {
    var steps: [FunnelStep] = []
    var observed: Stage?
    for stage in Stage.allCases where stage >= placer.query.from ?? .customerAwareness {
      let step = step(to: stage, from: observed, placer)
      steps.append(step)
      if step.entered > 0 { observed = stage }
    }
    return FunnelTable(cohort: cohort, steps: steps, pair: placer.query.pair.map(times))
  }

  private func step(to stage: Stage, from: Stage?, _ placer: Placer) -> FunnelStep {
    let bit = UInt8(1) << UInt8(stage.index)
    let reached = count(with: bit).reduce(0, +)
    let came = entered(stage)
    let base = from.map { UInt8(1) << UInt8($0.index) }
    let converted = base.map { count(with: $0 | bit).reduce(0, +) } ?? reached
    let left = base.map { count(with: $0, without: bit) } ?? [Int](repeating: 0, count: states)
    let buckets = placer.buckets.enumerated().map {
      LossCount(bucket: $0.element, lost: left[Placer.firstBucket + $0.offset])
    }
    let lost = buckets.reduce(0) { $0 + $1.lost }
    let open = left[Placer.openMature] + left[Placer.openImmature]
    let cohort = converted + lost + open
    let hasRate = from != nil && came > 0 && cohort > 0
    return FunnelStep(
      stage: stage,
      owners: placer.query.ownership.owners(of: stage, at: placer.query.ownersAt),
      from: from, entered: came, reached: reached, skipped: reached - came, cohort: cohort, converted: converted,
      lost: lost, open: open, dropOff: buckets.filter { $0.lost > 0 },
      dropOffRate: from != nil && cohort > 0 ? Double(lost) / Double(cohort) : nil,
      conversion: hasRate ? Double(converted) / Double(cohort) : nil,
      interval: hasRate ? Interval.wilson(successes: converted, of: cohort) : nil,
      immature: from != nil && left[Placer.openImmature] * 4 > cohort)
  }

  private func times(_ pair: StagePair) -> PairTimes {
    var values = distances
    let negative = values.reduce(0) { $0 + ($1 < 0 ? 1 : 0) }
    return PairTimes(
      pair: pair, n: values.count, negative: negative, p50: Quantile.type7(&values, 0.5),
      p90: Quantile.type7(&values, 0.9))
  }
}
