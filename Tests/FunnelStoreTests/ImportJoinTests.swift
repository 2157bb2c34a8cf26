import SharedFunnel
import Testing

@testable import FunnelStore

/// One person in two systems is one lead, until somebody says otherwise; and one who was erased is none.
struct ImportJoinTests {
  static let crm = """
    source: crm
    shape: wide
    files:
      - key: id
        email: email
        created: since
        purchased: won
        amount: {column: total, optional: true}
    """
  static let news = """
    source: news
    shape: wide
    files:
      - key: id
        email: email
        other keys: {crm: crm_id}
        stages: {2: subscribed, 4: ready}
    """
  static let people =
    "id,email,since,won,total\r\nc1,Ana@acme.example,2024-03-01,2024-05-01,100.00\r\nc2,,2024-03-02,,\r\n"
  static let readers =
    "id,email,crm_id,subscribed,ready\r\nn1,ana@ACME.example,,2024-01-05,2024-02-01\r\nn2,,c2,2024-01-06,\r\n"
    + "n3,bob@bolt.example,,2024-01-07,\r\n"

  @Test func thePersonIsJoinedByEMailAndByKeyInWhateverOrderTheFilesCome() throws {
    for isReversed in [false, true] {
      let world = try ImportWorld()
      let files = [(Self.crm, Self.people), (Self.news, Self.readers)]
      var joined = ImportSummary.Joined()
      for (mapping, text) in isReversed ? files.reversed() : files {
        let summary = try world.bringIn(mapping, text)
        joined.byKey += summary.joined.byKey
        joined.byEmail += summary.joined.byEmail
      }
      #expect((joined.byKey, joined.byEmail) == (1, 1))
      #expect(try world.store.leads(LeadQuery()).count == 3)
      let ana = try world.store.journey(try world.store.lead(named: "crm:c1"))
      #expect(try world.store.lead(named: "news:n1") == ana.lead)
      #expect(ana.entryStage == .brandAwareness && ana.furthest == .purchase && ana.purchases.count == 1)
      #expect(!ana.flags.contains(.createdTwice))
      // The same files again change nothing.
      let events = try world.events()
      for (mapping, text) in files {
        let again = try world.bringIn(mapping, text)
        #expect(again.read == again.alreadyKnown)
      }
      #expect(try world.events() == events)
      #expect(try world.store.check(now: world.now).findings == [])
    }
  }

  /// In any script, and however the letters are put together.
  @Test(arguments: [
    ("jörg@müller.example", "JÖRG@MÜLLER.example"), ("Анна@пример.рф", "анна@ПРИМЕР.РФ"),
    ("rene\u{301}@x.example", "REN\u{C9}@x.example"), ("a@b.example", " A@B.example "),
  ])
  func addressesAreComparedWithoutCase(here: String, there: String) throws {
    let world = try ImportWorld()
    _ = try world.bringIn(Self.crm, "id,email,since,won,total\r\nc1,\(here),2024-03-01,,\r\n")
    let joined = try world.bringIn(Self.news, "id,email,crm_id,subscribed,ready\r\nn1,\(there),,2024-01-05,\r\n")
    #expect(joined.joined.byEmail == 1)
    #expect(try world.store.check(now: world.now).findings == [])
    // And whoever was erased is told by it.
    _ = try world.store.erase([LeadID(rawValue: 1)], try world.act())
    let other = Self.news.replacing("source: news", with: "source: club")
    let later = try world.bringIn(other, "id,email,crm_id,subscribed,ready\r\nz1,\(there),,2024-01-05,\r\n")
    #expect((later.suppressed, later.inserted) == (1, 0))
  }

  @Test func otherAddressesStayApart() throws {
    let world = try ImportWorld()
    _ = try world.bringIn(Self.crm, "id,email,since,won,total\r\nc1,jörg@x.example,2024-03-01,,\r\n")
    let summary = try world.bringIn(
      Self.news, "id,email,crm_id,subscribed,ready\r\nn1,jorg@x.example,,2024-01-05,\r\nn2,,,2024-01-05,\r\n")
    #expect(summary.joined.count == 0)
  }

