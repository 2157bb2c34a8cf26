import SQLite

/// Something that is not as the invariants say.
public struct CheckFinding: Sendable, Equatable {
  /// The invariant, by a stable name: `projection`, `pages`, `chain`, `counts`, `handoffs`, `balance`, `owners`, `ledger`,
  /// `references`, `journal`, `schema`, `integrity`.
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
  /// Purchases whose commission is another one by now than the ledger says: 'funnel commission accrue' brings it up to date.
  public var commissionsWaiting = 0

  init() {}

  /// What is to be said of a file that is too damaged to be opened or read through; `nil` for any other error.
  public init?(of error: StoreError) {
    switch error {
    case .damaged(let what): findings = [CheckFinding("journal", what)]
    case .sqlite(let reason, _) where reason.isCorrupt: findings = [CheckFinding("integrity", reason.message)]
    default: return nil
    }
  }
}
