import Foundation
import SQLite
import SharedFunnel
import Testing

@testable import FunnelStore

/// Purchases in other currencies are priced once, whatever comes first, and nothing that is corrected is lost.
struct PricingTests {
  private let fixture: StoreFixture
  private var store: Store { fixture.store }

  init() throws { fixture = try StoreFixture(start: "2026-04-20T08:00:00Z") }

  private func sheet(_ rates: [String: String], _ day: String, base: String = "EUR") throws -> RateSheet {
    RateSheet(
      base: try #require(Currency(code: base)), day: try #require(CivilDate(iso: day)),
      rates: Dictionary(
        uniqueKeysWithValues: try rates.map { code, rate in
          (try #require(Currency(code: code)), try #require(RateNumber(text: rate)))
        }))
  }

  @discardableResult
  private func set(_ rates: [String: String], _ day: String, base: String = "EUR") throws -> RatesReceipt {
    try #require(try store.setRates([try sheet(rates, day, base: base)], try fixture.act("ana")))
  }

  private func sale(_ amount: String, _ code: String, _ day: String, of lead: LeadID? = nil) throws -> LeadID {
    let at = try #require(Timestamp(iso8601: "\(day)T12:00:00Z"))
    let money = Money(decimal: amount, currency: try #require(Currency(code: code)))
    let lead =
      try lead ?? #require(
        try store.add(
          NewLead(contact: Contact(name: "Acme"), stage: .purchaseIntention),
          try fixture.act("ben", at: Timestamp(seconds: at.seconds - 86_400))))
    try store.perform(on: [lead], try fixture.act("ben", at: at)) { _ in .purchase(money, acceptedBy: nil) }
    return lead
  }

  private func prices(_ lead: LeadID) throws -> [String?] {
    try store.read { try store.journey(lead).purchases.map { $0.price?.amount.decimal } }
  }

  private func expectSound() throws {
    #expect(try store.check(now: fixture.now).findings.isEmpty)
  }

  @Test func aPurchaseTakesTheRateOfItsDayOrTheLastOneBefore() throws {
    try set(["USD": "1.25", "GBP": "0.8"], "2026-03-27")
    try set(["USD": "1.5"], "2026-03-31")
    #expect(try prices(sale("100.00", "USD", "2026-03-31")) == ["66.67"])
    #expect(try prices(sale("100.00", "USD", "2026-03-30")) == ["80.00"], "the rate of a later day is not known yet")
    #expect(try prices(sale("100.00", "GBP", "2026-04-03")) == ["125.00"])
    #expect(try prices(sale("100.00", "GBP", "2026-04-04")) == [nil], "eight days old")
    #expect(try prices(sale("100.00", "EUR", "2026-03-31")) == [nil], "an amount in the own currency needs no price")
    try expectSound()
  }

  @Test func purchasesFromBeforeTheRatesArePricedWhenTheyCome() throws {
    let lead = try sale("1000", "JPY", "2026-03-31")
    _ = try sale("10", "JPY", "2026-04-01", of: lead)
    let other = try sale("10.00", "USD", "2026-04-01")
    #expect(try prices(lead) == [nil, nil])
    let receipt = try set(["JPY": "160"], "2026-03-31")
    #expect(receipt.priced == 2)
    #expect(try prices(lead) == ["6.25", "0.06"])
    #expect(try prices(other) == [nil])
    #expect(try set(["JPY": "160"], "2026-03-31") == RatesReceipt(read: 1))
    try expectSound()
  }

  @Test func aCorrectedRateLeavesPricesUntilAHeadAsksForNewOnes() throws {
    try set(["USD": "1.25"], "2026-03-31")
    let lead = try sale("100.00", "USD", "2026-03-31")
    let receipt = try set(["USD": "1.6"], "2026-03-31")
    #expect((receipt.changed, receipt.outdated) == (1, 1))
    #expect(try prices(lead) == ["80.00"])
    #expect(throws: StoreError.self) { try store.reprice(fixture.act("max")) }
    let changed = try #require(try store.reprice(try fixture.act("ana")))
    #expect(changed.map(\.new?.amount.decimal) == ["62.50"])
    #expect(try prices(lead) == ["62.50"])
    #expect(try store.reprice(try fixture.act("ana")) == [])
    #expect(throws: StoreError.self, "the old price contradicts the rates") { try store.undo(fixture.act("ana")) }
    try expectSound()
  }

  @Test func undoingARateTakesItsPricesBack() throws {
    let lead = try sale("100.00", "USD", "2026-03-31")
    try set(["USD": "1.25"], "2026-03-31")
    _ = try store.undo(try fixture.act("ana"))
    #expect(try prices(lead) == [nil])
    #expect(try store.rates(RateFilter()).isEmpty)
    try set(["USD": "1.6"], "2026-03-31")
    #expect(try prices(lead) == ["62.50"])
    _ = try store.undo(try fixture.act("ben"))
    #expect(try prices(lead).isEmpty)
    try expectSound()
  }

  @Test func aPriceGoesWithItsPurchaseThroughMergeAndUnmerge() throws {
    let (lead, other) = (try sale("100.00", "USD", "2026-03-30"), try sale("50.00", "USD", "2026-03-31"))
    _ = try store.merge([lead], into: other, reason: nil, try fixture.act("kim"))
    try set(["USD": "1.25"], "2026-03-30")
    #expect(try prices(other) == ["80.00", "40.00"])
    try expectSound()
    _ = try store.unmerge([lead], try fixture.act("kim"))
    #expect(try prices(lead) == ["80.00"])
    #expect(try prices(other) == ["40.00"])
    try expectSound()
  }

  @Test func anImportIsPricedAndACorrectedAmountIsPricedAnew() throws {
    try set(["USD": "1.25"], "2026-03-31")
    let path = fixture.folder.path("deals.csv")
    func run(_ amount: String) throws {
      try "id,won,amount,currency\n7,2026-03-31,\(amount),USD\n".write(toFile: path, atomically: true, encoding: .utf8)
      let yaml = """
        source: crm
        shape: wide
        files:
          - key: id
            purchased: won
            amount: amount
            currency: currency
        """
      let mapping = try Mapping(yaml: yaml, file: "deals.yaml")
      _ = try store.importFiles(ImportRequest(files: [path], mapping: mapping), fixture.context())
    }
    try run("100.00")
    #expect(try prices(LeadID(rawValue: 1)) == ["80.00"])
    try run("200.00")
    #expect(try prices(LeadID(rawValue: 1)) == ["160.00"])
    try expectSound()
  }

  /// What the file brings, an export brings to another file: rates, prices and all.
  @Test func anExportBringsRatesAndPricesAlong() throws {
    try set(["USD": "1.25", "JPY": "160"], "2026-03-31")
    let lead = try sale("100.00", "USD", "2026-03-31")
    try set(["USD": "1.6"], "2026-03-31")
    _ = try store.reprice(try fixture.act("ana"))
    var rows: [[String?]] = []
    try store.exportEvents { rows.append($0) }
    let path = fixture.folder.path("export.csv")
    try Data(ImportWorld.export(rows).utf8).write(to: URL(fileURLWithPath: path))
    let id = EventID(high: 7, low: 7)
    let copy = try Store.create(
      path: fixture.folder.path("copy.db"), start: Initialization(zone: "UTC", currency: "EUR"),
      CommandContext(id: id, now: fixture.now, login: "test"))
    for place in 1...2 {
      let context = CommandContext(id: id.event(place), now: fixture.now, login: "test")
      let summary = try copy.importFiles(ImportRequest(files: [path], mapping: nil), context)
      #expect(summary.rejected == 0 && (place == 1) == (summary.inserted > 0))
    }
    #expect(try copy.rates(RateFilter()) == store.rates(RateFilter()))
    #expect(try copy.read { try copy.journey(lead).purchases } == store.read { try store.journey(lead).purchases })
    #expect(try copy.check(now: fixture.now).findings.isEmpty)
  }

  @Test func aTableOfRatesThatSomebodyChangedIsFoundAndMended() throws {
    try set(["USD": "1.25"], "2026-03-31")
    try store.connection.execute("UPDATE rate SET rate = '1.3'")
    #expect(try store.check(now: fixture.now).findings.count == 1)
    _ = try store.rebuild { _ in }
    try expectSound()
  }
}
