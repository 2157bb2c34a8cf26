import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// What was sold goes with the sale wherever it goes: revenue by product is compared with targets by product.
struct ProductTests {
  private static let mapping = """
    source: crm
    shape: wide
    files:
      - key: id
        stages: {4: met}
        purchased: won
        amount: total
        product: what
    """

  private func file(_ product: String) -> String {
    "id,met,won,total,what\r\nk1,2024-01-01,2024-03-01,100.00,\(product)\r\nk2,2024-01-02,,,starter\r\n"
  }

  private func sold(_ world: ImportWorld, _ lead: UInt32 = 1) throws -> [String] {
    try world.store.journey(LeadID(rawValue: lead)).purchases.map {
      try world.store.terms.text(.product, $0.product) ?? "-"
    }
  }

  @Test func aLaterFileCorrectsWhatWasSoldAndAddsNoSale() throws {
    let world = try ImportWorld()
    #expect(try world.bringIn(Self.mapping, file("starter")).inserted == 2)
    #expect(try sold(world) == ["starter"])
    // Nothing was sold to the other one.
    #expect(try sold(world, 2) == [])
    let again = try world.bringIn(Self.mapping, file("starter"))
    #expect((again.alreadyKnown, again.corrected) == (2, 0))
    for product in ["team", "", "Team ü"] {
      let summary = try world.bringIn(Self.mapping, file(product))
      #expect((summary.corrected, summary.alreadyKnown, summary.inserted) == (1, 1, 0))
      #expect(try sold(world) == [product.isEmpty ? "-" : product])
    }
    #expect(try world.store.check(now: world.now).findings == [])
    try world.store.rebuild { _ in }
    #expect(try sold(world) == ["Team ü"])
    #expect(try world.store.check(now: world.now).findings == [])
  }

  /// Numbers of words are a workspace's own.
  @Test func ourOwnExportBringsTheWordAndNotItsNumber() throws {
    let (one, two) = (try ImportWorld(seed: 1), try ImportWorld(seed: 2))
    _ = try two.store.write { try two.store.terms.intern(.product, "something else") }
    _ = try one.bringIn(Self.mapping, file("=team"))
    let summary = try two.bringInOwn(try one.export())
    #expect(summary.rejected == 0)
    #expect(try sold(two) == ["=team"])
    #expect(try two.export() == one.export())
  }

  @Test func aLogAndItsRicherMappingTellTheSameSale() throws {
    let world = try ImportWorld()
    let mapping = """
      source: log
      shape: long
      files:
        - key: lead
          id: number
          at: at
          kind: kind
          amount: total
      """
    let log = "number,lead,at,kind,total,what\r\n1,a,2024-01-01,created,,\r\n2,a,2024-02-01,purchased,5.00,team\r\n"
    _ = try world.bringIn(mapping, log)
    #expect(try sold(world) == ["-"])
    let summary = try world.bringIn(mapping + "\n    product: what", log)
    #expect((summary.corrected, summary.alreadyKnown, summary.inserted) == (1, 1, 0))
    #expect(try sold(world) == ["team"])
  }

  @Test func aMergeKeepsWhatEachOfThemBought() throws {
    let fixture = try StoreFixture()
    let store = fixture.store
    let leads = try ["A", "B"].map { name in
      let new = NewLead(contact: Contact(name: name), stage: .purchaseIntention)
      return try #require(try store.add(new, fixture.act("ben")))
    }
    for (lead, product) in zip(leads, ["starter", "team"]) {
      try store.perform(on: [lead], try fixture.act("ben")) {
        .purchase(nil, product: try $0.intern(.product, product), acceptedBy: nil)
      }
    }
    _ = try store.merge([leads[1]], into: leads[0], reason: nil, try fixture.act("kim"))
    let page = try store.page(of: leads[0])
    #expect(page.journey.purchases.map { page.products[$0.product] } == ["starter", "team"])
    let history = try store.history(of: leads[0]).filter { $0.event.fact.kind == .purchased }
    #expect(history.flatMap(\.details).filter { $0.name == "product" }.map(\.value) == ["starter", "team"])
    #expect(try store.check(now: fixture.now).findings == [])
  }

  @Test func anErasureWritesOverAProductThatTellsThePerson() throws {
    let world = try ImportWorld()
    let mapping = Self.mapping + "\n    email: mail"
    let file =
      "id,met,won,total,what,mail\r\nk1,2024-01-01,2024-03-01,100.00,Plan of zoe@x.example,zoe@x.example\r\n"
    _ = try world.bringIn(mapping, file)
    let erasure = try world.store.erase([LeadID(rawValue: 1)], try world.act())
    #expect(erasure.wordsErased == 1)
    #expect(try sold(world) == ["[erased 1]"])
    #expect(try world.store.check(now: world.now).findings == [])
  }

  @Test func aGuessTakesAProductOnlyWhereThereIsASale() throws {
    func guess(_ header: [String], _ row: [String]) throws -> ColumnMapping? {
      let yaml = MappingGuess([SampledFile(path: "l.csv", header: header, rows: [row])]).yaml
      return try Mapping(yaml: yaml, file: "guess").files[0].columns[.product]
    }
    #expect(
      try guess(["Lead ID", "Created", "Won date", "Product"], ["1", "2024-01-02", "2024-02-03", "team"])?.names
        == ["Product"])
    #expect(try guess(["Lead ID", "Created", "Product"], ["1", "2024-01-02", "team"]) == nil)
  }

  @Test func aGuessFromHeadersAloneSaysSo() {
    func head(_ rows: [[String]]) -> String {
      MappingGuess([SampledFile(path: "l.csv", header: ["Lead ID", "Created"], rows: rows)]).yaml
        .split(separator: "\n").prefix(3).joined(separator: " ").replacing(" # ", with: " ")
    }
    #expect(head([]).contains("guessed from the headers alone"))
    #expect(head([["1", "2024-01-02"]]).contains("up to 1 record of"))
  }
}
