/// Where one lead stands in a funnel report: every count and every list of the report is a question to
/// this value, which is why they agree.
struct Placement {
  /// Entry to the cohort, seconds since 1970.
  var entry: UInt32
  /// The first stage that counts for the lead, 1...8.
  var entryStage: UInt8
  /// Bit k - 1: the lead came to stage k, as the mode says, in the window.
  var reached: UInt8
  /// Bit k - 1: it entered stage k itself, in the window.
  var entered: UInt8
  /// See ``FunnelScan``: open and seen to the end, open and not, or lost in one of the buckets.
  var state: Int
}

/// Answers where leads stand; prepared once for a query.
struct Placer {
  /// Open, and either there is no window or the whole window was observed.
  static let openMature = 0
  /// Open, and part of the window still lies ahead.
  static let openImmature = 1
  static let firstBucket = 2

  let query: FunnelQuery
  // The question once more as plain numbers, since reading optionals costs more than all the rest.
  private let mode: FunnelQuery.Mode
  private let filter: LeadFilter.Pattern
  /// 0: the stage where each lead entered.
  private let from: UInt8
  /// First and last second of the period.
  private let period: (first: UInt32, last: UInt32)
  /// The largest value where there is none.
  private let window: UInt32
  private let hasWindow: Bool
  private let grouping: Dimension?
  let pair: StagePair?
  /// Who a loss is charged to, in the order of the states from ``firstBucket`` on.
  let buckets: [LossBucket]
  private let starts: [UInt32]
  /// Bucket by span of ownership × stage number.
  private let bucketOf: [Int]

  init(_ query: FunnelQuery) {
    self.query = query
    mode = query.mode
    filter = LeadFilter.Pattern(query.filter, query.departmentsByOwner)
    from = query.from?.rawValue ?? 0
    // No second lies in an empty period.
    period = query.period.map { $0.isEmpty ? (1, 0) : ($0.lowerBound, $0.upperBound - 1) } ?? (0, .max)
    window = query.window ?? .max
    hasWindow = query.window != nil
    grouping = query.grouping
    pair = query.pair
    var buckets: [LossBucket] = [.inHandoff, .nobody]
    let spans = [Timestamp(milliseconds: .min)] + query.ownership.changes.map(Timestamp.init(milliseconds:))
    var bucketOf: [Int] = []
    for start in spans {
      bucketOf.append(1)
      for stage in Stage.allCases {
        let bucket = LossBucket.owner(query.ownership.owners(of: stage, at: start))
        let index = buckets.firstIndex(of: bucket) ?? buckets.count
        if index == buckets.count { buckets.append(bucket) }
        bucketOf.append(index)
      }
    }
    self.buckets = buckets
    starts = spans.map(\.wholeSeconds)
    self.bucketOf = bucketOf
  }

  var stateCount: Int { Placer.firstBucket + buckets.count }

  /// `nil` for a lead outside the filter or the cohort.
  @inline(__always)
  func place(_ lead: LeadRecord) -> Placement? {
    guard filter.matches(lead) else { return nil }
    let entryStage = from != 0 ? from : lead.entryStage
    // A damaged record is in no cohort; `check` names it.
    guard entryStage >= 1, entryStage <= 8 else { return nil }
    let entry = lead.firstEntry[Int(entryStage) - 1]
    guard entry != 0, entry >= period.first, entry <= period.last else { return nil }
    let end = entry.addingReportingOverflow(window)
    let limit = end.overflow ? .max : end.partialValue
    let entered = Placer.mask(lead.firstEntry, until: limit)
    let reached: UInt8
    switch mode {
    case .reached: reached = Placer.span(from: entryStage, to: 8 - UInt8(entered.leadingZeroBitCount))
    case .any: reached = entered
    case .strict: reached = Placer.mask(strictArrivals(lead, from: entryStage), until: limit)
    }
    return Placement(
      entry: entry, entryStage: entryStage, reached: reached, entered: entered, state: state(of: lead, until: limit))
  }

  @inline(__always)
  private func state(of lead: LeadRecord, until limit: UInt32) -> Int {
    if lead.lostAt != 0 && lead.lostAt <= limit {
      guard !lead.isInHandoff else { return Placer.firstBucket }
      var span = starts.count - 1
      while span > 0, starts[span] > lead.lostAt { span -= 1 }
      return Placer.firstBucket + bucketOf[span * 9 + Int(min(lead.stage, 8))]
    }
    guard hasWindow else { return Placer.openMature }
    return limit < observedUntil(lead) ? Placer.openMature : Placer.openImmature
  }

