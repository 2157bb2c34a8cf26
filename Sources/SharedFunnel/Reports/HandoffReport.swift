/// What is asked of the crossings.
public struct HandoffQuery: Sendable {
  /// Offers made (and crossings seen) in here, in seconds since 1970; `nil`: all.
  public var period: Range<UInt32>?
  /// Outcomes as of then.
  public var asOf: UInt32
  /// Leads to count, by slot of their record; `nil`: all.
  public var slots: Set<UInt32>?

  public init(asOf: Timestamp) {
    self.asOf = asOf.wholeSeconds
  }
}

/// Offers over one line, or over all.
public struct HandoffCounts: Sendable, Equatable {
  /// accepted + rejected + expired + withdrawn + pending.
  public var offered = 0
  public var accepted = 0
  public var rejected = 0
  public var expired = 0
  public var withdrawn = 0
  public var pending = 0
  /// Crossings without an offer; in no other number.
  public var unrecorded = 0
  /// Accepted ÷ (accepted + rejected + expired); `nil` while none of them happened.
  public var acceptance: Double?
  public var acceptanceInterval: Interval?
  /// Seconds from offer to answer, over the accepted and the rejected.
  public var answered = 0
  public var p50: Double?
  public var p90: Double?
  public var slowest: Int64?
}

extension HandoffCounts {
  /// Accepted of those that were accepted, rejected or expired.
  public var acceptanceRate: Rate { Rate(accepted, of: accepted + rejected + expired) }
}

/// Rejections for one reason.
public struct ReasonCount: Sendable, Equatable {
  public let reason: TermID
  public let count: Int
}

/// Crossings between one giver and one receiver.
public struct LineCounts: Sendable, Equatable {
  public let giver: DepartmentSet
  public let receiver: DepartmentSet
  public let counts: HandoffCounts
}

public struct HandoffReport: Sendable, Equatable {
  public let total: HandoffCounts
  public let lines: [LineCounts]
  /// Most frequent first.
  public let rejections: [ReasonCount]
}

/// Adds crossings up to a ``HandoffReport``.
public struct HandoffReportScan: HandoffScan {
  private struct Line: Hashable {
    let giver: UInt16
    let receiver: UInt16
  }
  private struct Tally {
    var outcomes = [Int](repeating: 0, count: 8)
    var times: [Int64] = []
  }

  private let query: HandoffQuery
  private var lines: [Line: Tally] = [:]
  private var reasons: [UInt32: Int] = [:]

  public init(_ query: HandoffQuery) { self.query = query }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ handoff: HandoffRecord) {
    guard query.includes(handoff) else { return }
    let outcome = handoff.outcome(asOf: query.asOf)
    let isAnswer = outcome == HandoffOutcome.accepted.rawValue || outcome == HandoffOutcome.rejected.rawValue
    let line = Line(giver: handoff.giver, receiver: handoff.receiver)
    lines[line, default: Tally()].outcomes[Int(outcome & 7)] += 1
    if isAnswer {
      lines[line, default: Tally()].times.append(Int64(handoff.answered) - Int64(handoff.offered))
    }
    if outcome == HandoffOutcome.rejected.rawValue { reasons[handoff.reason, default: 0] += 1 }
  }

  public consuming func report() -> HandoffReport {
    var all = Tally()
    for tally in lines.values {
      for index in all.outcomes.indices { all.outcomes[index] += tally.outcomes[index] }
      all.times.append(contentsOf: tally.times)
    }
    let made = lines.map { line, tally in
      LineCounts(
        giver: DepartmentSet(rawValue: line.giver), receiver: DepartmentSet(rawValue: line.receiver),
        counts: HandoffReportScan.counts(tally))
    }
    return HandoffReport(
      total: HandoffReportScan.counts(all),
      lines: made.sorted { ($0.giver.rawValue, $0.receiver.rawValue) < ($1.giver.rawValue, $1.receiver.rawValue) },
      rejections: reasons.map { ReasonCount(reason: TermID(rawValue: $0.key), count: $0.value) }
        .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) })
  }

  private static func counts(_ tally: Tally) -> HandoffCounts {
    func number(_ outcome: HandoffOutcome) -> Int { tally.outcomes[Int(outcome.rawValue)] }
    var counts = HandoffCounts()
    counts.accepted = number(.accepted)
    counts.rejected = number(.rejected)
    counts.expired = number(.expired)
    counts.withdrawn = number(.withdrawn)
    counts.pending = number(.pending)
    counts.unrecorded = number(.unrecorded)
    counts.offered = counts.accepted + counts.rejected + counts.expired + counts.withdrawn + counts.pending
    let decided = counts.accepted + counts.rejected + counts.expired
    counts.acceptance = decided > 0 ? Double(counts.accepted) / Double(decided) : nil
    counts.acceptanceInterval = Interval.wilson(successes: counts.accepted, of: decided)
    var times = tally.times
    counts.answered = times.count
    counts.p50 = Quantile.type7(&times, 0.5)
    counts.p90 = Quantile.type7(&times, 0.9)
    counts.slowest = times.max()
    return counts
  }
}

extension HandoffQuery {
  @inline(__always)
  func includes(_ handoff: HandoffRecord) -> Bool {
    if let period, !period.contains(handoff.offered) { return false }
    if let slots, !slots.contains(handoff.slot) { return false }
    return true
  }
}

/// The leads behind one number of a ``HandoffReport``, one a crossing.
public struct HandoffListScan: HandoffScan {
  private let query: HandoffQuery
  /// `nil`: every offer, whatever came of it.
  private let outcome: HandoffOutcome?
  public private(set) var records: [HandoffRecord] = []

  public init(_ query: HandoffQuery, outcome: HandoffOutcome?) {
    self.query = query
    self.outcome = outcome
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ handoff: HandoffRecord) {
    guard query.includes(handoff) else { return }
    let found = handoff.outcome(asOf: query.asOf)
    let isListed = outcome.map { found == $0.rawValue } ?? (found != HandoffOutcome.unrecorded.rawValue)
    if isListed { records.append(handoff) }
  }
}

/// The slots of the leads that a filter lets through, for ``HandoffQuery/slots``.
public struct SlotScan: LeadScan {
  private let filter: LeadFilter.Pattern
  private var slot: UInt32 = 0
  public private(set) var slots: Set<UInt32> = []

  public init(_ filter: LeadFilter, departmentsByOwner: [UInt16]) {
    self.filter = LeadFilter.Pattern(filter, departmentsByOwner)
  }

  /// Counts empty places too, since a slot is a place.
  public mutating func add(page: RawSpan) {
    var offset = 0
    while offset + LeadRecord.byteCount <= page.byteCount {
      add(LeadRecord(page, at: offset))
      offset += LeadRecord.byteCount
    }
  }

  public mutating func add(_ lead: LeadRecord) {
    if lead.lead != 0, filter.matches(lead) { slots.insert(slot) }
    slot += 1
  }
}
