/// What was written into the ledger of commissions.
public enum LedgerFact: Sendable, Equatable {
  case accrued([CommissionAccrual])
  /// The standing accruals of these purchases no longer count: rows of the opposite amounts follow.
  case reversed([EventID])
  case held(LedgerHold)
  case released(LedgerHold)
  case paid(CommissionPayment)

  public var kind: EventKind {
    switch self {
    case .accrued: .commissionAccrued
    case .reversed: .commissionReversed
    case .held: .commissionHeld
    case .released: .commissionReleased
    case .paid: .commissionPaid
    }
  }
}

/// That what some purchases earn is not to be paid for now, or no longer so.
public struct LedgerHold: Sendable, Equatable, Codable {
  public enum Cause: String, Sendable, Equatable, Codable {
    /// The lead has an open dispute.
    case dispute
    /// A head said so.
    case hand
  }

  public var cause: Cause
  public var purchases: [EventID]

  public init(_ cause: Cause, _ purchases: [EventID]) {
    self.cause = cause
    self.purchases = purchases
  }
}

/// What was paid.
public struct CommissionPayment: Sendable, Equatable, Codable {
  /// To one payee.
  public struct Line: Sendable, Equatable, Codable {
    public var department: String
    public var member: MemberID?
    /// The sum of the open rows of these purchases.
    public var minor: Int64
    public var purchases: [EventID]

    public var payee: CommissionPayee? {
      Department(text: department).map { CommissionPayee(department: $0, member: member) }
    }
  }

  public var period: String
  public var first: String
  public var after: String
  /// ISO 4217 code.
  public var currency: String
  public var lines: [Line]

  /// The days whose purchases it was for; `nil` if a file was written by something else than this program.
  public var span: TargetPeriod? { TargetPeriod(label: period, first: first, after: after) }
}
