import SharedFunnel

/// Something that is not as the invariants say.
public struct CheckFinding: Sendable, Equatable {
  /// The invariant, by a stable name: `projection`, `pages`, `chain`, `counts`, `handoffs`, `balance`, `owners`,
  /// `references`, `integrity`.
  public let what: String
  public let detail: String

  init(_ what: String, _ detail: String) {
    self.what = what
    self.detail = detail
  }
}

/// What a check looked at.
public struct CheckReport: Sendable, Equatable {
  public var findings: [CheckFinding] = []
  public var events = 0
  public var leads = 0
}
