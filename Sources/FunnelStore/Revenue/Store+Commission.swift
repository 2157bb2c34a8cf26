import SQLite
public import SharedFunnel

/// What became of the ledger when it was brought up to date.
public struct AccrualReceipt: Sendable {
  public let plan: CommissionPlan
  public let assessment: CommissionAssessment
  /// The accruals that were taken back, in the order of ``CommissionPlan/reversed``.
  public let reversed: [CommissionAccrual]
}

/// The ledger of commissions.
extension Store {
  /// So many purchases stand in one event at most.
  private static let chunk = 500

  /// By what purchases earn commission, as the workspace is.
  func commissionRules(_ workspace: Workspace) throws -> CommissionRules {
    CommissionRules(
      policies: workspace.policies, targets: workspace.targets,
      zone: try ReportingZone(identifier: workspace.zone), currency: try reportingCurrency())
  }

  /// What would have to be written for the ledger to be up to date.
  private func accrual(_ ledger: Ledger, now: Timestamp) throws -> (CommissionPlan, CommissionAssessment) {
    let entries = try revenueEntries(ReportScope(now: now))
    let assessment = try commissionRules(workspace).assess(entries)
    let disputed = Set(entries.filter(\.hasOpenDispute).map(\.purchase.event))
    return (CommissionPlan(assessment, disputed: disputed, ledger: ledger), assessment)
  }

  /// How many purchases earn something else by now than the ledger says.
  public func commissionsWaiting(now: Timestamp) throws -> Int {
    try read {
      let ledger = try LedgerTable.fold(journal)
      guard !workspace.policies.versions.isEmpty || !ledger.standing.isEmpty else { return 0 }
      return try accrual(ledger, now: now).0.purchases.count
    }
  }

  /// Brings the ledger up to date: takes back what no longer is as it was accrued, and accrues anew. Run again, it changes
  /// nothing. A head of either side.
  public func accrueCommission(_ act: Act) throws -> AccrualReceipt? {
    try recordUnlessDry(act) { draft in
      try refusing { () throws(Refusal) in try Authority.requireHeadOfEither(act.actor) }
      var ledger = try LedgerTable.fold(journal)
      let (plan, assessment) = try accrual(ledger, now: act.context.now)
      let reversed = plan.reversed.compactMap { ledger.standing[$0] }
      for fact in plan.facts(chunk: Store.chunk) { try append(fact, to: &ledger, draft) }
      return AccrualReceipt(plan: plan, assessment: assessment, reversed: reversed)
    }
  }

  @discardableResult
  private func append(_ fact: LedgerFact, to ledger: inout Ledger, _ draft: Draft) throws -> Int64 {
    let seq = try draft.append(.ledger(fact))
    try self.ledger.write(ledger.apply(fact, seq: seq), of: ledger)
    return seq
  }

  /// Keeps what some purchases earn from being paid, until it is released by hand. A head of either side.
  ///
  /// - Parameter name: a lead, whose present purchases are meant, or the id of the event of a purchase.
  /// - Returns: the purchases.
  public func holdCommission(of name: String, reason: String, _ act: Act) throws -> [EventID]? {
    try recordUnlessDry(act) { draft in
      try refusing { () throws(Refusal) in try Authority.requireHeadOfEither(act.actor) }
      var ledger = try LedgerTable.fold(journal)
      let (_, purchases) = try purchases(named: name)
      let news = purchases.filter { !(ledger.holds[$0]?.contains(.hand) ?? false) }
      guard !news.isEmpty else { throw StoreError.refused(.commission(.heldAlready)) }
      let seq = try append(.held(LedgerHold(.hand, news)), to: &ledger, draft)
      try personal.set(.note, reason, of: seq)
      return news
    }
  }

  /// Lifts what was put on hold by hand, unless the lead has an open dispute. A head of either side.
  public func releaseCommission(of name: String, reason: String, _ act: Act) throws -> [EventID]? {
    try recordUnlessDry(act) { draft in
      try refusing { () throws(Refusal) in try Authority.requireHeadOfEither(act.actor) }
      var ledger = try LedgerTable.fold(journal)
      let (lead, purchases) = try purchases(named: name)
      let journey = try journey(lead)
      let isDisputed = journey.handoffs.contains { $0.dispute?.isOpen ?? false }
      let held = purchases.filter { ledger.holds[$0]?.contains(.hand) ?? false }
      let byDispute = purchases.contains { ledger.holds[$0]?.contains(.dispute) ?? false }
      guard !isDisputed, !(held.isEmpty && byDispute) else {
        throw StoreError.refused(.commission(.openDispute(lead)))
      }
      guard !held.isEmpty else { throw StoreError.refused(.commission(.notHeld)) }
      let seq = try append(.released(LedgerHold(.hand, held)), to: &ledger, draft)
      try personal.set(.note, reason, of: seq)
      return held
    }
  }

  /// The purchases that a person means, and the lead that has them.
  private func purchases(named name: String) throws -> (LeadID, [EventID]) {
    if let event = EventID(text: name.lowercased()) {
      let lead = try connection.first("SELECT lead FROM purchase WHERE event = ?", .blob(event.bytes)) {
        LeadID(rawValue: try $0.integer(0))
      }
      guard let lead else { throw StoreError.noSuchEvent(name) }
      return (lead, [event])
    }
    let lead = try lead(named: name)
    let purchases = try journey(lead).purchases.map(\.event)
    guard !purchases.isEmpty else { throw StoreError.refused(.commission(.noPurchase(lead))) }
    return (lead, purchases)
  }

  /// Notes what is accrued for a period, not on hold and not yet paid as paid. Refused while the ledger is behind. A head
  /// of either side.
  public func payCommission(for period: TargetPeriod, _ act: Act) throws -> PaymentPlan? {
    try recordUnlessDry(act) { draft in
      try refusing { () throws(Refusal) in try Authority.requireHeadOfEither(act.actor) }
      var ledger = try LedgerTable.fold(journal)
      let waiting = try accrual(ledger, now: act.context.now).0.purchases.count
      guard waiting == 0 else { throw StoreError.refused(.commission(.behind(purchases: waiting))) }
      let plan = PaymentPlan(ledger, for: period, currency: try reportingCurrency())
      guard !plan.payment.lines.isEmpty else { throw StoreError.refused(.commission(.nothingToPay(period))) }
      try append(.paid(plan.payment), to: &ledger, draft)
      return plan
    }
  }

  /// What a version would have paid for the purchases of some days, beside what the policies in force pay. Writes nothing.
  ///
  /// - Parameter version: `nil`: the latest.
  public func previewCommission(
    version: UInt16?, over period: TargetPeriod, now: Timestamp
  ) throws -> (policy: CommissionPolicy, preview: CommissionPreview) {
    try read {
      let policy = try policy(version)
      return (
        policy,
        CommissionPreview(
          of: policy, over: period, try revenueEntries(ReportScope(now: now)), try commissionRules(workspace))
      )
    }
  }
}