  @inline(__always)
  func observedUntil(_ lead: LeadRecord) -> UInt32 {
    let feed = Int(lead.feed)
    guard feed > 0, feed < query.observedUntilByFeed.count else { return query.observedUntil }
    return query.observedUntilByFeed[feed]
  }

  /// The number of the lead's group in the query's dimension.
  @inline(__always)
  func group(of lead: LeadRecord, _ place: Placement) -> UInt32 {
    switch grouping {
    case .source: min(lead.source, query.groupLimit)
    case .campaign: min(lead.campaign, query.groupLimit)
    case .segment: min(lead.segment, query.groupLimit)
    case .owner: min(lead.owner, query.groupLimit)
    case .department: query.departmentsByOwner.department(ofOwner: lead.owner)
    case .month: UInt32(query.months.place(of: place.entry))
    case nil: 0
    }
  }

  /// Bit k - 1 for a time in 1...limit at place k - 1.
  @inline(__always)
  private static func mask(_ times: SIMD8<UInt32>, until limit: UInt32) -> UInt8 {
    // 0 wraps to the largest value, so that never is after every limit. Whole vectors would read better,
    // but `.>` and `replacing(with:where:)` go through memory lane by lane: five times slower.
    let latest = limit &- 1
    var bits: UInt32 = 0
    for index in 0..<8 { bits |= (times[index] &- 1 <= latest ? 1 : 0) << UInt32(index) }
    return UInt8(truncatingIfNeeded: bits)
  }

  @inline(__always)
  private static func span(from low: UInt8, to high: UInt8) -> UInt8 {
    guard high >= low, low > 0 else { return 0 }
    return UInt8(truncatingIfNeeded: (UInt16(1) << UInt16(high)) &- (UInt16(1) << UInt16(low - 1)))
  }

  /// When the lead came to each stage from `entryStage` on, each in order; 0 for never.
  ///
  /// The chain is the lead's own, which knows of entries after the first ones. With `--from` it is the
  /// part of that chain behind the stage, or runs over the first entries: whichever comes farther.
  func strictArrivals(_ lead: LeadRecord, from entryStage: UInt8) -> SIMD8<UInt32> {
    let first = Placer.ordered(lead.firstEntry, from: entryStage)
    guard lead.hasOwnChain, let chain = query.chains[lead.lead] else { return first }
    let own = Placer.ordered(chain, from: entryStage)
    guard entryStage != lead.entryStage else { return own }
    // Never (0) is later than any time, hence the wrapping.
    return (first &- 1).replacing(with: own &- 1, where: (own &- 1) .< (first &- 1)) &+ 1
  }

  /// When the lead came to a stage, 1...8, as the mode says; 0 for never. In the window or not.
  ///
  /// - Parameter entryStage: that of the lead's placement.
  func arrival(of lead: LeadRecord, at stage: UInt8, from entryStage: UInt8) -> UInt32 {
    let index = Int(stage) - 1
    switch mode {
    case .any: return lead.firstEntry[index]
    case .strict: return strictArrivals(lead, from: entryStage)[index]
    case .reached:
      // Never (0) wraps to the largest value.
      var earliest = UInt32.max
      for later in index..<8 { earliest = min(earliest, lead.firstEntry[later] &- 1) }
      return earliest &+ 1
    }
  }

  private static func ordered(_ times: SIMD8<UInt32>, from entryStage: UInt8) -> SIMD8<UInt32> {
    var chain = SIMD8<UInt32>(repeating: 0)
    var latest: UInt32 = 0
    for index in Int(entryStage) - 1..<8 {
      guard times[index] != 0, times[index] >= latest else { break }
      latest = times[index]
      chain[index] = latest
    }
    return chain
  }
}

/// Who answers for a loss.
public enum LossBucket: Sendable, Hashable {
  /// Lost while an offer was open, expired or rejected.
  case inHandoff
  /// Lost before it entered any stage.
  case nobody
  /// The owners of the stage it was lost from, at that time; a shared stage is one bucket.
  case owner(DepartmentSet)

  /// `marketing`, `marketing+sales`, `in_handoff` or `nobody`.
  public var key: String {
    switch self {
    case .inHandoff: "in_handoff"
    case .nobody: "nobody"
    case .owner(let departments): departments.key
    }
  }

  /// What ``key`` wrote.
  public init?(key: String) {
    switch key {
    case "in_handoff": self = .inHandoff
    case "nobody": self = .nobody
    default:
      guard let departments = DepartmentSet(key: key) else { return nil }
      self = .owner(departments)
    }
  }
}
