/// Adds leads up to a ``FunnelReport``.
///
/// A lead is one increment in a histogram over (what it reached, how it stands) and one over what it
/// entered, and every number of every row comes out of these afterwards.
public struct FunnelScan: LeadScan {
  let placer: Placer
  /// The histograms of one group behind the other, see ``Tally``. Flat, for an array of arrays is asked
  /// twice for each lead whether anybody else holds it.
  private var counts: [UInt32] = []
  /// Seconds between the stages of the query's pair, by group.
  private var distances: [[Int64]] = []
  private let stride: Int

  public init(_ query: FunnelQuery) {
    placer = Placer(query)
    stride = Tally.size(states: placer.stateCount)
  }

  public mutating func add(page: RawSpan) {
    // Copies that nothing else can change, so that the loop reads the question once a page and writes
    // without asking who else holds the counts.
    let placer = placer
    var counts: [UInt32] = []
    swap(&counts, &self.counts)
    var offset = 0
    while offset + LeadRecord.byteCount <= page.byteCount {
      let record = LeadRecord(page, at: offset)
      if record.lead != 0 { add(record, placer, &counts) }
      offset += LeadRecord.byteCount
    }
    swap(&counts, &self.counts)
  }

  public mutating func add(_ lead: LeadRecord) {
    var counts: [UInt32] = []
    swap(&counts, &self.counts)
    add(lead, placer, &counts)
    swap(&counts, &self.counts)
  }

  @inline(__always)
  private mutating func add(_ lead: LeadRecord, _ placer: Placer, _ counts: inout [UInt32]) {
    guard let place = placer.place(lead) else { return }
    let group = Int(placer.group(of: lead, place))
    let base = group &* stride
    if base >= counts.count { extend(&counts, to: group) }
    counts[base &+ Int(place.reached) &* placer.stateCount &+ place.state] &+= 1
    counts[base &+ stride &- 256 &+ Int(place.reached & place.entered)] &+= 1
    if let pair = placer.pair { add(lead, pair, to: group) }
  }

  private func extend(_ counts: inout [UInt32], to group: Int) {
    counts.append(contentsOf: repeatElement(0, count: (group + 1) * stride - counts.count))
  }

  private mutating func add(_ lead: LeadRecord, _ pair: StagePair, to group: Int) {
    let from = lead.firstEntry[pair.from.index]
    let to = lead.firstEntry[pair.to.index]
    guard from != 0, to != 0 else { return }
    if group >= distances.count {
      distances.append(contentsOf: repeatElement([], count: group + 1 - distances.count))
    }
    distances[group].append(Int64(to) - Int64(from))
  }

  /// The report of what was added. Immature steps have no estimate yet: see ``StepTimesScan``.
  public consuming func report() -> FunnelReport {
    var all = Tally(states: placer.stateCount)
    var made: [FunnelGroup] = []
    for group in 0..<counts.count / stride {
      let tally = Tally(
        states: placer.stateCount, counts: counts[group * stride..<(group + 1) * stride],
        distances: group < distances.count ? distances[group] : [])
      guard tally.cohort > 0 else { continue }
      all.merge(tally)
      if placer.query.grouping != nil {
        made.append(FunnelGroup(key: UInt32(group), table: tally.table(placer)))
      }
    }
    return FunnelReport(total: all.table(placer), groups: made)
  }
}

/// The histograms of one group: counts by reached mask × state, then by the mask of the stages that were
/// reached and entered.
struct Tally {
  private let states: Int
  private var cells: [UInt32]
  private var entered: [UInt32]
  private var distances: [Int64]

  static func size(states: Int) -> Int { 256 * states + 256 }

  init(states: Int) {
    self.init(states: states, counts: ArraySlice(repeating: 0, count: Tally.size(states: states)), distances: [])
  }

  init(states: Int, counts: ArraySlice<UInt32>, distances: [Int64]) {
    self.states = states
    cells = Array(counts.dropLast(256))
    entered = Array(counts.suffix(256))
    self.distances = distances
  }

  var cohort: Int { entered.reduce(0) { $0 + Int($1) } }

  mutating func merge(_ other: Tally) {
    for index in cells.indices { cells[index] &+= other.cells[index] }
    for index in entered.indices { entered[index] &+= other.entered[index] }
    distances.append(contentsOf: other.distances)
  }

  /// Leads whose mask has all of `with` and none of `without`, by state.
  private func count(with: UInt8, without: UInt8 = 0) -> [Int] {
    var sums = [Int](repeating: 0, count: states)
    for mask in 0..<256 where UInt8(mask) & with == with && UInt8(mask) & without == 0 {
      for state in 0..<states { sums[state] += Int(cells[mask * states + state]) }
    }
    return sums
  }

  private func entered(_ stage: Stage) -> Int {
    entered.indices.reduce(0) { $0 + ($1 & 1 << stage.index != 0 ? Int(entered[$1]) : 0) }
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
