/// What both sides promise each other at a line.
public struct AgreementTerms: Sendable, Hashable, Codable {
  /// What the giver sees to before it offers a lead.
  public var criteria: [ReadinessCriterion] = []
  /// How long the receiver has to answer.
  public var answer = TimeLimit.defaultAnswer
  /// How long the receiver has, from its acceptance on, to its first contact; `nil`: not agreed.
  public var contact: TimeLimit?
  /// How many contacts the receiver owes a lead before it gives it back or gives it up; `nil`: not agreed.
  public var attempts: Int?
  public var silence = Silence.expired
  /// Days of 24 hours within which a rejection or a return can be disputed.
  public var disputeDays = AgreementTerms.defaultDisputeDays
  /// Leads that the giver owes; `nil`: not agreed.
  public var volume: AgreedVolume?
  /// Share of its offers, in percent of those decided, that the giver owes to be accepted; `nil`: not agreed.
  public var quality: Int?

  public static let defaultDisputeDays = 14

  /// What is out of bounds; `nil`: nothing.
  public var problem: Problem? {
    let year: Int64 = 366 * 86_400
    if !(60...year).contains(answer.seconds) { return .answer }
    if let contact, !(60...year).contains(contact.seconds) { return .contact }
    if let attempts, !(1...1000).contains(attempts) { return .attempts }
    if !(0...366).contains(disputeDays) { return .disputeDays }
    if let volume, !(1...1_000_000_000).contains(volume.count) { return .volume }
    if let quality, !(0...100).contains(quality) { return .quality }
    return nil
  }

  public enum Problem: Sendable { case answer, contact, attempts, disputeDays, volume, quality }

  public init() {}
}

/// So many leads in each week, month or quarter of the reporting zone.
public struct AgreedVolume: Sendable, Hashable, Codable {
  public enum Unit: String, Sendable, Hashable, Codable, CaseIterable { case week, month, quarter }

  public var count: Int
  public var per: Unit

  public init(count: Int, per: Unit) {
    self.count = count
    self.per = per
  }
}

/// One version of what two departments agreed on for a line.
public struct Agreement: SignedVersion, Sendable, Hashable {
  public let line: HandoffLine
  /// From 1 on, by line.
  public let version: UInt16
  public let giver: DepartmentSet
  public let receiver: DepartmentSet
  public let terms: AgreementTerms
  /// From when on it is meant to hold.
  public let from: Timestamp
  public let draftedBy: MemberID?
  public fileprivate(set) var signatures: [Signature] = []

  public var parties: DepartmentSet { giver.union(receiver) }

  /// Since when it holds: from the agreed date on, and not before both have signed. `nil`: a draft.
  public var effective: Timestamp? { signed.map { max(from, $0) } }
}

/// Every version of every agreement.
public struct Agreements: Sendable, Equatable {
  public private(set) var versions: [Agreement] = []

  public init() {}

  /// The versions for a line, oldest first.
  public func versions(of line: HandoffLine) -> [Agreement] { versions.filter { $0.line == line } }

  /// The agreement for a line at a time: of the signed versions in force by then, the highest. An offer over several
  /// lines follows the agreement of the last one, which is the receiver's.
  public func inForce(for line: HandoffLine, at time: Timestamp) -> Agreement? {
    let held = versions.filter { ($0.effective.map { $0 <= time }) ?? false }
    let exact = held.filter { $0.line == line }
    let near = held.filter { $0.line.to == line.to && ($0.line.from < $0.line.to) == (line.from < line.to) }
    return (exact.isEmpty ? near : exact).max { $0.version < $1.version }
  }

  public func nextVersion(of line: HandoffLine) -> UInt16? { versions(of: line).nextVersion }

  mutating func apply(_ draft: AgreementDraft) {
    guard let agreement = draft.agreement else { return }
    versions.removeAll { $0.line == agreement.line && $0.version == agreement.version }
    versions.append(agreement)
  }

  mutating func apply(_ signature: AgreementSignature) {
    guard let line = HandoffLine(packed: signature.line), let sides = DepartmentSet(key: signature.sides) else {
      return
    }
    for index in versions.indices where versions[index].line == line && versions[index].version == signature.version {
      versions[index].signatures.append(
        Signature(member: signature.member, sides: sides, at: Timestamp(milliseconds: signature.at)))
    }
  }
}

/// A new version, as the journal keeps it.
public struct AgreementDraft: Sendable, Equatable, Codable {
  /// ``HandoffLine/packed``.
  public var line: UInt8
  public var version: UInt16
  /// Keys joined by `+`.
  public var giver: String
  public var receiver: String
  public var terms: AgreementTerms
  /// Milliseconds UTC.
  public var from: Int64
  public var member: MemberID?

  public init(
    line: HandoffLine, version: UInt16, giver: DepartmentSet, receiver: DepartmentSet, terms: AgreementTerms,
    from: Timestamp, member: MemberID?
  ) {
    self.line = line.packed
    self.version = version
    self.giver = giver.key
    self.receiver = receiver.key
    self.terms = terms
    self.from = from.milliseconds
    self.member = member
  }

  /// Whether it says what a draft has to say, in bounds.
  public var isSound: Bool { agreement != nil && terms.problem == nil }

  /// `nil` if a file was written by something else than this program.
  var agreement: Agreement? {
    guard let line = HandoffLine(packed: line), let giver = DepartmentSet(key: giver),
      let receiver = DepartmentSet(key: receiver)
    else { return nil }
    return Agreement(
      line: line, version: version, giver: giver, receiver: receiver, terms: terms,
      from: Timestamp(milliseconds: from), draftedBy: member)
  }
}

/// A signature, as the journal keeps it.
public struct AgreementSignature: Sendable, Equatable, Codable {
  public var line: UInt8
  public var version: UInt16
  public var member: MemberID
  /// Keys joined by `+`: the departments that the member signs for.
  public var sides: String
  /// Milliseconds UTC.
  public var at: Int64

  public init(line: HandoffLine, version: UInt16, member: MemberID, sides: DepartmentSet, at: Timestamp) {
    self.line = line.packed
    self.version = version
    self.member = member
    self.sides = sides.key
    self.at = at.milliseconds
  }
}
