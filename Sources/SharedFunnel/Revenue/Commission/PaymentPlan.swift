/// What a payment for a period would pay.
///
/// It takes every open row that is not on hold: of the purchases of the period, and of any purchase of which something was
/// paid before, so that what was taken back since is netted. A payee whose rows sum to less than nothing is paid nothing,
/// and the balance stays for the next payment.
public struct PaymentPlan: Sendable, Equatable {
  public struct Balance: Sendable, Equatable {
    public let payee: CommissionPayee
    public let minor: Int64
  }

  public let payment: CommissionPayment
  /// Payees who owe something back.
  public private(set) var carried: [Balance] = []
  /// Payees of whom something stays behind, because it is on hold.
  public private(set) var held: [Balance] = []

  public init(_ ledger: Ledger, for period: TargetPeriod, currency: Currency) {
    var due: [CommissionPayee: (minor: Int128, purchases: Set<EventID>)] = [:]
    var onHold: [CommissionPayee: Int128] = [:]
    let byPurchase = Dictionary(grouping: ledger.allRows, by: \.accrual.purchase)
    for (purchase, rows) in byPurchase {
      let wasPaid = rows.contains { $0.paid != nil }
      for row in rows where row.isOpen {
        guard wasPaid || (row.accrual.day >= period.first.iso && row.accrual.day < period.after.iso) else { continue }
        guard ledger.holds[purchase] == nil else {
          onHold[row.payee, default: 0] += Int128(row.minor)
          continue
        }
        due[row.payee, default: (0, [])].minor += Int128(row.minor)
        due[row.payee, default: (0, [])].purchases.insert(purchase)
      }
    }
    var lines: [CommissionPayment.Line] = []
    for (payee, sum) in due.sorted(by: { $0.key < $1.key }) {
      guard let department = payee.department, sum.minor >= 0 else {
        carried.append(Balance(payee: payee, minor: Int64(clamping: sum.minor)))
        continue
      }
      lines.append(
        CommissionPayment.Line(
          department: department.key, member: payee.member, minor: Int64(clamping: sum.minor),
          purchases: sum.purchases.sorted()))
    }
    payment = CommissionPayment(
      period: period.label, first: period.first.iso, after: period.after.iso, currency: currency.code, lines: lines)
    held = onHold.sorted { $0.key < $1.key }.map { Balance(payee: $0.key, minor: Int64(clamping: $0.value)) }
  }

  public var total: Int64 {
    Int64(clamping: payment.lines.reduce(Int128(0)) { $0 + Int128($1.minor) })
  }
}
