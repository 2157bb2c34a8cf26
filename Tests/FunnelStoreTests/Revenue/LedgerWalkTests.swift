import SharedFunnel
import Testing

@testable import FunnelStore

/// Sales, refunds, merges, disputes, prices, holds and payments in any order, in a real file: the ledger stays what the
/// policies pay, and 'check' proves it.
struct LedgerWalkTests {
  @Test(arguments: [31, 32] as [UInt64])
  func anythingInAnyOrderIsProved(seed: UInt64) throws {
    let world = try CommissionTests()
    let (fixture, store) = (world.fixture, world.store)
    var random = SplitMix64(seed: seed)
    try world.inForce(try CommissionTests.terms([(0, 33_333), (50_000, 77_777)], model: .positionBased))
    var done: [String: Int] = [:]
    for step in 0..<110 {
      if step == 40 {
        try world.inForce(try CommissionTests.terms([(0, 20_000)], cap: 9_000), from: "2026-07-03")
      }
      do {
        done[try act(world, &random), default: 0] += 1
      } catch StoreError.refused {
        done["refused", default: 0] += 1
      }
    }
    for name in ["buy", "refund", "merge", "unmerge", "dispute", "rule", "accrue", "pay", "hold", "void", "price"] {
      #expect(done[name, default: 0] > 0, "\(name) never happened")
    }
    let waiting = try store.commissionsWaiting(now: fixture.now)
    let report = try store.check(now: fixture.now)
    #expect(report.findings == [])
    #expect(report.commissionsWaiting == waiting)
    let plan = try #require(try store.accrueCommission(try fixture.act("ana"))).plan
    #expect(plan.purchases.count == waiting)
    try world.expectSound()
    let before = try world.lines().map { "\($0)" }
    try store.rebuild { _ in }
    #expect(try world.lines().map { "\($0)" } == before)
    try world.expectSound()
  }

  private func act(_ world: CommissionTests, _ random: inout SplitMix64) throws -> String {
    let (fixture, store) = (world.fixture, world.store)
    fixture.pass(Int64.random(in: 0...40_000, using: &random))
    let leads = try LeadStatus.allCases.flatMap { status in
      var query = LeadQuery()
      query.status = status
      return try store.leads(query).map(\.lead)
    }
    guard let lead = leads.randomElement(using: &random), leads.count > 3 else {
      _ = try world.lead(touches: try #require(["m", "ms", "smm"].randomElement(using: &random)))
      return "add"
    }
    let carrier = try store.carrier(of: lead)
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<6:
      let code = try #require(["EUR", "EUR", "USD"].randomElement(using: &random))
      let money = Money(
        minor: Int64.random(in: 1...30_000, using: &random), currency: try #require(Currency(code: code)))
      try store.perform(on: [carrier], try fixture.act("kim")) { _ in .purchase(money, acceptedBy: nil) }
      return "buy"
    case 6, 7:
      let purchase = try store.journey(carrier).purchases.randomElement(using: &random)
      let back = purchase?.amount.map { Money(minor: max(1, $0.minor / 3), currency: $0.currency) }
      try store.perform(on: [carrier], try fixture.act("kim")) { _ in .refund(purchase?.event, back) }
      return "refund"
    case 8:
      let other = try store.carrier(of: try #require(leads.randomElement(using: &random)))
      _ = try store.merge([carrier], into: other, reason: nil, try fixture.act("kim"))
      return "merge"
    case 9, 16:
      var query = LeadQuery()
      query.status = .merged
      guard let merged = try store.leads(query).first?.lead else { return "" }
      _ = try store.unmerge([merged], try fixture.act("kim"))
      return "unmerge"
    case 10, 18:
      try world.buy(try world.disputedLead(), "150")
      return "dispute"
    case 11:
      let open = try store.disputeCases().filter { $0.ruling == nil }
      guard let dispute = open.first else { return "" }
      try store.perform(on: [dispute.lead], try fixture.act("kim")) { _ in .rule(.upheld) }
      return "rule"
    case 12:
      let events = try store.history(of: lead).filter { $0.event.fact.kind != .created && !$0.isVoided }
      guard let event = events.randomElement(using: &random) else { return "" }
      _ = try store.void([.id(event.event.id)], reason: nil, try fixture.act("kim"))
      return "void"
    case 13:
      let day = try ReportingZone(identifier: "UTC").date(of: fixture.now)
      let rate = try #require(RateNumber(text: "1.\(Int.random(in: 1...9, using: &random))"))
      let (euro, dollar) = (try #require(Currency(code: "EUR")), try #require(Currency(code: "USD")))
      _ = try store.setRates([RateSheet(base: euro, day: day, rates: [dollar: rate])], try fixture.act("ana"))
      _ = try store.reprice(try fixture.act("ana"))
      return "price"
    case 14, 17:
      let hold = Bool.random(using: &random)
      let act = try fixture.act("ben")
      _ =
        hold
        ? try store.holdCommission(of: carrier.text, reason: "x", act)
        : try store.releaseCommission(of: carrier.text, reason: "x", act)
      return "hold"
    case 15:
      _ = try store.accrueCommission(try fixture.act("ana"))
      _ = try store.payCommission(for: try world.quarter(), try fixture.act("ben"))
      return "pay"
    default:
      _ = try store.accrueCommission(try fixture.act("ana"))
      return "accrue"
    }
  }
}
