/// What is asked of agreements.
public struct AgreementQuery: Sendable {
  /// Offers made in here, in seconds since 1970, and what is owed for it; `nil`: all.
  public var period: Range<UInt32>?
  /// Outcomes as of then; nothing is owed for later.
  public var asOf: Timestamp
  public var agreements: Agreements
  public var ownership: Ownership
  /// In which weeks, months and quarters are cut.
  public var zone: ReportingZone
  /// Only agreements on this line, and offers under them; `nil`: all.
  public var line: HandoffLine?

  public init(agreements: Agreements, ownership: Ownership, zone: ReportingZone, asOf: Timestamp) {
    self.agreements = agreements
    self.ownership = ownership
    self.zone = zone
    self.asOf = asOf
  }

  /// What is owed is owed for this time.
  fileprivate var observed: Range<Int64> {
    let end = asOf.seconds
    guard let period else { return Swift.min(0, end)..<end }
    let start = Swift.min(Int64(period.lowerBound), end)
    return start..<Swift.min(Int64(period.upperBound), end)
  }
}

/// Which offers of a report a list shows.
public struct AgreementChoice: Sendable, Equatable {
  public var number = AgreementNumber.offered
  /// 0: made under no agreement; `nil`: whatever version.
  public var version: UInt16?
  public var line: HandoffLine?
  /// Offers made in here, in seconds since 1970.
  public var interval: Range<Int64>?

  public init() {}
}

/// Adds offers up to an ``AgreementReport``, and keeps those of a choice.
public struct AgreementScan: HandoffScan {
  private struct Key: Hashable {
    let line: UInt8
    let version: UInt16
  }

  private struct Tally {
    var numbers: [AgreementNumber: Int] = [:]
    /// When offers were made, where a volume was agreed.
    var offered: [UInt32] = []
  }

  private let query: AgreementQuery
  private let choice: AgreementChoice?
  private let time: UInt32
  private var timeline: AgreementTimeline
  private var tallies: [Key: Tally] = [:]
  /// The offers of the choice.
  public private(set) var records: [HandoffRecord] = []

  public init(_ query: AgreementQuery, listing choice: AgreementChoice? = nil) {
    self.query = query
    self.choice = choice
    time = query.asOf.wholeSeconds
    timeline = AgreementTimeline(query.agreements)
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ offer: HandoffRecord) {
    guard offer.outcome != HandoffOutcome.unrecorded.rawValue, query.period?.contains(offer.offered) ?? true else {
      return
    }
    let agreement = timeline.agreement(of: offer)
    let key = Key(line: agreement?.line.packed ?? offer.line, version: offer.agreement)
    guard query.line.map({ $0.packed == key.line }) ?? true else { return }
    if let choice {
      if includes(offer, key, agreement?.terms, choice) { records.append(offer) }
      return
    }
    var tally = tallies[key] ?? Tally()
    for number in AgreementNumber.allCases where number.counts(offer, under: agreement?.terms, asOf: time) {
      tally.numbers[number, default: 0] += 1
    }
    if agreement?.terms.volume != nil { tally.offered.append(offer.offered) }
    tallies[key] = tally
  }

  private func includes(
    _ offer: HandoffRecord, _ key: Key, _ terms: AgreementTerms?, _ choice: AgreementChoice
  ) -> Bool {
    (choice.version.map { $0 == key.version } ?? true) && (choice.line.map { $0.packed == key.line } ?? true)
      && (choice.interval.map { $0.contains(Int64(offer.offered)) } ?? true)
      && choice.number.counts(offer, under: terms, asOf: time)
  }

  public func report() -> AgreementReport {
    var held: [Key: [Range<Int64>]] = [:]
    var known: [Key: Agreement] = [:]
    for agreement in query.agreements.versions where query.line.map({ $0 == agreement.line }) ?? true {
      let key = Key(line: agreement.line.packed, version: agreement.version)
      known[key] = agreement
      let spans = timeline.inForce(agreement, within: query.observed, under: query.ownership)
      if !spans.isEmpty { held[key] = spans }
    }
    let keys = Set(held.keys).union(tallies.keys.filter { $0.version != 0 })
      .sorted { ($0.line, $0.version) < ($1.line, $1.version) }
    let without = tallies.filter { $0.key.version == 0 }.sorted { $0.key.line < $1.key.line }
    return AgreementReport(
      balances: keys.compactMap { key in
        HandoffLine(packed: key.line).map { line in
          balance(line, key, known[key], held[key] ?? [], tallies[key] ?? Tally())
        }
      },
      without: without.compactMap { key, tally in
        HandoffLine(packed: key.line).map { LineOffers(line: $0, offered: tally.numbers[.offered] ?? 0) }
      })
  }

  private func balance(
    _ line: HandoffLine, _ key: Key, _ agreement: Agreement?, _ inForce: [Range<Int64>], _ tally: Tally
  ) -> AgreementBalance {
    AgreementBalance(
      line: line, version: key.version, agreement: agreement, inForce: inForce, numbers: tally.numbers,
      volume: agreement?.terms.volume.map { volume($0, inForce, tally.offered) })
  }

  private func volume(_ agreed: AgreedVolume, _ inForce: [Range<Int64>], _ offered: [UInt32]) -> VolumeBalance {
    let starts = inForce.map(\.lowerBound) + (offered.min().map { [Int64($0)] } ?? [])
    let ends = inForce.map(\.upperBound) + (offered.max().map { [Int64($0) + 1] } ?? [])
    guard let start = starts.min(), let end = ends.max() else { return VolumeBalance(agreed: agreed, intervals: []) }
    let grid = PeriodGrid(
      agreed.per.period, from: Timestamp(seconds: start), to: Timestamp(seconds: end), zone: query.zone)
    let intervals = zip(grid.labels, zip(grid.boundaries, grid.boundaries.dropFirst())).compactMap { label, edges in
      interval(label, edges.0..<max(edges.0, edges.1), agreed, inForce, offered)
    }
    return VolumeBalance(agreed: agreed, intervals: intervals)
  }

  private func interval(
    _ label: String, _ unit: Range<Int64>, _ agreed: AgreedVolume, _ inForce: [Range<Int64>], _ offered: [UInt32]
  ) -> VolumeBalance.Interval? {
    let seconds = inForce.reduce(0) { $0 + Int64($1.clamped(to: unit).count) }
    let count = offered.count { unit.contains(Int64($0)) }
    guard seconds > 0 || count > 0 else { return nil }
    return VolumeBalance.Interval(
      label: label, range: unit, owed: Double(agreed.count) * Double(seconds) / Double(unit.count), offered: count,
      isPartial: seconds < Int64(unit.count))
  }
}

extension AgreedVolume.Unit {
  var period: PeriodUnit {
    switch self {
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    }
  }
}
