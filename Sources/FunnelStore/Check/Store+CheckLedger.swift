import SQLite
import SharedFunnel

/// The ledger sums to policy × revenue: its table is what its events amount to, and each accrual is what the policies and
/// the purchases give that the journal had before it.
extension Store {
  func proveLedger(_ report: inout CheckReport, now: Timestamp) throws {
    let ledger = try LedgerTable.fold(journal)
    report.findings += try tableDiffers(from: ledger)
    guard !ledger.allRows.isEmpty || !workspace.policies.versions.isEmpty else { return }
    report.findings += try proveAccruals()
    report.commissionsWaiting = try commissionsWaiting(now: now)
  }

  private func tableDiffers(from ledger: Ledger) throws -> [CheckFinding] {
    struct Place: Hashable {
      let seq: Int64
      let place: Int
    }
    var expected: [Place: [Value]] = [:]
    for row in ledger.allRows {
      expected[Place(seq: row.seq, place: row.place)] = LedgerTable.values(of: row, ledger)
    }
    var wrong = 0
    try connection.forEach("SELECT \(LedgerTable.columns.joined(separator: ", ")) FROM ledger") { row in
      let place = Place(seq: try row.int64(0), place: try row.int(1))
      let found = try (0..<row.count).map { try row.value($0) }
      if expected.removeValue(forKey: place) != found { wrong += 1 }
    }
    wrong += expected.count
    return wrong == 0 ? [] : [CheckFinding("ledger", StoreMessages.ledgerDiffers(["count": String(wrong)]))]
  }

  /// Every command that wrote into the ledger, made again from what stood in the journal before it.
  private func proveAccruals() throws -> [CheckFinding] {
    var commands: [(seq: Int64, facts: [(seq: Int64, fact: LedgerFact)])] = []
    var last: Int64?
    try LedgerTable.forEachFact(of: journal) { fact, row in
      if row.command != last { commands.append((row.seq, [])) }
      last = row.command
      commands[commands.count - 1].facts.append((row.seq, fact))
    }
    let past = try LedgerPast(self)
    var ledger = Ledger()
    var findings: [CheckFinding] = []
    for command in commands {
      let wrong = try past.differences(of: command.facts.map(\.fact), before: command.seq, ledger)
      if wrong > 0 {
        findings.append(
          CheckFinding(
            "ledger", StoreMessages.accrualDiffers(["seq": String(command.seq), "count": String(wrong)])))
      }
      for (seq, fact) in command.facts {
        if case .paid(let payment) = fact, try !past.isRight(payment, ledger) {
          findings.append(CheckFinding("ledger", StoreMessages.paymentDiffers(["seq": String(seq)])))
        }
        ledger.apply(fact, seq: seq)
      }
    }
    return findings
  }
}

/// The purchases as the journal had them before any of its events. Only leads that bought are kept, and leads that were
/// merged.
private struct LedgerPast {
  private let store: Store
  private let events: [EventRow]
  private var arrivals: [Replay.Arrival] = []

  init(_ store: Store) throws {
    self.store = store
    events = try store.journal.workspaceEvents()
    let wanted = """
      lead IN (
        SELECT lead FROM event WHERE kind IN (\(EventKind.purchased.rawValue), \(EventKind.merged.rawValue))
        UNION
        SELECT other_lead FROM event WHERE kind = \(EventKind.merged.rawValue)
      )
      """
    try store.journal.forEachEvent(where: wanted) { row in
      arrivals.append(Replay.Arrival(event: try store.journal.leadEvent(row), seq: row.seq, prev: row.prev))
    }
  }

  /// How many purchases a command wrote of otherwise than it should have.
  func differences(of facts: [LedgerFact], before seq: Int64, _ ledger: Ledger) throws -> Int {
    let isAccrual = facts.contains { fact in
      switch fact {
      case .accrued, .reversed: true
      case .held(let hold), .released(let hold): hold.cause == .dispute
      case .paid: false
      }
    }
    guard isAccrual else { return 0 }
    let workspace = try Store.workspace(of: events.prefix { $0.seq < seq })
    let currency = try store.reportingCurrency()
    var entries: [RevenueEntry] = []
    try Replay(arrivals.prefix { $0.seq < seq }).forEachLead { lead in
      entries += RevenueEntry.entries(
        of: Journey.fold(lead.history, of: lead.lead, under: workspace.ownership), lead.history,
        arrivals: lead.historySeqs, under: workspace.ownership, roster: workspace.roster, in: currency)
    }
    entries.sort { $0.seq < $1.seq }
    let plan = CommissionPlan(
      try store.commissionRules(workspace).assess(entries),
      disputed: Set(entries.filter(\.hasOpenDispute).map(\.purchase.event)), ledger: ledger)
    return differences(between: written(plan.facts(chunk: .max)), and: written(facts))
  }

  /// What is said of each purchase.
  private struct Written: Hashable {
    let purchase: EventID
    let kind: EventKind
    let accrual: CommissionAccrual?
  }

  private func written(_ facts: [LedgerFact]) -> Set<Written> {
    Set(
      facts.flatMap { fact -> [Written] in
        switch fact {
        case .accrued(let accruals):
          accruals.map { Written(purchase: $0.purchase, kind: fact.kind, accrual: $0) }
        case .reversed(let purchases): purchases.map { Written(purchase: $0, kind: fact.kind, accrual: nil) }
        case .held(let hold), .released(let hold):
          hold.purchases.map { Written(purchase: $0, kind: fact.kind, accrual: nil) }
        case .paid: []
        }
      })
  }

  private func differences(between wanted: Set<Written>, and found: Set<Written>) -> Int {
    Set(wanted.symmetricDifference(found).map(\.purchase)).count
  }

  func isRight(_ payment: CommissionPayment, _ ledger: Ledger) throws -> Bool {
    guard let period = payment.span else { return false }
    return PaymentPlan(ledger, for: period, currency: try store.reportingCurrency()).payment == payment
  }
}
