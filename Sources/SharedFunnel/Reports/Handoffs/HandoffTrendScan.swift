/// What is asked of a rate over offers through time.
public struct HandoffTrendQuery: Sendable {
  /// Which offers, and as of when.
  public var handoffs: HandoffQuery
  public var rate: HandoffRate
  /// An offer belongs to the month in which it was made.
  public var periods: PeriodTable
  /// The group of each lead by the slot of its record; `nil`: no groups.
  public var groups: [UInt32]?

  public init(_ handoffs: HandoffQuery, rate: HandoffRate, periods: PeriodTable, groups: [UInt32]? = nil) {
    self.handoffs = handoffs
    self.rate = rate
    self.periods = periods
    self.groups = groups
  }

  /// Where an offer stands; `nil` for one that never counts.
  func place(
    _ handoff: HandoffRecord
  ) -> (row: Int, group: UInt32, observation: (seconds: Int64, outcome: CumulativeIncidence.Outcome))? {
    guard handoffs.includes(handoff), !periods.starts.isEmpty,
      let observation = rate.observation(of: handoff, asOf: handoffs.asOf)
    else { return nil }
    let slot = Int(handoff.slot)
    let isWaiting = handoff.slot == HandoffRecord.noSlot
    let known = isWaiting ? handoffs.waitingGroups[handoff.lead] ?? 0 : nil
    let group = groups.map { known ?? (slot < $0.count ? $0[slot] : 0) } ?? 0
    return (periods.place(of: handoff.offered), group, observation)
  }
}

/// Adds offers up to a ``TrendReport``.
public struct HandoffTrendScan: HandoffScan {
  private typealias Observation = (seconds: Int64, outcome: CumulativeIncidence.Outcome)

  private let query: HandoffTrendQuery
  /// By group, then by month.
  private var observations: [UInt32: [Int: [Observation]]] = [:]

  public init(_ query: HandoffTrendQuery) { self.query = query }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ handoff: HandoffRecord) {
    guard let place = query.place(handoff) else { return }
    observations[place.group, default: [:]][place.row, default: []].append(place.observation)
  }

  public consuming func report() -> TrendReport {
    var all: [Int: [Observation]] = [:]
    for group in observations.values { all.merge(group) { $0 + $1 } }
    var rows = Array(query.periods.starts.indices)
    // Without a period the rows are those between the first and the last offer.
    let isBounded = query.handoffs.period != nil
    if !isBounded { rows = Array(rows.drop { all[$0] == nil }) }
    while let last = rows.last, all[last] == nil, !isBounded || query.periods.starts[last] >= query.handoffs.asOf {
      rows.removeLast()
    }
    let sizes = observations.mapValues { $0.values.reduce(0) { $0 + $1.count } }
    let groups = query.groups == nil ? [] : sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return TrendReport(
      points: rows.map { point($0, all[$0] ?? []) },
      groups: groups.map { key in
        TrendGroup(key: key, points: rows.map { point($0, observations[key]?[$0] ?? []) })
      })
  }

  private func point(_ row: Int, _ observed: [Observation]) -> TrendPoint {
    let reached = observed.count { $0.outcome == .reached }
    let unresolved = observed.count { $0.outcome == .open }
    let isImmature = unresolved * 4 > observed.count
    return TrendPoint(
      label: query.periods.labels[row], start: query.periods.starts[row],
      isUnfinished: query.periods.end(of: row).map { $0 > query.handoffs.asOf } ?? true,
      rate: Rate(reached, of: observed.count - unresolved),
      isAhead: unresolved > 0 && unresolved == observed.count, unresolved: unresolved, isImmature: isImmature,
      estimate: isImmature && unresolved < observed.count ? CumulativeIncidence(observed, by: .max) : nil)
  }
}

/// The offers behind one number of a ``TrendReport``.
public struct HandoffTrendListScan: HandoffScan {
  private let query: HandoffTrendQuery
  private let start: UInt32
  private let number: TrendNumber
  public private(set) var records: [HandoffRecord] = []

  /// - Parameter start: first second of the point.
  public init(_ query: HandoffTrendQuery, point start: UInt32, number: TrendNumber) {
    self.query = query
    self.start = start
    self.number = number
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ handoff: HandoffRecord) {
    guard let place = query.place(handoff), query.periods.starts[place.row] == start else { return }
    let isListed =
      switch number {
      case .numerator: place.observation.outcome == .reached
      case .denominator: place.observation.outcome != .open
      case .unresolved: place.observation.outcome == .open
      }
    if isListed { records.append(handoff) }
  }
}

/// Which number of a point a list is asked for.
public enum TrendNumber: String, Sendable, CaseIterable {
  case numerator, denominator, unresolved
}

/// The group of each lead in the query's dimension, by the slot of its record: for
/// ``HandoffTrendQuery/groups``.
public struct SlotGroupScan: LeadScan {
  private let placer: Placer
  public private(set) var groups: [UInt32] = []

  public init(_ query: FunnelQuery) { placer = Placer(query) }

  /// Counts empty places too, since a slot is a place.
  public mutating func add(page: RawSpan) {
    var offset = 0
    while offset + LeadRecord.byteCount <= page.byteCount {
      add(LeadRecord(page, at: offset))
      offset += LeadRecord.byteCount
    }
  }

  public mutating func add(_ lead: LeadRecord) {
    groups.append(placer.place(lead).map { placer.group(of: lead, $0) } ?? 0)
  }
}

/// The first and the last offer, to lay out the months of a report.
public struct OfferRangeScan: HandoffScan {
  public private(set) var first: UInt32?
  public private(set) var last: UInt32?

  public init() {}

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ handoff: HandoffRecord) {
    first = min(first ?? .max, handoff.offered)
    last = max(last ?? 0, handoff.offered)
  }
}
