/// A lead at one line: how often it was offered over it, in either direction.
public struct LeadAtLine: Sendable, Equatable {
  public let lead: LeadID
  /// From the lower stage to the higher one; `nil` where a damaged record names none.
  public let line: HandoffLine?
  public let offers: Int
  /// When the first of these offers was made and when the last: whole seconds since 1970.
  public let first: UInt32
  public let last: UInt32
}

/// How often a lead was offered over one line.
public struct OfferFrequency: Sendable, Equatable {
  public var times: Int
  /// So often or more.
  public var isAtLeast: Bool

  public init(times: Int, isAtLeast: Bool) {
    self.times = times
    self.isAtLeast = isAtLeast
  }

  func includes(_ count: Int) -> Bool { isAtLeast ? count >= times : count == times }
}
