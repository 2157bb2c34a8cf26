/// What is owed against what is delivered, on every version of every agreement that was in force or that offers were
/// made under.
public struct AgreementReport: Sendable, Equatable {
  /// By line, then by version.
  public let balances: [AgreementBalance]
  /// Offers made while no agreement was in force, by line.
  public let without: [LineOffers]
}

public struct LineOffers: Sendable, Equatable {
  public let line: HandoffLine
  public let offered: Int
}

/// Both sides of one version.
public struct AgreementBalance: AgreementCounts, Sendable, Equatable {
  public let line: HandoffLine
  public let version: UInt16
  /// `nil`: offers name a version that is not in the journal any more.
  public let agreement: Agreement?
  /// When it was in force within the period and observation, at a line that stood: seconds since 1970, in order.
  public let inForce: [Range<Int64>]
  public let numbers: [AgreementNumber: Int]
  /// `nil`: none was agreed.
  public let volume: VolumeBalance?

  public subscript(number: AgreementNumber) -> Int { numbers[number] ?? 0 }

  public var terms: AgreementTerms? { agreement?.terms }
}

/// Offers counted under an agreement, or under several: how far each promise was kept.
public protocol AgreementCounts {
  subscript(number: AgreementNumber) -> Int { get }
}

extension AgreementCounts {
  /// Good ÷ decided. What expired is not in it: it is the receiver's silence, and nobody's decision.
  public var quality: Rate { Rate(self[.good], of: self[.decided]) }
  /// Answered in time ÷ (answered in time + missed).
  public var answers: Rate { Rate(self[.answeredInTime], of: self[.answers]) }
  public var contacts: Rate { Rate(self[.contactedInTime], of: self[.contacts]) }
  /// Of the leads given up: worked as often as was agreed.
  public var attempts: Rate {
    Rate(self[.attemptsMade], of: self[.attemptsMade] + self[.attemptsMissed])
  }
  public var overridden: Rate { Rate(self[.overridden], of: self[.offered]) }
}

/// Offers owed and made, by week, month or quarter of the reporting zone.
public struct VolumeBalance: Sendable, Equatable {
  public struct Interval: Sendable, Equatable {
    /// `2026-10`.
    public let label: String
    /// Seconds since 1970: the whole unit.
    public let range: Range<Int64>
    /// The agreed number, times the share of the unit's time in which the version was in force, in the period and
    /// observed.
    public let owed: Double
    public let offered: Int
    /// Part of it lies outside of that time.
    public let isPartial: Bool

    /// Offers made ÷ offers owed; `nil` where nothing was owed.
    public var delivered: Double? { owed > 0 ? Double(offered) / owed : nil }
  }

  public let agreed: AgreedVolume
  public let intervals: [Interval]

  public var owed: Double { intervals.reduce(0) { $0 + $1.owed } }
  public var offered: Int { intervals.reduce(0) { $0 + $1.offered } }
  /// Offers made ÷ offers owed, which may exceed 1; `nil` where nothing was owed.
  public var delivered: Double? { owed > 0 ? Double(offered) / owed : nil }
}

/// A version that holds nobody to anything yet.
public struct AwaitedAgreement: Sendable, Equatable {
  public let agreement: Agreement
  /// The sides whose signature was missing; none: its date had not come.
  public let unsigned: DepartmentSet
}

extension Agreements {
  /// Versions above the one in force at a time: drafts that somebody has to sign, and what both have signed for later.
  public func awaited(at time: Timestamp) -> [AwaitedAgreement] {
    versions.filter { version in
      let held = versions.filter { $0.line == version.line && $0.effective.map { $0 <= time } ?? false }
      return version.version > held.map(\.version).max() ?? 0
    }.map { version in
      let signed = version.signatures.filter { $0.at <= time }
      return AwaitedAgreement(
        agreement: version,
        unsigned: signed.reduce(version.giver.union(version.receiver)) { $0.subtracting($1.sides) })
    }.sorted {
      ($0.agreement.line.packed, $0.agreement.version) < ($1.agreement.line.packed, $1.agreement.version)
    }
  }
}
