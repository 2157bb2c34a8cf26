import SharedFunnel
import Testing

/// What the ledger says of any history of purchases, refunds, merges, corrections and disputes, in currencies of 0, 2 and 3
/// decimals, in whatever steps it is written.
struct LedgerPropertyTests {
  /// The pool of a period by the definition, in the plainest way: cumulate, and take differences of T.
  private func expected(_ world: CommissionWorld) -> [EventID: Int64] {
    var pools: [EventID: Int64] = [:]
    let entries = world.entries
    for entry in entries {
      let day = ReportingZone.utc.date(of: entry.purchase.at)
      guard let net = entry.net, let policy = world.workspace.policies.inForce(on: day, in: .utc) else { continue }
      let period = policy.terms.unit.period(of: day, fiscalStart: policy.terms.fiscalStart)
      let before = entries.filter {
        $0.seq < entry.seq && period.contains(ReportingZone.utc.date(of: $0.purchase.at))
      }.compactMap(\.net).reduce(Int128(0)) { $0 + Int128($1.minor) }
      let signed = world.workspace.targets.versions.filter { target in
        target.period.first == period.first && target.period.after == period.after
          && (target.effective.map { ReportingZone.utc.date(of: $0) <= day } ?? false)
      }
      let target = signed.max { ($0.effective ?? $0.drafted, $0.version) < ($1.effective ?? $1.drafted, $1.version) }
      let curve = CommissionCurve(policy.terms, target: target?.amount.minor)
      let pool = curve.pool(at: before + Int128(net.minor)) - curve.pool(at: before)
      if pool != 0 { pools[entry.purchase.event] = pool }
    }
    return pools
  }

  private func accrue(_ world: inout CommissionWorld, _ ledger: inout Ledger, chunk: Int) {
    let plan = CommissionPlan(world.rules.assess(world.entries), disputed: world.disputed, ledger: ledger)
    for fact in plan.facts(chunk: chunk) { ledger.apply(fact, seq: world.nextSeq()) }
  }

