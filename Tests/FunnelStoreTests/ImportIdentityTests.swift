import Foundation
import SQLite
import SharedFunnel
import Testing

@testable import FunnelStore

/// What makes two records the same record: an import that gets this wrong counts revenue twice.
struct ImportIdentityTests {
  static let wide = """
    source: crm
    shape: wide
    files:
      - file: people
        key: id
        stages: {4: met}
      - file: deals
        lead: id
        purchased: won
        amount: total
    """
  static let people = "id,met\r\nk1,2024-01-01\r\n"

  @Test func aKeyThatSaysTwoThingsIsSaidToAndNothingFlipsForEver() throws {
    let world = try ImportWorld()
    let twice = "id,met\r\nk1,2024-01-01\r\nk1,2024-02-01\r\n"
    let first = try world.bringIn(Self.wide, twice)
    #expect((first.inserted, first.rejected) == (1, 1))
    let events = try world.events()
    let second = try world.bringIn(Self.wide, twice)
    #expect((second.alreadyKnown, second.rejected, second.corrected) == (1, 1, 0))
    #expect(try world.events() == events)
  }

  @Test func anotherLabelOfAFileIsNotAnotherSale() throws {
    let world = try ImportWorld()
    let deals = "id,won,total\r\nk1,2024-03-01,100.00\r\n"
    _ = try world.bringIn(Self.wide, Self.people, deals)
    let again = try world.bringIn(Self.wide.replacing("file: deals", with: "file: orders"), Self.people, deals)
    #expect((again.inserted, again.alreadyKnown) == (0, 2))
  }

  @Test func aLeadHasSeveralDealsWhereTheirIdsSaySo() throws {
    let world = try ImportWorld()
    let mapping = Self.wide.replacing("    purchased: won", with: "    id: deal\n    purchased: won")
    let deals = "deal,id,won,total\r\nd1,k1,2024-03-01,100.00\r\nd2,k1,2024-04-01,50.00\r\n"
    let first = try world.bringIn(mapping, Self.people, deals)
    #expect((first.inserted, first.rejected) == (3, 0))
    let corrected = try world.bringIn(mapping, Self.people, deals.replacing("50.00", with: "60.00"))
    #expect((corrected.alreadyKnown, corrected.corrected, corrected.inserted) == (2, 1, 0))
    let amounts = try world.store.journey(LeadID(rawValue: 1)).purchases.map { $0.amount?.minor }
    #expect(amounts == [10_000, 6_000])
  }

  static let log = """
    source: log
    shape: long
    files:
      - key: lead
        at: at
        kind: kind
        stage: stage
        owner: {column: owner, unknown: skip}
        source: origin
    """

