import FunnelStore
import SharedFunnel

/// What commands on the ledger say.
struct CommissionPage {
  let session: Session

  private var currency: Currency? { Currency(code: session.workspace.currency) }

  private func money(_ minor: Int64) -> Money? { currency.map { Money(minor: minor, currency: $0) } }

  private func sum(_ accruals: [CommissionAccrual]) -> Money? {
    money(Int64(clamping: accruals.reduce(Int128(0)) { $0 + Int128($1.pool) }))
  }

  private func member(_ id: MemberID?) -> String? { id.flatMap { session.workspace.roster[$0]?.handle } }

  /// `ana (marketing)`.
  private func name(_ payee: CommissionPayee) -> String {
    guard let department = payee.department else { return Message.unallocated() }
    return "\(member(payee.member) ?? Message.nobodyInParticular()) (\(department.key))"
  }

  // MARK: The ledger

  /// - Parameter forPeople: without the ids, which only programs and 'commission hold' need.
  func grid(_ lines: [LedgerLine], forPeople: Bool) -> Grid {
    var grid = Grid(
      columns: [
        Grid.Column(key: "seq", title: .columnNumber, kind: .identifier, priority: 2),
        Grid.Column(key: "kind", title: .columnLedgerRow, priority: 7),
        Grid.Column(key: "lead", title: .columnLead, kind: .identifier, priority: 9),
        Grid.Column(key: "day", title: .columnPurchaseDay, priority: 6),
        Grid.Column(key: "period", title: .columnPeriod, priority: 4),
        Grid.Column(key: "department", title: .columnDepartment, priority: 8),
        Grid.Column(key: "member", title: .columnMember, priority: 8),
        Grid.Column(key: "amount", title: .columnAmount, kind: .money, priority: 9),
        Grid.Column(key: "status", title: .columnStatus, priority: 9),
        Grid.Column(key: "held_by", title: .columnHeldBy, priority: 3),
        Grid.Column(key: "policy", title: .columnPolicy, kind: .integer, priority: 3),
        Grid.Column(key: "target", title: .columnTargetVersion, kind: .integer, priority: 1),
        Grid.Column(key: "revenue", title: .columnCommissionBase, kind: .money, priority: 5),
        Grid.Column(key: "revenue_before", title: .columnBefore, kind: .money, priority: 1),
        Grid.Column(key: "pool", title: .columnPool, kind: .money, priority: 5),
        Grid.Column(key: "purchase", title: "id", priority: 0),
      ],
      rows: lines.map { line in
        [
          .integer(line.seq), .text(line.kind), .integer(Int64(line.lead.rawValue)), .text(line.day),
          .text(line.period), Cell(line.department), Cell(line.member), Cell(line.amount), .text(line.status.rawValue),
          Cell(line.heldBy), .integer(line.policy), line.target.map { .integer($0) } ?? .null, Cell(line.base),
          Cell(line.before), Cell(line.pool), .text(line.purchase),
        ]
      }, empty: .ledgerEmpty)
    if forPeople { grid.columns.removeLast() }
    guard !lines.isEmpty else { return grid }
    let total = lines.reduce(Int128(0)) { $0 + Int128($1.amount.minor) }
    grid.total = [Cell](repeating: .null, count: 7) + [Cell(money(Int64(clamping: total)))]
    grid.notes = [Message.ledgerMeaning()]
    return grid
  }

  // MARK: Accruals

  func answer(_ receipt: AccrualReceipt?, isDryRun: Bool) -> Answer {
    guard let receipt else { return recordedBefore("accrual") }
    let plan = receipt.plan
    var lines: [String] = plan.isEmpty ? [Message.commissionUpToDate()] : []
    func say(_ message: Message, _ accruals: [CommissionAccrual]) {
      guard !accruals.isEmpty else { return }
      lines.append(message(["count": String(accruals.count), "amount": sum(accruals)?.label ?? ""]))
    }
    say(.commissionReversed, receipt.reversed)
    say(.commissionAccrued, plan.accrued)
    if !plan.held.isEmpty || !plan.released.isEmpty {
      lines.append(
        Message.commissionHolds(["held": String(plan.held.count), "released": String(plan.released.count)]))
    }
    let changes =
      receipt.reversed.map { change(.reversed, $0, -$0.pool) } + plan.accrued.map { change(.accrued, $0, $0.pool) }
    let assessment = receipt.assessment
    let grid = Grid(
      columns: [
        Grid.Column(key: "change", title: .columnChange, priority: 9),
        Grid.Column(key: "lead", title: .columnLead, kind: .identifier, priority: 9),
        Grid.Column(key: "day", title: .columnPurchaseDay, priority: 6),
        Grid.Column(key: "period", title: .columnPeriod, priority: 5),
        Grid.Column(key: "policy", title: .columnPolicy, kind: .integer, priority: 4),
        Grid.Column(key: "revenue", title: .columnCommissionBase, kind: .money, priority: 7),
        Grid.Column(key: "pool", title: .columnPool, kind: .money, priority: 8),
        Grid.Column(key: "purchase", title: "id", priority: 0),
      ], rows: changes)
    var table = grid
    table.columns.removeLast()
    return Answer(
      schema: "accrual", lines: lines + skipped(assessment), grid: grid,
      members: [
        "recorded": .bool(!isDryRun), "dry_run": .bool(isDryRun), "reversed": .int(Int64(receipt.reversed.count)),
        "accrued": .int(Int64(plan.accrued.count)), "held": .int(Int64(plan.held.count)),
        "released": .int(Int64(plan.released.count)), "unvalued": list(assessment.unvalued),
        "unpriced": list(assessment.unpriced), "without_policy": list(assessment.withoutPolicy),
        "earning_nothing": list(assessment.earningNothing), "without_target": list(assessment.withoutTarget),
      ],
      sections: changes.isEmpty ? [] : [table], notes: isDryRun ? [Message.nothingRecorded()] : [])
  }

