import SQLite
import SharedFunnel

/// The table of the ledger: what the events amount to that wrote into it.
final class LedgerTable {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  static let kinds: Set<EventKind> = [
    .commissionAccrued, .commissionReversed, .commissionHeld, .commissionReleased, .commissionPaid,
  ]

  /// Every fact of the ledger, in the order of arrival.
  static func forEachFact(of journal: Journal, _ body: (LedgerFact, EventRow) throws -> Void) throws {
    try journal.forEachBulkEvent(kinds) { row in
      guard case .ledger(let fact) = try row.workspaceFact() else { return }
      try body(fact, row)
    }
  }

  /// The ledger as the journal has it.
  ///
  /// - Parameter end: what was written later is left out; `nil`: nothing is.
  static func fold(_ journal: Journal, until end: Timestamp? = nil) throws -> Ledger {
    var ledger = Ledger()
    try forEachFact(of: journal) { fact, row in
      if let end, row.occurred > end.milliseconds { return }
      ledger.apply(fact, seq: row.seq)
    }
    return ledger
  }

  /// Makes the table anew from the journal.
  func rebuild(_ journal: Journal) throws {
    try connection.run("DELETE FROM ledger")
    let ledger = try LedgerTable.fold(journal)
    for row in ledger.allRows { try insert(row, ledger) }
  }

  /// Writes the rows of some purchases anew.
  func write(_ purchases: [EventID], of ledger: Ledger) throws {
    for purchase in purchases {
      try connection.run("DELETE FROM ledger WHERE purchase = ?", .blob(purchase.bytes))
      for row in ledger.rows(of: purchase) { try insert(row, ledger) }
    }
  }

  private func insert(_ row: LedgerRow, _ ledger: Ledger) throws {
    try connection.run(LedgerTable.insert, values: LedgerTable.values(of: row, ledger))
  }

  static let columns = [
    "seq", "place", "kind", "purchase", "lead", "day", "period", "policy", "target", "department", "member", "minor",
    "currency", "base", "before", "pool", "held", "paid", "reversed",
  ]
  private static let insert = """
    INSERT INTO ledger (\(columns.joined(separator: ", ")))
    VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
    """

  /// A row as the table has it.
  static func values(of row: LedgerRow, _ ledger: Ledger) -> [Value] {
    let accrual = row.accrual
    let holds = ledger.holds[accrual.purchase] ?? []
    let held: Int64 = (holds.contains(.dispute) ? 1 : 0) + (holds.contains(.hand) ? 2 : 0)
    return [
      .integer(row.seq), .integer(Int64(row.place)), .integer(Int64(row.kind.rawValue)),
      .blob(accrual.purchase.bytes), .integer(Int64(accrual.lead.rawValue)), .text(accrual.day), .text(accrual.period),
      .integer(Int64(accrual.policy)), Value(accrual.target.map(Int64.init)), Value(row.payee.department?.key),
      Value(row.payee.member.map { Int64($0.rawValue) }), .integer(row.minor), .text(accrual.currency),
      .integer(accrual.base), .integer(accrual.before), .integer(accrual.pool), .integer(held), Value(row.paid),
      Value(row.reversed),
    ]
  }
}
