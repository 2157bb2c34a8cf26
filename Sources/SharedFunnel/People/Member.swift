/// The number of a member, given when the member is added and never used again.
public struct MemberID: RawRepresentable, Sendable, Hashable, Comparable, Codable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// No workspace has a member beyond: tables by member number stay small.
  public static let largest: UInt32 = 1 << 20
  public static func < (left: MemberID, right: MemberID) -> Bool { left.rawValue < right.rawValue }
}

/// A person who works in the funnel, in one or more departments.
public struct Member: Sendable, Hashable {
  public let id: MemberID
  /// What people type: `ana`. Unique in the workspace, in lower case.
  public let handle: String
  public var departments: DepartmentSet
  /// The departments that this member heads; a subset of ``departments``.
  public var heads: DepartmentSet
  /// A member who left keeps every record and can no longer act.
  public var isActive: Bool

  public init(id: MemberID, handle: String, departments: DepartmentSet, heads: DepartmentSet, isActive: Bool = true) {
    self.id = id
    self.handle = handle
    self.departments = departments
    self.heads = heads
    self.isActive = isActive
  }

  /// Heads marketing and sales both, and so settles what they disagree on.
  public var isHeadOfBoth: Bool { heads.isSuperset(of: [.marketing, .sales]) }
}
