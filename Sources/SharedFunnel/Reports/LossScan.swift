/// What is asked of losses.
public struct LossQuery: Sendable {
  /// The cohort: filter, ownership, and in its period the entries.
  public var funnel: FunnelQuery
  /// Losses in here, in seconds since 1970; `nil`: all.
  public var period: Range<UInt32>?
  /// The reason of each lost lead that has one, by lead number: the records have no room for it.
  public var reasons: [UInt32: UInt32]
  /// The months that losses are counted in.
  public var months: PeriodTable

  public init(
    _ funnel: FunnelQuery, period: Range<UInt32>?, reasons: [UInt32: UInt32] = [:],
    months: PeriodTable = PeriodTable(starts: [], labels: [])
  ) {
    self.funnel = funnel
    self.funnel.window = nil
    self.funnel.from = nil
    self.period = period
    self.reasons = reasons
    self.months = months
  }
}

/// Collects the lost leads of a cohort, and reports on them.
public struct LossScan: LeadScan {
  private struct Loss {
    let lead: UInt32
    let at: UInt32
    let stage: UInt8
    let bucket: LossBucket
    let source: UInt32
    let campaign: UInt32
    let segment: UInt32
    /// Seconds in the stage before; `nil`: it was in none.
    let stay: Int64?
  }

  private let query: LossQuery
  private let placer: Placer
  private var cohort = 0
  private var losses: [Loss] = []

  public init(_ query: LossQuery) {
    self.query = query
    placer = Placer(query.funnel)
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    guard let place = placer.place(lead) else { return }
    if let period = query.period {
      guard place.entry < period.upperBound, lead.lostAt == 0 || lead.lostAt >= period.lowerBound else { return }
    }
    cohort += 1
    // A lead that was reopened is not lost: its record says never.
    guard lead.lostAt != 0, query.period?.contains(lead.lostAt) ?? true else { return }
    losses.append(
      Loss(
        lead: lead.lead, at: lead.lostAt, stage: lead.stage,
        bucket: placer.buckets[max(0, place.state - Placer.firstBucket)], source: lead.source,
        campaign: lead.campaign, segment: lead.segment,
        stay: lead.since == 0 ? nil : Int64(lead.lostAt) - Int64(lead.since)))
  }

  /// - Parameter dimensions: the ways to break the losses down, in this order.
  public func report(by dimensions: [LossDimension]) -> LossReport {
    LossReport(
      cohort: cohort, lost: losses.count, stay: LossScan.stay(losses),
      breakdowns: dimensions.map { LossBreakdown(dimension: $0, rows: rows($0)) })
  }

  /// The leads behind a number: all losses, or those that have every one of the keys.
  public func leads(_ keys: [(dimension: LossDimension, key: LossKey)]) -> [LeadID] {
    losses.filter { loss in keys.allSatisfy { key(of: loss, $0.dimension) == $0.key } }
      .map { LeadID(rawValue: $0.lead) }
  }

  private func key(of loss: Loss, _ dimension: LossDimension) -> LossKey {
    switch dimension {
    case .reason: .number(query.reasons[loss.lead] ?? 0)
    case .stage: .number(UInt32(loss.stage))
    case .owner: .bucket(loss.bucket)
    case .source: .number(loss.source)
    case .campaign: .number(loss.campaign)
    case .segment: .number(loss.segment)
    case .month: .number(UInt32(query.months.place(of: loss.at)))
    }
  }

  /// The largest first; stages and months in their own order.
  private func rows(_ dimension: LossDimension) -> [LossRow] {
    let byKey = Dictionary(grouping: losses) { key(of: $0, dimension) }
    return byKey.map { key, losses in
      LossRow(
        key: key, lost: losses.count, shareOfCohort: Rate(losses.count, of: cohort),
        shareOfLosses: Rate(losses.count, of: self.losses.count), stay: LossScan.stay(losses))
    }.sorted { left, right in
      if dimension != .stage, dimension != .month, left.lost != right.lost { return left.lost > right.lost }
      return left.key.precedes(right.key)
    }
  }

  private static func stay(_ losses: [Loss]) -> StayBeforeLoss {
    var times = losses.compactMap(\.stay)
    return StayBeforeLoss(timed: times.count, p50: Quantile.type7(&times, 0.5))
  }
}

extension LossKey {
  /// Any order, always the same.
  fileprivate func precedes(_ other: LossKey) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): left < right
    case (.bucket(let left), .bucket(let right)): left.key < right.key
    case (.number, .bucket): true
    case (.bucket, .number): false
    }
  }
}

/// The first and the last loss, to lay out the months of a report.
public struct LossRangeScan: LeadScan {
  public private(set) var first: UInt32?
  public private(set) var last: UInt32?

  public init() {}

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    guard lead.lostAt != 0 else { return }
    first = min(first ?? .max, lead.lostAt)
    last = max(last ?? 0, lead.lostAt)
  }
}
