import Foundation
import SQLite
import SharedFunnel
import Testing

@testable import FunnelStore

/// The ledger of commissions in a real file: who may write into it, what a dispute and a refund do to it, and that 'check'
/// finds what is not as it should be.
struct CommissionTests {
  let fixture: StoreFixture
  var store: Store { fixture.store }

  init() throws { fixture = try StoreFixture(start: "2026-07-02T08:00:00Z") }

  static func terms(
    _ tiers: [(Int64, Int64)] = [(0, 50_000)], cap: Int64? = nil, accelerators: [(Int64, Int64)] = [],
    model: CreditModel = .linear
  ) throws -> CommissionTerms {
    CommissionTerms(
      tiers: tiers.map { CommissionTerms.Tier(from: $0.0, rate: Millionths(count: $0.1)) }, cap: cap,
      accelerators: accelerators.map {
        CommissionTerms.Accelerator(attainment: Millionths(count: $0.0), factor: Millionths(count: $0.1))
      }, model: model, currency: try #require(Currency(code: "EUR")))
  }

  func inForce(_ terms: CommissionTerms, from: String = "2026-07-01") throws {
    _ = try store.draftCommission(terms, from: try #require(CivilDate(iso: from)), try fixture.act("max"))
    _ = try store.signCommission(version: nil, try fixture.act("kim"))
  }

  func refusal(_ body: () throws -> Void) -> CommissionRefusal? {
    guard case .commission(let refusal) = FunnelStoreTests.refusal(body) else { return nil }
    return refusal
  }

  func quarter(_ text: String = "2026-Q3") throws -> TargetPeriod { try TargetPeriod(text: text, fiscalStart: 1) }

  func euros(_ text: String) throws -> Money {
    let euro = try #require(Currency(code: "EUR"))
    return try #require(Money(decimal: text, currency: euro))
  }

  /// A lead in stage 5 that somebody touched for each of the letters: m for marketing's ana, s for sales' ben.
  func lead(touches: String) throws -> LeadID {
    let lead = try #require(
      try store.add(NewLead(contact: Contact(name: "Acme"), stage: .purchaseIntention), try fixture.act("ben")))
    for touch in touches { try contact(lead, touch == "m" ? "ana" : "ben") }
    return lead
  }

  private func contact(_ lead: LeadID, _ handle: String) throws {
    let member = try store.member(handle)
    try store.write {
      let channel = try store.terms.intern(.channel, "call")
      let draft = try Draft(store, fixture.context(), .member(member.id))
      let event = draft.event(.touched(channel, by: member.departments), lead: lead, occurred: fixture.now)
      try store.append([event], to: lead, prev: try store.head(of: lead), personal: [], keys: [], draft)
    }
  }

  /// A lead that ana brought and ben too, as two records that turned out to be one: sales rejected the one, which
  /// marketing disputes, and works on the other.
  func disputedLead() throws -> LeadID {
    let rejected = try DisputeReportStoreTests.offered(fixture, "budget", then: .reject)
    let lead = try lead(touches: "")
    return try store.merge([rejected], into: lead, reason: nil, try fixture.act("kim"))
  }

  func buy(_ lead: LeadID, _ amount: String) throws {
    let money = try euros(amount)
    try store.perform(on: [lead], try fixture.act("kim")) { _ in .purchase(money, acceptedBy: nil) }
  }

  func pay(_ period: String = "2026-Q3") throws -> [String: Int64] {
    let plan = try #require(try store.payCommission(for: try quarter(period), try fixture.act("ben")))
    return Dictionary(
      uniqueKeysWithValues: plan.payment.lines.map { line in
        (line.member.flatMap { store.workspace.roster[$0]?.handle } ?? line.department, line.minor)
      })
  }

  func lines(_ lead: LeadID? = nil, _ status: LedgerRow.Status? = nil) throws -> [LedgerLine] {
    var filter = LedgerFilter()
    filter.lead = lead
    filter.status = status
    return try store.ledger(filter)
  }

  func expectSound(_ waiting: Int = 0, _ comment: Comment? = nil) throws {
    let report = try store.check(now: fixture.now)
    #expect(report.findings == [], comment)
    #expect(report.commissionsWaiting == waiting, comment)
  }

  // MARK: -

  /// The quarter that docs/revenue.md computes by hand.
  @Test func theQuarterByHand() throws {
    var target = Store.TargetChange()
    target.amount = try euros("16000")
    _ = try store.setTarget(try quarter(), target, try fixture.act("max"))
    _ = try store.signTarget(try quarter(), version: nil, try fixture.act("kim"))
    try inForce(
      try Self.terms([(0, 50_000), (1_000_000, 100_000)], cap: 140_000, accelerators: [(1_000_000, 1_500_000)]))
    let a = try lead(touches: "ms")
    let b = try disputedLead()
    let c = try lead(touches: "mss")
    try buy(a, "6000")
    try buy(b, "8000")
    try buy(c, "5000")
    _ = try store.accrueCommission(try fixture.act("ana"))
    func pools() throws -> [LeadID: Int64] {
      try lines().filter { $0.kind == "accrued" && $0.status != .reversed }
        .reduce(into: [:]) { $0[$1.lead] = $1.pool.minor }
    }
    #expect(try pools() == [a: 30_000, b: 60_000, c: 50_000])
    #expect(try lines(c).map(\.amount.minor) == [16_667, 33_333])
    #expect(try lines(b).map(\.status) == [.held, .held])
    #expect(try pay() == ["ana": 31_667, "ben": 48_333])
    try expectSound()

    let back = try euros("2000")
    try store.perform(on: [a], try fixture.act("ben")) { _ in .refund(nil, back) }
    try expectSound(3)
    try store.perform(on: [b], try fixture.act("kim")) { _ in .rule(.upheld) }
    let receipt = try #require(try store.accrueCommission(try fixture.act("ana")))
    #expect(receipt.plan.reversed.count == 3 && receipt.plan.released.count == 1)
    let standing = try store.read { try LedgerTable.fold(store.journal).standing.values.map(\.pool).sorted() }
    #expect(standing == [20_000, 50_000, 55_000])
    #expect(try pay() == ["ana": 21_667, "ben": 23_333])
    #expect(try lines().reduce(0) { $0 + $1.amount.minor } == 125_000)
    #expect(refusal { _ = try pay() } == .nothingToPay(try quarter()))
    try expectSound()
    try store.rebuild { _ in }
    try expectSound()

    let text = try SourceTree.text("docs/revenue.md")
    for row in [
      "| third | C | 5,000.00 | 14,000.00 | 900.00 | 1,400.00 | 500.00 |",
      "| C | 5,000.00 | 12,000.00 | 700.00 | 1,250.00 | 550.00 | 500.00 |", "pays Ana 316.67 and Ben 483.33",
      "| together | 1,250.00 | 800.00 | 450.00 |",
    ] { #expect(text.contains(row), "the document no longer says: \(row)") }
  }

  @Test func onlyHeadsWriteAndOnlyBothBringAPolicyIntoForce() throws {
    let terms = try Self.terms()
    let day = try #require(CivilDate(iso: "2026-07-01"))
    #expect(refusal { _ = try store.signCommission(version: nil, try fixture.act("ana")) } == .noPolicy)
    _ = try store.draftCommission(terms, from: day, try fixture.act("max"))
    #expect(
      refusal { _ = try store.draftCommission(terms, from: day, try fixture.act("sue")) } == .unchanged(version: 1))
    #expect(refusal { _ = try store.signCommission(version: 2, try fixture.act("ana")) } == .noVersion(2))
    #expect(throws: StoreError.self) { _ = try store.signCommission(version: 1, try fixture.act("max")) }
    _ = try store.signCommission(version: 1, try fixture.act("ana"))
    try buy(try lead(touches: "m"), "100")
    // One signature: nothing is earned.
    #expect(try store.accrueCommission(try fixture.act("ben"))?.plan.isEmpty == true)
    _ = try store.signCommission(version: 1, try fixture.act("ben"))
    for body: (Act) throws -> Void in [
      { _ = try store.accrueCommission($0) }, { _ = try store.payCommission(for: try quarter(), $0) },
      { _ = try store.holdCommission(of: "1", reason: "x", $0) },
      { _ = try store.releaseCommission(of: "1", reason: "x", $0) },
    ] {
      #expect(throws: StoreError.self) { try body(try fixture.act("max")) }
    }
    #expect(try store.accrueCommission(try fixture.act("ben", isDryRun: true))?.plan.accrued.count == 1)
    #expect(try lines().isEmpty, "a dry run wrote")
    #expect(
      refusal { _ = try store.payCommission(for: try quarter(), try fixture.act("ben")) } == .behind(purchases: 1))
    _ = try store.accrueCommission(try fixture.act("ben"))
    #expect(throws: StoreError.self, "the ledger is append-only") { _ = try store.undo(try fixture.act("ben")) }
    try expectSound()
  }

