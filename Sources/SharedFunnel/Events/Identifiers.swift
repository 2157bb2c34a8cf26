/// The number of a lead, for people: `1042`. Given under the write lock when the lead is created.
public struct LeadID: RawRepresentable, Sendable, Hashable, Comparable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// A number from elsewhere beyond this is not taken over, so that there is always a next one.
  public static let largest: UInt32 = 1 << 31
  public static func < (left: LeadID, right: LeadID) -> Bool { left.rawValue < right.rawValue }
}

/// A word of the workspace (a source, a campaign, a reason …) by its number in the dictionary of its
/// kind. 0 stands for no word.
public struct TermID: RawRepresentable, Sendable, Hashable, Comparable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  public static let none = TermID(rawValue: 0)
  public static func < (left: TermID, right: TermID) -> Bool { left.rawValue < right.rawValue }
}

/// What a word stands for. Each kind has a dictionary of its own, so that numbers stay small.
public enum TermKind: UInt8, CaseIterable, Sendable {
  case source = 1
  case campaign
  case segment
  case tag
  case reason
  case channel
  /// The name of an import's source system: `olist`.
  case feed
  /// What was sold.
  case product
}

/// Who did it: a member, or an import by the name of its source.
public enum Actor: Sendable, Hashable {
  case member(MemberID)
  case feed(TermID)
  /// The login, where no member is needed: setting up a workspace.
  case login

  public var member: MemberID? {
    if case .member(let id) = self { id } else { nil }
  }

  public var feed: TermID? {
    if case .feed(let id) = self { id } else { nil }
  }
}
