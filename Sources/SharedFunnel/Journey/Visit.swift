/// A stay of an open lead in a stage.
public struct Visit: Sendable, Hashable {
  public var stage: Stage
  public var entered: Timestamp
  /// `nil` while the lead is there.
  public var left: Timestamp?
  public var exit: VisitExit

  public init(stage: Stage, entered: Timestamp, left: Timestamp? = nil, exit: VisitExit = .open) {
    self.stage = stage
    self.entered = entered
    self.left = left
    self.exit = exit
  }
}

/// How a stay ended.
public enum VisitExit: UInt8, CaseIterable, Sendable, Hashable {
  case open = 0
  case forward
  case back
  case lost

  public var key: String {
    switch self {
    case .open: "open"
    case .forward: "forward"
    case .back: "back"
    case .lost: "lost"
    }
  }
}

/// How a stay began.
public enum VisitEntry: UInt8, CaseIterable, Sendable, Hashable {
  /// The lead's first stay in any stage.
  case new = 1
  /// From an earlier stage.
  case forward
  /// From a later stage.
  case back
  /// Lost before, and going on.
  case reopened

  /// - Parameter previous: the lead's stay before this one.
  init(after previous: Visit?) {
    switch previous?.exit {
    case .forward: self = .forward
    case .back: self = .back
    case .lost: self = .reopened
    case .open, nil: self = .new
    }
  }

  public var key: String {
    switch self {
    case .new: "new"
    case .forward: "forward"
    case .back: "back"
    case .reopened: "reopened"
    }
  }
}
