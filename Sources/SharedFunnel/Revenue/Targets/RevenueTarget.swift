/// One version of the revenue that both departments answer for in a period, with what is locked for it: the model of
/// credit, and what "sourced" means.
public struct RevenueTarget: SignedVersion, Sendable, Hashable {
  public let period: TargetPeriod
  /// From 1 on, by period.
  public let version: UInt16
  public let amount: Money
  public let plan: TargetPlan
  public let parts: [TargetPart]
  public let model: CreditModel
  public let sourcing: SourcingDefinition
  public let draftedBy: MemberID?
  public let drafted: Timestamp
  public fileprivate(set) var signatures: [Signature] = []

  public var parties: DepartmentSet { [.marketing, .sales] }

  /// Since when it counts: since both have signed. `nil`: a draft.
  public var effective: Timestamp? { signed }
}

/// Every version of every target, and which periods are closed.
public struct RevenueTargets: Sendable, Equatable {
  /// In the order in which they were set.
  public private(set) var versions: [RevenueTarget] = []

  public init() {}

  /// The versions for a period, oldest first.
  public func versions(of period: TargetPeriod) -> [RevenueTarget] { versions.filter { $0.period == period } }

  /// The target that counted at a time: of the versions that both had signed by then, the highest.
  public func inForce(for period: TargetPeriod, at time: Timestamp) -> RevenueTarget? {
    versions(of: period).filter { $0.effective.map { $0 <= time } ?? false }.max { $0.version < $1.version }
  }

  /// Periods with a target, by their first day.
  public var periods: [TargetPeriod] {
    Set(versions.map(\.period)).sorted { ($0.first, $0.after, $0.label) < ($1.first, $1.after, $1.label) }
  }

  public func nextVersion(of period: TargetPeriod) -> UInt16? { versions(of: period).nextVersion }

  mutating func apply(_ draft: TargetDraft) {
    guard let target = draft.target else { return }
    versions.removeAll { $0.period == target.period && $0.version == target.version }
    versions.append(target)
  }

  mutating func apply(_ signature: TargetSignature) {
    guard let sides = DepartmentSet(key: signature.sides) else { return }
    for index in versions.indices
    where versions[index].period.label == signature.period && versions[index].version == signature.version {
      versions[index].signatures.append(
        Signature(member: signature.member, sides: sides, at: Timestamp(milliseconds: signature.at)))
    }
  }
}

/// A version of a target, as the journal keeps it.
public struct TargetDraft: Sendable, Equatable, Codable {
  public var period: String
  /// `2026-10-01`, and the first day behind.
  public var first: String
  public var after: String
  public var version: UInt16
  public var minor: Int64
  public var currency: String
  public var plan: TargetPlan
  public var parts: [TargetPart]
  public var model: CreditModel
  public var sourcing: SourcingDefinition
  public var member: MemberID?
  /// Milliseconds UTC.
  public var at: Int64

  public init(_ target: RevenueTarget) {
    period = target.period.label
    first = target.period.first.iso
    after = target.period.after.iso
    version = target.version
    minor = target.amount.minor
    currency = target.amount.currency.code
    plan = target.plan
    parts = target.parts
    model = target.model
    sourcing = target.sourcing
    member = target.draftedBy
    at = target.drafted.milliseconds
  }

  /// `nil` if a file was written by something else than this program.
  public var target: RevenueTarget? {
    guard let period = TargetPeriod(label: period, first: first, after: after), let currency = Currency(code: currency),
      minor > 0, version > 0, parts.mismatch(with: minor) == nil
    else { return nil }
    return RevenueTarget(
      period: period, version: version, amount: Money(minor: minor, currency: currency), plan: plan, parts: parts,
      model: model, sourcing: sourcing, draftedBy: member, drafted: Timestamp(milliseconds: at))
  }
}

/// A signature under a version, as the journal keeps it.
public struct TargetSignature: Sendable, Equatable, Codable {
  public var period: String
  public var version: UInt16
  public var member: MemberID
  /// Keys joined by `+`: the departments that the member signs for.
  public var sides: String
  /// Milliseconds UTC.
  public var at: Int64

  public init(_ target: RevenueTarget, member: MemberID, sides: DepartmentSet, at: Timestamp) {
    period = target.period.label
    version = target.version
    self.member = member
    self.sides = sides.key
    self.at = at.milliseconds
  }
}

extension RevenueTarget {
  public init(
    period: TargetPeriod, version: UInt16, amount: Money, plan: TargetPlan = .linear, parts: [TargetPart] = [],
    model: CreditModel = .positionBased, sourcing: SourcingDefinition = .creation, draftedBy: MemberID?,
    drafted: Timestamp
  ) {
    self.period = period
    self.version = version
    self.amount = amount
    self.plan = plan
    self.parts = parts
    self.model = model
    self.sourcing = sourcing
    self.draftedBy = draftedBy
    self.drafted = drafted
  }
}

extension RevenueTarget {
  /// Whether another version would change nothing.
  public func says(what other: RevenueTarget) -> Bool {
    amount == other.amount && plan == other.plan && parts == other.parts && model == other.model
      && sourcing == other.sourcing
  }
}

extension RevenueTargets {
  /// The period that reports are on where none is named: the shortest with a target in force that holds the time, else
  /// its calendar quarter.
  public func period(holding time: Timestamp, in zone: ReportingZone) throws(DateTextError) -> TargetPeriod {
    let today = zone.date(of: time)
    let held = periods.filter { $0.contains(today) && inForce(for: $0, at: time) != nil }
    let shortest = held.min {
      ($0.after.daysSinceEpoch - $0.first.daysSinceEpoch, $0.label)
        < ($1.after.daysSinceEpoch - $1.first.daysSinceEpoch, $1.label)
    }
    if let shortest { return shortest }
    return try TargetPeriod(text: PeriodUnit.quarter.label(today), fiscalStart: 1)
  }
}