  @Test func aPolicyPaysFromTheDayOnWhichBothHaveSigned() throws {
    let lead = try lead(touches: "m")
    try buy(lead, "100")
    fixture.pass(86_400)
    _ = try store.draftCommission(try Self.terms(), from: nil, try fixture.act("max"))
    _ = try store.signCommission(version: nil, try fixture.act("ana"))
    fixture.pass(86_400)
    _ = try store.signCommission(version: nil, try fixture.act("ben"))
    try buy(lead, "300")
    let receipt = try #require(try store.accrueCommission(try fixture.act("ben")))
    #expect(receipt.assessment.withoutPolicy.count == 1)
    // The revenue before it counts, though nothing was paid for it.
    #expect(receipt.plan.accrued.map(\.before) == [10_000])
    #expect(receipt.plan.accrued.map(\.pool) == [1_500])
    try expectSound()
  }

  @Test func whatIsHeldByHandIsLiftedByHandOnly() throws {
    try inForce(try Self.terms())
    let lead = try disputedLead()
    try buy(lead, "100")
    _ = try store.accrueCommission(try fixture.act("ana"))
    #expect(Set(try lines(lead).map(\.heldBy)) == ["dispute"])
    func release() throws { _ = try store.releaseCommission(of: lead.text, reason: "y", try fixture.act("ben")) }
    #expect(refusal { try release() } == .openDispute(lead))
    let purchase = try #require(try lines(lead).first?.purchase)
    _ = try store.holdCommission(of: purchase, reason: "the invoice is contested", try fixture.act("ana"))
    #expect(
      refusal { _ = try store.holdCommission(of: lead.text, reason: "x", try fixture.act("ana")) } == .heldAlready)
    #expect(Set(try lines(lead).map(\.heldBy)) == ["dispute+hand"])
    try store.perform(on: [lead], try fixture.act("kim")) { _ in .rule(.upheld) }
    _ = try store.accrueCommission(try fixture.act("ana"))
    #expect(Set(try lines(lead).map(\.heldBy)) == ["hand"])
    #expect(refusal { _ = try pay() } == .nothingToPay(try quarter()))
    try release()
    #expect(refusal { try release() } == .notHeld)
    #expect(try pay().values.reduce(0, +) == 500)
    try expectSound()
  }

  @Test func whatIsTakenBackAfterAPaymentIsNettedWithTheNext() throws {
    try inForce(try Self.terms())
    let first = try lead(touches: "s")
    try buy(first, "1000")
    _ = try store.accrueCommission(try fixture.act("ana"))
    #expect(try pay() == ["ben": 5_000])
    try store.perform(on: [first], try fixture.act("ben")) { _ in .refund(nil, nil) }
    _ = try store.accrueCommission(try fixture.act("ana"))
    #expect(try lines(first, .accrued).map(\.amount.minor) == [-5_000])
    #expect(refusal { _ = try pay() } == .nothingToPay(try quarter()), "nobody is paid less than nothing")
    fixture.pass(92 * 86_400)
    let second = try lead(touches: "s")
    try buy(second, "3000")
    _ = try store.accrueCommission(try fixture.act("ana"))
    #expect(try pay("2026-Q4") == ["ben": 10_000])
    #expect(try lines(nil, .accrued).isEmpty)
    try expectSound()
  }

  @Test func aMergedLeadTakesItsRowsAlong() throws {
    try inForce(try Self.terms())
    let (one, two) = (try lead(touches: "m"), try lead(touches: "s"))
    try buy(one, "100")
    try buy(two, "100")
    _ = try store.accrueCommission(try fixture.act("ana"))
    _ = try store.merge([two], into: one, reason: nil, try fixture.act("kim"))
    #expect(try lines(one).count == 2, "the rows follow the purchase")
    try expectSound(2)
    _ = try store.accrueCommission(try fixture.act("ana"))
    #expect(try lines(one, .accrued).count == 4, "both contacts now precede both purchases")
    _ = try store.unmerge([two], try fixture.act("kim"))
    _ = try store.accrueCommission(try fixture.act("ana"))
    #expect(try lines(one, .accrued).map(\.amount.minor) == [500])
    #expect(try lines(two, .accrued).map(\.amount.minor) == [500])
    try expectSound()
  }

  /// What somebody wrote into the table, and what a program wrote into the journal that no policy pays.
  @Test func checkFindsWhatIsNotAsItShouldBe() throws {
    try inForce(try Self.terms())
    let lead = try lead(touches: "m")
    try buy(lead, "100")
    _ = try store.accrueCommission(try fixture.act("ana"))
    try expectSound()
    try store.connection.execute("UPDATE ledger SET minor = minor + 1")
    #expect(try store.check(now: fixture.now).findings.map(\.what) == ["ledger"])
    try store.rebuild { _ in }
    try expectSound()
    var accrual = try #require(try store.read { try LedgerTable.fold(store.journal).standing.values.first })
    accrual.pool += 1
    accrual.parts[0].minor += 1
    try store.record(fixture.context(), as: .login) { draft in
      try draft.append(.ledger(.reversed([accrual.purchase])))
      try draft.append(.ledger(.accrued([accrual])))
    }
    try store.rebuild { _ in }
    let findings = try store.check(now: fixture.now).findings
    #expect(findings.map(\.what) == ["ledger"], "\(findings)")
  }

  @Test func anExportBringsThePolicyAndTheLedgerAlong() throws {
    try inForce(try Self.terms())
    let lead = try lead(touches: "ms")
    try buy(lead, "101")
    _ = try store.accrueCommission(try fixture.act("ana"))
    _ = try pay()
    _ = try store.holdCommission(of: "1", reason: "why not", try fixture.act("ana"))
    var rows: [[String?]] = []
    try store.exportEvents { rows.append($0) }
    let path = fixture.folder.path("export.csv")
    try Data(ImportWorld.export(rows).utf8).write(to: URL(fileURLWithPath: path))
    let id = EventID(high: 7, low: 7)
    let copy = try Store.create(
      path: fixture.folder.path("copy.db"), start: Initialization(zone: "UTC", currency: "EUR"),
      CommandContext(id: id, now: fixture.now, login: "test"))
    let context = CommandContext(id: id.event(1), now: fixture.now, login: "test")
    #expect(try copy.importFiles(ImportRequest(files: [path], mapping: nil), context).rejected == 0)
    #expect(copy.workspace.policies == store.workspace.policies)
    #expect(try copy.check(now: fixture.now).findings == [])
    #expect(try copy.ledger(LedgerFilter()).map(\.amount) == lines().map(\.amount))
    #expect(try copy.ledger(LedgerFilter()).map(\.status) == lines().map(\.status))
  }
}