  private func change(_ kind: LedgerRow.Kind, _ accrual: CommissionAccrual, _ pool: Int64) -> [Cell] {
    [
      .text(kind == .accrued ? "accrued" : "reversed"), .integer(Int64(accrual.lead.rawValue)), .text(accrual.day),
      .text(accrual.period), .integer(Int64(accrual.policy)), Cell(money(accrual.base)), Cell(money(pool)),
      .text(accrual.purchase.text),
    ]
  }

  /// The purchases behind a count, each as it is named everywhere: its lead, and its place among the lead's purchases.
  private func list(_ entries: [RevenueEntry]) -> JSONValue {
    .array(
      entries.map {
        .object(["lead": .int(Int64($0.lead.rawValue)), "ordinal": .int(Int64($0.ordinal))])
      })
  }

  func skipped(_ assessment: CommissionAssessment) -> [String] {
    var lines: [String] = []
    for (message, entries) in [
      (Message.skippedUnvalued, assessment.unvalued), (.skippedUnpriced, assessment.unpriced),
      (.skippedWithoutPolicy, assessment.withoutPolicy), (.skippedEarningNothing, assessment.earningNothing),
      (.skippedWithoutTarget, assessment.withoutTarget),
    ] where !entries.isEmpty {
      lines.append(message(["count": String(entries.count), "leads": leads(entries)]))
    }
    return lines
  }

  private func leads(_ entries: [RevenueEntry]) -> String {
    let numbers = Set(entries.map(\.lead)).sorted().map(\.text)
    let shown = numbers.prefix(10).joined(separator: ", ")
    guard numbers.count > 10 else { return (numbers.count == 1 ? Message.leadsOne : .leadsList)(["leads": shown]) }
    return Message.leadsMore(["leads": shown, "count": String(numbers.count - 10)])
  }

  // MARK: Holds

  func answer(_ purchases: [EventID]?, _ done: Message, isDryRun: Bool) -> Answer {
    guard let purchases else { return recordedBefore("commission_hold") }
    let grid = Grid(
      columns: [Grid.Column(key: "purchase", title: "id", priority: 9)], rows: purchases.map { [.text($0.text)] })
    return Answer(
      schema: "commission_hold", lines: [done(["count": String(purchases.count)])], grid: grid,
      members: ["recorded": .bool(!isDryRun), "dry_run": .bool(isDryRun)],
      notes: isDryRun ? [Message.nothingRecorded()] : [])
  }

  // MARK: Payments

  func answer(_ plan: PaymentPlan?, isDryRun: Bool) -> Answer {
    guard let plan else { return recordedBefore("commission_payment") }
    let payment = plan.payment
    var rows = payment.lines.map { line in
      [.text(line.department), Cell(member(line.member)), Cell(money(line.minor)), .null, .null] as [Cell]
    }
    func owed(_ balance: PaymentPlan.Balance, at column: Int) -> [Cell] {
      var row: [Cell] = [Cell(balance.payee.department?.key), Cell(member(balance.payee.member)), .null, .null, .null]
      row[column] = Cell(money(balance.minor))
      return row
    }
    rows += plan.carried.map { owed($0, at: 3) } + plan.held.map { owed($0, at: 4) }
    let grid = Grid(
      columns: [
        Grid.Column(key: "department", title: .columnDepartment, priority: 8),
        Grid.Column(key: "member", title: .columnMember, priority: 9),
        Grid.Column(key: "paid", title: .columnPaid, kind: .money, priority: 9),
        Grid.Column(key: "carried", title: .columnOwed, kind: .money, priority: 7),
        Grid.Column(key: "held", title: .columnOnHold, kind: .money, priority: 6),
      ], rows: rows, total: [.null, .null, Cell(money(plan.total))])
    let lines = [
      Message.commissionPaid([
        "period": payment.period, "amount": money(plan.total)?.label ?? "", "count": String(payment.lines.count),
      ])
    ]
    func names(_ balances: [PaymentPlan.Balance]) -> String {
      balances.map { "\(name($0.payee)) \(money($0.minor)?.label ?? "")" }.joined(separator: ", ")
    }
    let carried = plan.carried.isEmpty ? [] : [Message.payCarried(["names": names(plan.carried)])]
    let held = plan.held.isEmpty ? [] : [Message.payHeld(["names": names(plan.held)])]
    return Answer(
      schema: "commission_payment", lines: lines + carried + held, grid: grid,
      members: [
        "period": .string(payment.period), "recorded": .bool(!isDryRun), "dry_run": .bool(isDryRun),
      ], sections: [grid], notes: isDryRun ? [Message.nothingRecorded()] : [])
  }

  private func recordedBefore(_ schema: String) -> Answer {
    Answer(
      schema: schema, lines: [Message.recordedBefore()], grid: Grid(columns: [], rows: []),
      members: ["recorded": .bool(false)])
  }
}
