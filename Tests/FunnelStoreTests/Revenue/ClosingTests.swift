import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// A closed period keeps what both signed, and whatever is corrected later is told to the last unit.
struct ClosingTests {
  private let fixture: StoreFixture
  private var store: Store { fixture.store }
  private let quarter: TargetPeriod

  init() throws {
    fixture = try StoreFixture(start: "2026-04-20T08:00:00Z")
    quarter = try TargetPeriod(text: "2026-Q1", fiscalStart: 1)
  }

  private func at(_ day: String) throws -> Timestamp { try #require(Timestamp(iso8601: "\(day)T12:00:00Z")) }

  private func money(_ minor: Int64, _ code: String = "EUR") throws -> Money {
    Money(minor: minor, currency: try #require(Currency(code: code)))
  }

  private func lead() throws -> LeadID {
    try #require(
      try store.add(
        NewLead(contact: Contact(name: "Acme"), stage: .purchaseIntention),
        try fixture.act("ben", at: try at("2025-12-01"))))
  }

  private func buy(_ lead: LeadID, _ money: Money?, _ day: String) throws {
    try store.perform(on: [lead], try fixture.act("ben", at: try at(day))) { _ in .purchase(money, acceptedBy: nil) }
  }

  private func close(_ handle: String) throws -> PeriodState? {
    try store.closePeriod(quarter, try fixture.act(handle))
  }

  private func state() throws -> PeriodState { try store.periodState(quarter, ReportScope(now: fixture.now)) }

  @Test func itTakesBothUnderTheSameFigures() throws {
    let lead = try lead()
    try buy(lead, try money(10_000), "2026-02-01")
    #expect(refusal { _ = try close("sue") } == .onlyHeads(member: "sue", [.marketing, .sales]))
    #expect(try close("ana")?.closed == nil)
    #expect(refusal { _ = try close("ana") } == .signedAlready(member: "ana"))
    // Something came in between: ana signed other figures than ben does.
    try buy(lead, try money(500), "2026-03-01")
    #expect(try close("ben")?.pending?.unsigned == .marketing)
    let closed = try #require(try close("ana")?.closed)
    #expect((closed.figures.attained, closed.version) == (10_500, 1))
    #expect(refusal { _ = try close("kim") } == .closing(.closed(quarter)))
    let next = try TargetPeriod(text: "2026-Q2", fiscalStart: 1)
    #expect(
      refusal { _ = try store.closePeriod(next, try fixture.act("kim")) } == .closing(.notOver(next)),
      "a period that goes on cannot be closed")
    _ = try store.undo(try fixture.act("ana"))
    #expect(try state().closed == nil, "a signature can be taken back")
    #expect(try store.check(now: fixture.now).findings.isEmpty)
  }

  @Test func aRestatementIsSignedAsTheNextVersionAndTheFirstStays() throws {
    let lead = try lead()
    try buy(lead, try money(10_000), "2026-02-01")
    _ = try close("kim")
    try buy(lead, try money(700), "2026-02-02")
    let state = try state()
    #expect((state.closed?.figures.attained, state.present.attained) == (10_000, 10_700))
    #expect(state.restatement?.difference == 700)
    _ = try close("kim")
    #expect(store.workspace.closings.closings(of: quarter).map(\.figures.attained) == [10_000, 10_700])
    #expect(try self.state().restatement?.changes == [])
  }

  @Test func closingThenCorrectingShowsExactlyTheDifference() throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let fixture = try ClosingTests()
      try fixture.correct(seed: seed)
    }
  }

  /// Random sales, a closing, then anything that can happen to them.
  private func correct(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let days = ["2025-12-30", "2026-01-01", "2026-02-10", "2026-03-31", "2026-04-02"]
    func day() -> String { days.randomElement(using: &random) ?? "2026-01-01" }
    let leads = try (0..<4).map { _ in try lead() }
    func sale() throws {
      let paid: Money? =
        switch Int.random(in: 0..<6, using: &random) {
        case 0: nil
        case 1: try money(Int64.random(in: 1...9_000, using: &random), "JPY")
        case 2: try money(Int64.random(in: 1...9_000_000, using: &random), "KWD")
        default: try money(Int64.random(in: 1...900_000, using: &random))
        }
      try buy(leads.randomElement(using: &random) ?? leads[0], paid, day())
    }
    for _ in 0..<8 { try sale() }
    let before = try #require(try close("kim")?.closed)
    var changed = 0
    for step in 0..<10 {
      switch step == 3 ? 3 : Int.random(in: 0..<3, using: &random) {
      case 0: try sale()
      case 1:
        let lead = leads.randomElement(using: &random) ?? leads[0]
        let bought = try store.read { try store.journey(lead).purchases }.filter { !$0.isRefunded }
        guard let purchase = bought.randomElement(using: &random) else { continue }
        try? store.perform(on: [lead], try fixture.act("ben", at: try at("2026-03-31"))) { _ in
          .refund(purchase.event, nil)
        }
      case 2:
        let lead = leads.randomElement(using: &random) ?? leads[0]
        guard let purchase = try store.read({ try store.journey(lead).purchases }).first else { continue }
        _ = try? store.void([.id(purchase.event)], reason: "A mistake.", try fixture.act("kim"))
      default:
        // Rates come late: what was unpriced gets a value.
        let rates = try ["JPY": "160", "KWD": "0.333"].map { code, rate in
          (try #require(Currency(code: code)), try #require(RateNumber(text: rate)))
        }
        let sheets = try days.compactMap { CivilDate(iso: $0) }.map {
          RateSheet(
            base: try #require(Currency(code: "EUR")), day: $0,
            rates: Dictionary(rates, uniquingKeysWith: { first, _ in first }))
        }
        _ = try store.setRates(sheets, try fixture.act("ana"))
      }
      let state = try state()
      #expect(state.closed == before, "what both signed stays")
      let restatement = try #require(state.restatement)
      let difference = (state.present.attained ?? 0) - (before.figures.attained ?? 0)
      #expect(restatement.difference == difference)
      #expect(restatement.changes.reduce(0) { $0 + $1.difference } == difference)
      changed += restatement.changes.isEmpty ? 0 : 1
    }
    #expect(changed > 3)
    #expect(try store.check(now: fixture.now).findings.isEmpty)
  }
}
