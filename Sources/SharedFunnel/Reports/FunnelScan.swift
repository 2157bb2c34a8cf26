/// Adds leads up to a ``FunnelReport``.
///
/// A lead is one increment in a histogram over (what it reached, how it stands) and one over what it
/// entered, and every number of every row comes out of these afterwards.
public struct FunnelScan: LeadScan {
  let placer: Placer
  /// The histograms of one group behind the other, see ``Tally``. Flat, for an array of arrays is asked
  /// twice for each lead whether anybody else holds it.
  private var counts: [UInt32] = []
  /// The leads of all further groups, see ``GroupedPlace``: a histogram takes kilobytes, and of a hundred thousand
  /// campaigns most have a lead or two.
  private var places: [UInt64] = []
  /// Seconds between the stages of the query's pair, by group.
  private var distances: [[Int64]] = []
  private let stride: Int
  /// So many groups have a histogram of their own.
  private static let histograms = 1024

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
    if let pair = placer.pair { add(lead, pair, to: group) }
    guard group < FunnelScan.histograms else {
      places.append(GroupedPlace(group: UInt32(group), place).packed)
      return
    }
    let base = group &* stride
    if base >= counts.count { extend(&counts, to: group) }
    counts[base &+ Int(place.reached) &* placer.stateCount &+ place.state] &+= 1
    counts[base &+ stride &- 256 &+ Int(place.reached & place.entered)] &+= 1
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
    func take(_ group: Int, _ tally: Tally) {
      guard tally.cohort > 0 else { return }
      all.merge(tally)
      if placer.query.grouping != nil {
        made.append(FunnelGroup(key: UInt32(group), table: tally.table(placer)))
      }
    }
    func distances(_ group: Int) -> [Int64] { group < self.distances.count ? self.distances[group] : [] }
    for group in 0..<counts.count / stride {
      take(
        group,
        Tally(
          states: placer.stateCount, counts: counts[group * stride..<(group + 1) * stride],
          distances: distances(group)))
    }
    places.sort()
    var first = 0
    while first < places.count {
      let group = GroupedPlace(places[first]).group
      let end = places[first...].firstIndex { GroupedPlace($0).group != group } ?? places.count
      take(
        Int(group),
        Tally(states: placer.stateCount, places: places[first..<end], distances: distances(Int(group))))
      first = end
    }
    return FunnelReport(total: all.table(placer), groups: made)
  }
}
