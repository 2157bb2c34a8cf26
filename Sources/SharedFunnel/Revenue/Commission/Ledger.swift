/// The ledger of commissions: a fold over ``LedgerFact`` in the order of the journal. Rows are only ever added; what a row
/// was paid or taken back with is noted on it.
public struct Ledger: Sendable, Equatable {
  /// By purchase.
  private var rows: [EventID: [LedgerRow]] = [:]
  /// What stands: accrued and not reversed.
  public private(set) var standing: [EventID: CommissionAccrual] = [:]
  public private(set) var holds: [EventID: Set<LedgerHold.Cause>] = [:]

  public init() {}

  public func rows(of purchase: EventID) -> [LedgerRow] { rows[purchase] ?? [] }

  /// In the order in which they were written.
  public var allRows: [LedgerRow] {
    rows.values.flatMap(\.self).sorted { ($0.seq, $0.place) < ($1.seq, $1.place) }
  }

  /// - Parameter seq: the place of the event in the journal.
  /// - Returns: the purchases whose rows or holds it changes.
  @discardableResult
  public mutating func apply(_ fact: LedgerFact, seq: Int64) -> [EventID] {
    switch fact {
    case .accrued(let accruals):
      var place = 0
      for accrual in accruals {
        for part in accrual.parts {
          rows[accrual.purchase, default: []].append(
            LedgerRow(
              seq: seq, place: place, kind: .accrued, accrual: accrual, payee: part.payee, minor: part.minor))
          place += 1
        }
        standing[accrual.purchase] = accrual
      }
      return accruals.map(\.purchase)
    case .reversed(let purchases):
      var place = 0
      for purchase in purchases { reverse(purchase, seq, &place) }
      return purchases
    case .held(let hold):
      for purchase in hold.purchases { holds[purchase, default: []].insert(hold.cause) }
      return hold.purchases
    case .released(let hold):
      for purchase in hold.purchases {
        holds[purchase]?.remove(hold.cause)
        if holds[purchase]?.isEmpty ?? false { holds[purchase] = nil }
      }
      return hold.purchases
    case .paid(let payment):
      for line in payment.lines {
        for purchase in line.purchases {
          for index in rows(of: purchase).indices {
            guard let row = rows[purchase]?[index], row.isOpen, row.payee == line.payee else { continue }
            rows[purchase]?[index].paid = seq
          }
        }
      }
      return Array(Set(payment.lines.flatMap(\.purchases)))
    }
  }

  private mutating func reverse(_ purchase: EventID, _ seq: Int64, _ place: inout Int) {
    guard standing.removeValue(forKey: purchase) != nil else { return }
    for index in rows(of: purchase).indices {
      guard let row = rows[purchase]?[index], row.kind == .accrued, row.reversed == nil else { continue }
      rows[purchase]?[index].reversed = seq
      var back = LedgerRow(
        seq: seq, place: place, kind: .reversed, accrual: row.accrual, payee: row.payee, minor: -row.minor)
      // What was paid is owed back; of what was not, nothing is left.
      if row.paid == nil { back.reversed = seq }
      rows[purchase]?.append(back)
      place += 1
    }
  }

  /// What each payee has of what stands and of what is still owed or owed back, over all rows.
  public var balances: [CommissionPayee: Int128] {
    rows.values.flatMap(\.self).reduce(into: [:]) { $0[$1.payee, default: 0] += Int128($1.minor) }
  }
}