  @Test func aLogIsKnownAgainWhenItsOwnersHaveBecomeMembers() throws {
    let world = try ImportWorld()
    let log = "lead,at,kind,stage,owner,origin\r\na,2024-01-01,created,1,bob,web\r\na,2024-01-02,moved,2,bob,web\r\n"
    #expect(try world.bringIn(Self.log, log).inserted == 2)
    try world.store.addMember(
      handle: "bob", name: nil, departments: .sales, heads: [], by: .login, world.context())
    #expect(try world.bringIn(Self.log, log).inserted == 0)
    #expect(
      try world.bringIn(
        Self.log.replacing("source: origin", with: "source: {column: origin, values: {web: site}}"), log
      ).inserted == 0)
  }

  @Test func theOrderOfALogsRowsDoesNotDecideHowALeadBegan() throws {
    let rows = ["a,2024-03-01,moved,3,,fair", "a,2024-01-01,moved,2,,web", "a,2024-02-01,touched,,,"]
    var births: Set<String> = []
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      let world = try ImportWorld()
      let log = (["lead,at,kind,stage,owner,origin"] + order.map { rows[$0] }).joined(separator: "\r\n") + "\r\n"
      #expect(try world.bringIn(Self.log, log).inserted == 3)
      let journey = try world.store.journey(LeadID(rawValue: 1))
      let source = try world.store.terms.text(.source, journey.source) ?? "-"
      births.insert("\(journey.created?.iso8601 ?? "-") \(source)")
      #expect(journey.flags.contains(.createdTwice) == false)
    }
    #expect(births == ["2024-01-01T00:00:00Z web"])
  }

  @Test func theSameLineTwiceIsTwoEventsAndStaysTwo() throws {
    let world = try ImportWorld()
    let log =
      "lead,at,kind,stage,owner,origin\r\na,2024-01-01,created,1,,\r\n"
      + String(repeating: "a,2024-01-02,touched,,,\r\n", count: 300)
    #expect(try world.bringIn(Self.log, log).inserted == 301)
    #expect(try world.store.journey(LeadID(rawValue: 1)).touches == 300)
    #expect(try world.bringIn(Self.log, log).inserted == 0)
  }

  // MARK: Our own export

  @Test func aRepairedExportFillsInAndRepeatsNothing() throws {
    let source = try ImportWorld()
    _ = try source.bringIn(Self.wide, Self.people, "id,won,total\r\nk1,2024-03-01,100.00\r\n")
    let whole = try source.export()
    var lines = whole.components(separatedBy: "\r\n")
    let created = try #require(lines.firstIndex { $0.contains(",created,") })
    let good = lines[created]
    lines[created] = good.replacing(",created,", with: ",creatd,")
    let target = try ImportWorld()
    let first = try target.bringInOwn(lines.joined(separator: "\r\n"))
    // Without its first event nothing of the lead comes in, rather than half of it.
    #expect(try target.store.leads(LeadQuery()).isEmpty)
    #expect(first.rejected > 1)
    _ = try target.bringInOwn(whole)
    // In the order of arrival, which differs: the same events.
    let arrived = try target.export().components(separatedBy: "\r\n").sorted()
    #expect(arrived == whole.components(separatedBy: "\r\n").sorted())
    #expect(try target.bringInOwn(whole).inserted == 0)
    // In another order, into a file that knows some of it: still the same leads.
    let reversed = [lines[0]] + whole.components(separatedBy: "\r\n").dropFirst().dropLast().reversed() + [""]
    _ = try source.bringIn(Self.wide, "id,met\r\nk1,2024-01-01\r\nk2,2024-01-05\r\n")
    #expect(try target.bringInOwn(reversed.joined(separator: "\r\n")).inserted == 0)
    #expect(try target.store.leads(LeadQuery()).count == 1)
    #expect(try target.store.check(now: target.now).findings == [])
  }

  @Test func whatWasEmptiedStaysEmpty() throws {
    let fixture = try StoreFixture()
    let lead = try #require(
      try fixture.store.add(NewLead(contact: Contact(name: "Ann", email: "secret@example.org")), try fixture.act("ana"))
    )
    try fixture.store.perform(on: [lead], try fixture.act("ana"), personal: [(.email, "")]) { _ in
      .edit(Description(source: TermID.none))
    }
    let source = ImportWorld.export(try fixture.rows())
    let target = try ImportWorld()
    _ = try target.bringInOwn(source)
    #expect(try target.store.leads([lead]).first?.contact.email ?? "" == "")
    #expect(try target.export() == source)
  }

  @Test func aLeadNumberFromFarAwayLeavesRoomForTheNext() throws {
    let source = try ImportWorld()
    _ = try source.bringIn(Self.wide, Self.people)
    let far = try source.export().replacing(",1,crm:k1,", with: ",4294967295,crm:k1,").replacing(
      ",1,,entered", with: ",4294967295,,entered")
    let target = try ImportWorld()
    #expect(try target.bringInOwn(far).inserted > 0)
    let next = try target.bringIn(Self.wide, "id,met\r\nk9,2024-01-01\r\n")
    #expect(next.inserted == 1)
  }

  // MARK: Two programs on one file

  @Test func twoStoresTakeTurnsAndLoseNothing() throws {
    let fixture = try StoreFixture()
    let other = try Store.open(path: fixture.path, .readWrite, now: fixture.now)
    for round in 0..<6 {
      let store = round % 2 == 0 ? fixture.store : other
      try store.add(NewLead(contact: Contact(name: "L\(round)"), source: "s\(round)"), try fixture.act("ana"))
    }
    for store in [fixture.store, other] {
      #expect(try store.leads(LeadQuery()).count == 6)
      #expect(try store.check(now: fixture.now).findings == [])
      #expect(try store.funnel(FunnelRequest(scope: ReportScope(now: fixture.now))).total.cohort == 6)
    }
  }
}

extension StoreFixture {
  fileprivate func rows() throws -> [[String?]] {
    var rows: [[String?]] = []
    try store.exportEvents { rows.append($0) }
    return rows
  }
}
