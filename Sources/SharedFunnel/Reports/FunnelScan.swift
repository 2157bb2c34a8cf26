/// Adds leads up to a ``FunnelReport``.
///
/// A lead is one increment in a histogram over (what it reached, how it stands), and every number of
/// every row comes out of that histogram afterwards.
public struct FunnelScan: LeadScan {
  let placer: Placer
  private var total: Tally
  private var groups: [Tally?] = []

  public init(_ query: FunnelQuery) {
    placer = Placer(query)
    total = Tally(states: placer.stateCount)
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  @inline(__always)
  public mutating func add(_ lead: LeadRecord) {
    guard let place = placer.place(lead) else { return }
    let pair = placer.query.pair
    guard placer.query.grouping != nil else {
      total.add(place, lead, pair)
      return
    }
    let group = Int(placer.group(of: lead, place))
    if group >= groups.count {
      groups.append(contentsOf: [Tally?](repeating: nil, count: group + 1 - groups.count))
    }
    if groups[group] == nil { groups[group] = Tally(states: placer.stateCount) }
    groups[group]?.add(place, lead, pair)
  }

  /// The report of what was added. Immature steps have no estimate yet: see ``StepTimesScan``.
  public consuming func report() -> FunnelReport {
    var all = total
    var made: [FunnelGroup] = []
    for (key, tally) in groups.enumerated() {
      guard let tally, tally.cohort > 0 else { continue }
      all.merge(tally)
      made.append(FunnelGroup(key: UInt32(key), table: tally.table(placer)))
    }
    return FunnelReport(total: all.table(placer), groups: made)
  }
}

/// The histogram of one group.
struct Tally {
  private let states: Int
  /// Counts by reached mask × state.
  private var cells: [UInt32]
  /// Leads that entered each stage, of those that reached it.
  private var entered = SIMD8<UInt32>(repeating: 0)
  private var distances: [Int64] = []
  private(set) var cohort = 0

  init(states: Int) {
    self.states = states
    cells = [UInt32](repeating: 0, count: 256 * states)
  }

  @inline(__always)
  mutating func add(_ place: Placement, _ lead: LeadRecord, _ pair: StagePair?) {
    cells[Int(place.reached) * states + place.state] &+= 1
    let bits = SIMD8<UInt32>(1, 2, 4, 8, 16, 32, 64, 128)
    let mask = SIMD8<UInt32>(repeating: UInt32(place.reached & place.entered))
    entered &+= SIMD8<UInt32>(repeating: 0).replacing(with: 1, where: (bits & mask) .!= 0)
    cohort &+= 1
    if let pair {
      let from = lead.firstEntry[pair.from.index]
      let to = lead.firstEntry[pair.to.index]
      if from != 0, to != 0 { distances.append(Int64(to) - Int64(from)) }
    }
  }

  mutating func merge(_ other: Tally) {
    for index in cells.indices { cells[index] &+= other.cells[index] }
    entered &+= other.entered
    distances.append(contentsOf: other.distances)
    cohort += other.cohort
  }

  /// Leads whose mask has all of `with` and none of `without`, by state.
  private func count(with: UInt8, without: UInt8 = 0) -> [Int] {
    var sums = [Int](repeating: 0, count: states)
    for mask in 0..<256 where UInt8(mask) & with == with && UInt8(mask) & without == 0 {
      for state in 0..<states { sums[state] += Int(cells[mask * states + state]) }
    }
    return sums
  }

  func table(_ placer: Placer) -> FunnelTable {
    var steps: [FunnelStep] = []
    var observed: Stage?
    for stage in Stage.allCases where stage >= placer.query.from ?? .customerAwareness {
      steps.append(step(to: stage, from: observed, placer))
      if entered[stage.index] > 0 { observed = stage }
    }
    return FunnelTable(cohort: cohort, steps: steps, pair: placer.query.pair.map(times))
  }

  private func step(to stage: Stage, from: Stage?, _ placer: Placer) -> FunnelStep {
    let bit = UInt8(1) << UInt8(stage.index)
    let reached = count(with: bit).reduce(0, +)
    let came = Int(entered[stage.index])
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
