/// How a mediator settles a dispute.
public enum Ruling: UInt8, Sendable, Hashable, CaseIterable {
  /// The rejection or the return stands.
  case upheld = 1
  /// The lead crosses the line.
  case overturned
  /// The lead crosses, and counts for neither side: a column of its own in reports.
  case split

  public var key: String {
    switch self {
    case .upheld: "upheld"
    case .overturned: "overturned"
    case .split: "split"
    }
  }

  public init?(key: String) {
    guard let ruling = Ruling.allCases.first(where: { $0.key == key.lowercased() }) else { return nil }
    self = ruling
  }

  public var crosses: Bool { self != .upheld }
}

/// What one head holds where no mediator is free of the case, and both heads must concur.
public struct RulingVote: Sendable, Hashable {
  public let ruling: Ruling
  public let by: Actor
  public let at: Timestamp
}

/// The giving side's objection to a rejection or a return, and its settlement.
public struct Dispute: Sendable, Hashable {
  /// What is disputed.
  public enum Subject: UInt8, Sendable, Hashable {
    case rejection = 1
    case `return`
  }

  /// The event that opened it.
  public var event: EventID
  public var subject: Subject
  public var opened: Timestamp
  public var openedBy: Actor
  /// The kind of conflict, a reason of kind `economic` or `cultural`.
  public var cause: TermID
  public var votes: [RulingVote] = []
  public var ruling: Ruling?
  public var ruled: Timestamp?
  public var ruledBy: Actor?

  public var isOpen: Bool { ruling == nil }
}
