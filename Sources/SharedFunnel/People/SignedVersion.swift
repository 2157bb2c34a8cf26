/// A signature of one side, or of both by whoever heads both.
public struct Signature: Sendable, Hashable {
  public let member: MemberID
  public let sides: DepartmentSet
  public let at: Timestamp
}

/// One version of something that departments agree on: it holds only once a head of each of them has signed.
public protocol SignedVersion {
  /// From 1 on.
  var version: UInt16 { get }
  /// Whose heads sign.
  var parties: DepartmentSet { get }
  var signatures: [Signature] { get }
}

extension SignedVersion {
  /// The sides whose signature is missing.
  public var unsigned: DepartmentSet { signatures.reduce(parties) { $0.subtracting($1.sides) } }

  /// When the last side signed. `nil`: a draft.
  public var signed: Timestamp? { unsigned.isEmpty ? signatures.map(\.at).max() : nil }
}

extension Sequence where Element: SignedVersion {
  /// The number of the version that comes next; `nil`: there are no more numbers.
  var nextVersion: UInt16? {
    let (next, overflow) = (map(\.version).max() ?? 0).addingReportingOverflow(1)
    return overflow ? nil : next
  }
}
