/// One version of the joint commission policy. In force only with the signatures of heads of both departments.
public struct CommissionPolicy: SignedVersion, Sendable, Hashable {
  public let version: UInt16
  public let terms: CommissionTerms
  /// For purchases of that day and later; `nil`: from the day on on which both have signed. A day that lies back when it is
  /// signed is meant so: both sign it.
  public let from: CivilDate?
  public let draftedBy: MemberID?
  public let drafted: Timestamp
  public fileprivate(set) var signatures: [Signature] = []

  public var parties: DepartmentSet { [.marketing, .sales] }

  /// The first day whose purchases it pays for. `nil`: a draft.
  public func firstDay(in zone: ReportingZone) -> CivilDate? { signed.map { from ?? zone.date(of: $0) } }
}

/// Every version of the policy.
public struct CommissionPolicies: Sendable, Equatable {
  /// In the order in which they were drafted.
  public private(set) var versions: [CommissionPolicy] = []

  public init() {}

  public subscript(version: UInt16) -> CommissionPolicy? { versions.first { $0.version == version } }

  /// The policy for the purchases of a day: of the signed versions that hold from that day or an earlier one on, the
  /// highest.
  public func inForce(on day: CivilDate, in zone: ReportingZone) -> CommissionPolicy? {
    versions.filter { policy in policy.firstDay(in: zone).map { $0 <= day } ?? false }
      .max { $0.version < $1.version }
  }

  public var nextVersion: UInt16? { versions.nextVersion }

  mutating func apply(_ draft: CommissionDraft) {
    guard let policy = draft.policy else { return }
    versions.removeAll { $0.version == policy.version }
    versions.append(policy)
  }

  mutating func apply(_ signature: CommissionSignature) {
    guard let sides = DepartmentSet(key: signature.sides) else { return }
    for index in versions.indices where versions[index].version == signature.version {
      versions[index].signatures.append(
        Signature(member: signature.member, sides: sides, at: Timestamp(milliseconds: signature.at)))
    }
  }
}

/// A version, as the journal keeps it.
public struct CommissionDraft: Sendable, Equatable, Codable {
  public var version: UInt16
  public var terms: CommissionTerms
  /// `2026-07-01`.
  public var from: String?
  public var member: MemberID?
  /// Milliseconds UTC.
  public var at: Int64

  public init(version: UInt16, terms: CommissionTerms, from: CivilDate?, member: MemberID?, at: Timestamp) {
    self.version = version
    self.terms = terms
    self.from = from?.iso
    self.member = member
    self.at = at.milliseconds
  }

  /// `nil` if a file was written by something else than this program.
  public var policy: CommissionPolicy? {
    let day = from.flatMap(CivilDate.init(iso:))
    guard version > 0, terms.problem == nil, Currency(code: terms.currency) != nil, (from == nil) == (day == nil) else {
      return nil
    }
    return CommissionPolicy(
      version: version, terms: terms, from: day, draftedBy: member, drafted: Timestamp(milliseconds: at))
  }
}

/// A signature under a version, as the journal keeps it.
public struct CommissionSignature: Sendable, Equatable, Codable {
  public var version: UInt16
  public var member: MemberID
  /// Keys joined by `+`: the departments that the member signs for.
  public var sides: String
  /// Milliseconds UTC.
  public var at: Int64

  public init(version: UInt16, member: MemberID, sides: DepartmentSet, at: Timestamp) {
    self.version = version
    self.member = member
    self.sides = sides.key
    self.at = at.milliseconds
  }
}