  private func isProved(_ ledger: Ledger, _ world: CommissionWorld, seed: UInt64) {
    let expected = expected(world)
    #expect(ledger.standing.mapValues(\.pool) == expected, "seed \(seed)")
    var sums: [EventID: Int64] = [:]
    for row in ledger.allRows { sums[row.accrual.purchase, default: 0] += row.minor }
    #expect(sums.filter { $0.value != 0 } == expected, "the rows of seed \(seed) sum to something else")
    for accrual in ledger.standing.values {
      #expect(accrual.isSound)
      #expect(accrual.parts.reduce(0) { $0 + $1.minor } == accrual.pool)
    }
    #expect(
      Set(ledger.holds.filter { $0.value.contains(.dispute) }.keys)
        == world.disputed.intersection(
          Set(ledger.standing.keys).union(ledger.holds.keys)), "seed \(seed)")
  }

  @Test func theLedgerSumsToThePolicyInWhateverStepsItIsWritten() throws {
    var (accruals, reversals, payments, holds) = (0, 0, 0, 0)
    for seed in 1...120 as ClosedRange<UInt64> {
      var world = try CommissionWorld(seed: seed)
      var ledger = Ledger()
      var paid: [CommissionPayee: Int128] = [:]
      for _ in 0..<world.random.number(1...3) { world.agree() }
      for _ in 0..<world.random.number(5...60) {
        try world.happen()
        if world.random.chance(6) { world.agree() }
        guard world.random.chance(35) else { continue }
        accrue(&world, &ledger, chunk: world.random.number(1...3))
        isProved(ledger, world, seed: seed)
        if world.random.chance(40) { payments += try pay(&world, &ledger, &paid) }
        holds += ledger.holds.count
      }
      accrue(&world, &ledger, chunk: 500)
      isProved(ledger, world, seed: seed)
      let rules = world.rules.assess(world.entries)
      #expect(CommissionPlan(rules, disputed: world.disputed, ledger: ledger).isEmpty, "run again it changes something")
      var once = Ledger()
      accrue(&world, &once, chunk: 500)
      #expect(once.standing.mapValues(\.pool) == ledger.standing.mapValues(\.pool))
      #expect(once.balances.filter { $0.value != 0 } == ledger.balances.filter { $0.value != 0 }, "seed \(seed)")
      // Where one version held throughout, the pools of a period are T of its revenue.
      try isWhole(ledger, world)
      accruals += ledger.allRows.count { $0.kind == .accrued }
      reversals += ledger.allRows.count { $0.kind == .reversed }
    }
    #expect(accruals > 1_000)
    #expect(reversals > 200)
    #expect(payments > 50)
    #expect(holds > 10)
  }

  /// Pays a period, and holds the ledger to what payments promise.
  private func pay(
    _ world: inout CommissionWorld, _ ledger: inout Ledger, _ paid: inout [CommissionPayee: Int128]
  ) throws -> Int {
    let period = try TargetPeriod(text: world.random.pick(["2024-Q1", "2024-Q2", "2024"]), fiscalStart: 1)
    let plan = PaymentPlan(ledger, for: period, currency: world.currency)
    guard !plan.payment.lines.isEmpty else { return 0 }
    let seq = world.nextSeq()
    let held = Set(ledger.holds.keys)
    ledger.apply(.paid(plan.payment), seq: seq)
    for line in plan.payment.lines {
      #expect(line.minor >= 0)
      let payee = try #require(line.payee)
      let rows = ledger.allRows.filter { $0.paid == seq && $0.payee == payee }
      #expect(rows.reduce(Int128(0)) { $0 + Int128($1.minor) } == Int128(line.minor))
      #expect(!rows.isEmpty && rows.allSatisfy { !held.contains($0.accrual.purchase) })
      paid[payee, default: 0] += Int128(line.minor)
    }
    for (payee, sum) in paid {
      let rows = ledger.allRows.filter { $0.payee == payee && $0.paid != nil }
      #expect(rows.reduce(Int128(0)) { $0 + Int128($1.minor) } == sum, "a row was paid twice, or unpaid")
    }
    return 1
  }

  private func isWhole(_ ledger: Ledger, _ world: CommissionWorld) throws {
    let policies = Set(ledger.standing.values.map(\.policy))
    guard policies.count == 1, let version = policies.first, let policy = world.workspace.policies[version],
      policy.terms.accelerators.isEmpty
    else { return }
    let curve = CommissionCurve(policy.terms, target: nil)
    let valued = world.entries.filter { $0.net != nil }
    let days = valued.map { ReportingZone.utc.date(of: $0.purchase.at) }
    // Only where every purchase had the policy on its day.
    guard days.allSatisfy({ world.workspace.policies.inForce(on: $0, in: .utc)?.version == version }) else { return }
    for period in Set(days.map { policy.terms.unit.period(of: $0, fiscalStart: policy.terms.fiscalStart) }) {
      let revenue = zip(valued, days).filter { period.contains($0.1) }.reduce(Int128(0)) {
        $0 + Int128($1.0.net?.minor ?? 0)
      }
      let pools = ledger.standing.values.filter { $0.period == period.label }.reduce(Int64(0)) { $0 + $1.pool }
      #expect(pools == curve.pool(at: revenue))
    }
  }

  @Test func aPreviewOfThePolicyInForceSaysWhatItPays() throws {
    var seen = 0
    for seed in 200...260 as ClosedRange<UInt64> {
      var world = try CommissionWorld(seed: seed)
      world.agree()
      for _ in 0..<40 { try world.happen() }
      guard let policy = world.workspace.policies.versions.first else { continue }
      let period = try TargetPeriod(text: "2024", fiscalStart: 1)
      let preview = CommissionPreview(of: policy, over: period, world.entries, world.rules)
      #expect(preview.total.supposed == preview.supposed.accruals.reduce(0) { $0 + $1.pool })
      #expect(preview.total.inForce == preview.inForce.accruals.reduce(0) { $0 + $1.pool })
      #expect(preview.lines.reduce(0) { $0 + $1.difference } == preview.total.difference)
      // From the first day of all on, the version in force is the supposed one.
      if let first = policy.firstDay(in: .utc), first.iso < "2024-01-01" { #expect(preview.total.difference == 0) }
      seen += preview.lines.count
    }
    #expect(seen > 50)
  }
}
