/// A row of the ledger: what one payee earns for one purchase, or that it was taken back.
public struct LedgerRow: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, Hashable {
    case accrued = 1
    case reversed
  }

  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// To be paid; below zero, to be taken back with the next payment.
    case accrued
    /// To be paid, but not for now.
    case held
    case paid
    /// Taken back before it was paid, and what took it back.
    case reversed
    /// Nobody's, so that nobody is paid.
    case unallocated
  }

  /// The event that brought it, and its place among the rows of that event.
  public let seq: Int64
  public let place: Int
  public let kind: Kind
  /// What the row is a part of.
  public let accrual: CommissionAccrual
  public let payee: CommissionPayee
  public let minor: Int64
  /// The event that paid it.
  public internal(set) var paid: Int64?
  /// The event that took it back; of a row that takes back what was not paid, its own.
  public internal(set) var reversed: Int64?

  /// To be paid or taken back, now or later.
  var isOpen: Bool { paid == nil && reversed == nil && payee.department != nil }

  public func status(isHeld: Bool) -> Status {
    if paid != nil { return .paid }
    if reversed != nil { return .reversed }
    if payee.department == nil { return .unallocated }
    return isHeld ? .held : .accrued
  }
}