  @Test func aJoinIsTakenBackAndStaysSo() throws {
    let world = try ImportWorld()
    _ = try world.bringIn(Self.crm, Self.people)
    let before = try world.store.journey(LeadID(rawValue: 1))
    _ = try world.bringIn(Self.news, Self.readers)
    var merged = LeadQuery()
    merged.status = .merged
    let twins = try world.store.leads(merged).map(\.lead)
    #expect(twins.count == 2)
    _ = try world.store.unmerge(twins, try world.act())
    #expect(try world.store.journey(LeadID(rawValue: 1)) == before)
    // The next export corrects the lead that it knows, and joins nothing again.
    let corrected = try world.bringIn(Self.news, Self.readers.replacing("2024-02-01", with: "2024-02-03"))
    #expect((corrected.corrected, corrected.joined.count) == (1, 0))
    #expect(try world.store.leads(LeadQuery()).count == 5)
    #expect(try world.store.check(now: world.now).findings == [])
  }

  @Test func aCorrectionOfAJoinedRecordReachesTheLeadThatCarriesIt() throws {
    let world = try ImportWorld()
    _ = try world.bringIn(Self.crm, Self.people)
    _ = try world.bringIn(Self.news, Self.readers)
    _ = try world.bringIn(Self.news, Self.readers.replacing("2024-01-05", with: "2023-12-24"))
    let ana = try world.store.journey(try world.store.lead(named: "crm:c1"))
    #expect(ana.firstEntry[1] == UInt32(try #require(Timestamp(iso8601: "2023-12-24T00:00:00Z")).seconds))
    #expect(try world.store.check(now: world.now).findings == [])
  }

  @Test func whereSeveralHaveTheAddressNobodyIsTaken() throws {
    let world = try ImportWorld()
    let twins = "id,email,since,won,total\r\nc1,a@b.example,2024-03-01,,\r\nc2,a@b.example,2024-03-02,,\r\n"
    #expect(try world.bringIn(Self.crm, twins).joined.count == 0)
    let readers = "id,email,crm_id,subscribed,ready\r\nn1,a@b.example,,2024-01-05,\r\n"
    let summary = try world.bringIn(Self.news, readers)
    #expect((summary.joined.count, summary.undecided) == (0, 1))
    #expect(try world.store.leads(LeadQuery()).count == 3)
  }

  @Test func whoWasErasedIsLeftOutOfEveryLaterImport() throws {
    let world = try ImportWorld()
    _ = try world.bringIn(Self.crm, Self.people)
    _ = try world.store.erase([LeadID(rawValue: 1)], try world.act())
    let again = try world.bringIn(Self.crm, Self.people.replacing("100.00", with: "200.00"))
    #expect((again.alreadyKnown, again.suppressed, again.inserted, again.corrected) == (2, 1, 0, 0))
    let news = try world.bringIn(Self.news, Self.readers)
    #expect((news.suppressed, news.inserted) == (1, 2))
    #expect(try world.store.leads(LeadQuery()).allSatisfy { $0.contact.email != "ana@ACME.example" })
    #expect(try world.store.check(now: world.now).findings == [])
  }

  @Test func anExportTakesMergesAndErasuresAlong() throws {
    let world = try ImportWorld()
    _ = try world.bringIn(Self.crm, Self.people)
    _ = try world.bringIn(Self.news, Self.readers)
    _ = try world.store.erase([try world.store.lead(named: "news:n3")], try world.act())
    let events = try world.export()
    let copy = try ImportWorld(seed: 4)
    #expect(try copy.bringInOwn(events).rejected == 0)
    #expect(try copy.export() == events)
    #expect(try copy.store.leads(LeadQuery()).count == 3)
    #expect(try copy.bringIn(Self.news, Self.readers).suppressed == 1)
    #expect(try copy.store.check(now: copy.now).findings == [])
  }
}
