import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// Commands, re-imports, merges, voids, undos and erasures in any order: the file stays what its journal says.
struct CorrectionPropertyTests {
  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func anythingInAnyOrderKeepsTheInvariants(seed: UInt64) throws {
    let fixture = try StoreFixture(start: "2026-03-01T08:00:00Z")
    var random = SplitMix64(seed: seed)
    var done: [String: Int] = [:]
    for _ in 0..<150 {
      do {
        done[try step(fixture, &random), default: 0] += 1
      } catch StoreError.refused {
        done["refused", default: 0] += 1
      }
    }
    // All of it must happen, or the test shows nothing.
    for name in ["import", "move", "merge", "unmerge", "void", "undo", "erase", "refused"] {
      #expect(done[name, default: 0] > 0, "\(name)")
    }
    let now = fixture.now
    #expect(try fixture.store.check(now: now).findings == [])
    // A replay tells the same as the pages.
    var live = FunnelRequest(scope: ReportScope(now: now))
    live.grouping = .source
    var replayed = live
    replayed.scope.asOf = now
    #expect(try fixture.store.funnel(live).total == fixture.store.funnel(replayed).total)
    #expect(try fixture.store.funnel(live).groups.map(\.table) == fixture.store.funnel(replayed).groups.map(\.table))
    // What leaves and comes back is the same.
    try expectRoundTrip(fixture)
    try fixture.store.rebuild(onProgress: { _ in })
    #expect(try fixture.store.check(now: now).findings == [])
  }

  /// Whatever was recorded, a merge that is taken back leaves every lead as it was.
  @Test(arguments: [21, 22, 23] as [UInt64])
  func anUnmergeGivesBackEveryLeadExactly(seed: UInt64) throws {
    let fixture = try StoreFixture(start: "2026-03-01T08:00:00Z")
    let store = fixture.store
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 { _ = try? step(fixture, &random) }
    var merges = 0
    for _ in 0..<25 {
      let leads = try store.leads(LeadQuery()).map(\.lead)
      let (one, two) = (
        try #require(leads.randomElement(using: &random)), try #require(leads.randomElement(using: &random))
      )
      let before = try (everyLead(store), leads.map { try store.journey($0) })
      do {
        _ = try store.merge([two], into: one, reason: nil, try fixture.act("kim"))
      } catch StoreError.refused {
        continue
      }
      #expect(try store.check(now: fixture.now).findings == [])
      _ = try store.unmerge([two], try fixture.act("kim"))
      #expect(try everyLead(store) == before.0)
      #expect(try leads.map { try store.journey($0) } == before.1)
      merges += 1
    }
    #expect(merges > 3)
  }

  private func everyLead(_ store: Store) throws -> [LeadRow] {
    try LeadStatus.allCases.flatMap { status in
      var query = LeadQuery()
      query.status = status
      return try store.leads(query)
    }
  }

  // MARK: -

  private func step(_ fixture: StoreFixture, _ random: inout SplitMix64) throws -> String {
    let store = fixture.store
    fixture.pass(Int64.random(in: 0...20_000, using: &random))
    let act = try fixture.act(try #require(["ana", "ben", "kim"].randomElement(using: &random)))
    guard let lead = try everyLead(store).randomElement(using: &random)?.lead, Int.random(in: 0..<5, using: &random) > 0
    else { return try bringIn(fixture, &random) }
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1:
      let other = try #require(try everyLead(store).randomElement(using: &random)).lead
      _ = try store.merge([lead], into: other, reason: nil, act)
      return "merge"
    case 2:
      let merged = try everyLead(store).filter { $0.status == .merged }.randomElement(using: &random)?.lead ?? lead
      _ = try store.unmerge([merged], act)
      return "unmerge"
    case 3, 4:
      let event = try #require(try store.history(of: lead).randomElement(using: &random))
      _ = try store.void([.id(event.event.id)], reason: nil, act)
      return "void"
    case 5, 6:
      _ = try store.undo(act)
      return "undo"
    case 7:
      guard Int.random(in: 0..<3, using: &random) == 0 else { return "" }
      _ = try store.erase([lead], act)
      return "erase"
    case 8:
      try store.perform(on: [try store.carrier(of: lead)], act) { _ in .offer(OfferRequest()) }
      return "offer"
    case 9:
      try store.perform(on: [try store.carrier(of: lead)], act) { _ in .accept(owner: nil) }
      return "accept"
    default:
      let stage = try #require(Stage.allCases.randomElement(using: &random))
      try store.perform(on: [try store.carrier(of: lead)], act) { _ in .move(stage, acceptedBy: nil) }
      return "move"
    }
  }

  private static func mapping(_ feed: String) -> String {
    """
    source: \(feed)
    shape: wide
    files:
      - key: id
        email: email
        source: origin
        stages: {2: met, 4: ready}
        purchased: won
        amount: total
    """
  }

  /// An export of one of two systems that know some of the same people, as it is today.
  private func bringIn(_ fixture: StoreFixture, _ random: inout SplitMix64) throws -> String {
    let feed = try #require(["crm", "news"].randomElement(using: &random))
    func date(_ chance: Int) -> String {
      Int.random(in: 0..<100, using: &random) < chance
        ? "2026-0\(Int.random(in: 1...2, using: &random))-1\(Int.random(in: 0...9, using: &random))" : ""
    }
    var text = "id,email,origin,met,ready,won,total\r\n"
    var rows = 0
    for number in 0..<8 where Int.random(in: 0..<3, using: &random) > 0 {
      let won = date(30)
      text +=
        "\(number),p\(number)@x.example,web,2026-01-0\(number + 1),\(date(60)),\(won),\(won.isEmpty ? "" : "10.00")\r\n"
      rows += 1
    }
    let path = fixture.folder.path("\(feed).csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let summary = try fixture.store.importFiles(
      ImportRequest(files: [path], mapping: try Mapping(yaml: Self.mapping(feed), file: "m.yaml")), fixture.context())
    #expect(
      summary.read == rows && rows == summary.inserted + summary.corrected + summary.alreadyKnown + summary.rejected)
    return "import"
  }

  private func expectRoundTrip(_ fixture: StoreFixture) throws {
    func export(_ store: Store) throws -> [[String?]] {
      var rows: [[String?]] = []
      try store.exportEvents { rows.append($0) }
      return rows
    }
    let rows = try export(fixture.store)
    var bytes: [UInt8] = []
    CSVWriting.append(record: Store.eventColumns, to: &bytes)
    for row in rows { CSVWriting.append(record: row.map { $0 ?? "" }, to: &bytes) }
    let path = fixture.folder.path("export.csv")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let now = fixture.now
    let id = EventID(high: 7, low: 7)
    let copy = try Store.create(
      path: fixture.folder.path("copy.db"), start: Initialization(zone: "UTC", currency: "EUR"),
      CommandContext(id: id, now: now, login: "test"))
    let summary = try copy.importFiles(
      ImportRequest(files: [path], mapping: nil), CommandContext(id: id.event(1), now: now, login: "test"))
    #expect(summary.rejected == 0, "\(summary.examples)")
    #expect(try export(copy) == rows)
    #expect(try copy.check(now: now).findings == [])
    #expect(try everyLead(copy) == everyLead(fixture.store))
  }
}
