import Foundation
import SQLite
import SharedFunnel
import Testing

@testable import FunnelStore

/// Mistakes can be taken back, and only what they touched changes.
struct CorrectionTests {
  let fixture: StoreFixture
  var store: Store { fixture.store }

  init() throws { fixture = try StoreFixture() }

  private func add(_ name: String, _ email: String? = nil, keys: [String] = []) throws -> LeadID {
    try #require(
      try store.add(NewLead(contact: Contact(name: name, email: email), keys: keys, source: "web"), fixture.act("ana")))
  }

  private func move(_ lead: LeadID, _ stage: Stage, by handle: String = "ana") throws {
    try store.perform(on: [lead], try fixture.act(handle)) { _ in .move(stage, acceptedBy: nil) }
  }

  private func state(_ lead: LeadID) throws -> (Journey, LeadRow) {
    (try store.journey(lead), try #require(try store.leads([lead]).first))
  }

  // MARK: Undo

  @Test func undoTakesBackCommandAfterCommand() throws {
    let lead = try add("Acme")
    let first = try state(lead)
    try move(lead, .brandAwareness)
    let second = try state(lead)
    try move(lead, .brandPreference)
    #expect(try store.undo(try fixture.act("ana"))?.kinds == [.moved])
    #expect(try store.journey(lead) == second.0)
    #expect(try store.undo(try fixture.act("ana"))?.kinds == [.moved])
    #expect(try store.journey(lead) == first.0)
    #expect(try store.leads([lead]).first == first.1)
    // The beginning goes last, and then the lead counts nowhere.
    #expect(try store.undo(try fixture.act("ana"))?.kinds == [.created])
    #expect(try store.journey(lead).status == .voided)
    #expect(try store.leads(LeadQuery()).isEmpty)
    #expect(throws: StoreError.self) { try store.undo(try fixture.act("ana")) }
    #expect(throws: StoreError.self) { try move(lead, .brandAwareness) }
    #expect(try store.check(now: fixture.now).findings == [])
  }

  @Test func undoIsOnlyForTheActorsOwnCommands() throws {
    let lead = try add("Acme")
    try store.perform(on: [lead], try fixture.act("max")) { .tag(add: [try $0.intern(.tag, "hot")], remove: []) }
    #expect(try store.undo(try fixture.act("max"))?.kinds == [.tagged])
    #expect(throws: StoreError.self) { try store.undo(try fixture.act("max")) }
    #expect(try store.journey(lead).status == .open)
  }

  @Test func undoIsRefusedWhereLaterEventsBuildOnIt() throws {
    let lead = try add("Acme")
    try move(lead, .brandPreference)
    try store.perform(on: [lead], try fixture.act("ana")) { _ in .offer(OfferRequest()) }
    try store.perform(on: [lead], try fixture.act("ben")) { _ in .accept(owner: nil) }
    let before = try store.history(of: lead).count
    do {
      _ = try store.undo(try fixture.act("ana"))
      Issue.record("the acceptance builds on the offer")
    } catch StoreError.refused(let refusal) {
      #expect(refusal.message.contains("accepted"))
    }
    #expect(try store.history(of: lead).count == before)
    // Once the answer is gone, the offer can go.
    _ = try store.undo(try fixture.act("ben"))
    _ = try store.undo(try fixture.act("ana"))
    #expect(try store.journey(lead).handoffs.isEmpty)
  }

  @Test func undoOfAStageAssignmentGivesTheLineBack() throws {
    let before = store.workspace.ownership
    try store.assign(
      StageAssignment(stage: .brandPreference, owners: .sales, responsible: nil, from: nil), try fixture.act("kim"))
    #expect(store.workspace.ownership != before)
    #expect(try store.undo(try fixture.act("kim"))?.kinds == [.stageAssigned])
    #expect(store.workspace.ownership == before)
    #expect(try Store.open(path: fixture.path, .readOnly, now: fixture.now).workspace.ownership == before)
  }

  // MARK: Void

  @Test func aVoidedEventStaysInTheHistoryAndCountsNowhere() throws {
    let lead = try add("Acme")
    try move(lead, .brandConsideration)
    let event = try #require(try store.history(of: lead).last)
    let changed = try store.void([.id(event.event.id)], reason: "wrong lead", try fixture.act("kim"))
    #expect(changed == [lead])
    let history = try store.history(of: lead)
    #expect(history.filter(\.isVoided).map(\.seq) == [event.seq])
    #expect(history.last?.note == "wrong lead")
    #expect(try store.journey(lead).stage == .customerAwareness)
    for name in [EventName.number(event.seq), .number(try #require(history.last).seq), .number(9_999)] {
      #expect(throws: StoreError.self) { try store.void([name], reason: nil, try fixture.act("kim")) }
    }
  }

  @Test func onlyThoseWhoWorkOnALeadOrHeadMayVoidWhatOthersRecorded() throws {
    let lead = try add("Acme")
    try move(lead, .brandConsideration)
    let event = try #require(try store.history(of: lead).last)
    #expect(throws: StoreError.self) { try store.void([.number(event.seq)], reason: nil, try fixture.act("sue")) }
    #expect(throws: Never.self) { try store.void([.number(event.seq)], reason: nil, try fixture.act("max")) }
  }

  @Test func aLeadsBeginningCannotGoAlone() throws {
    let lead = try add("Acme")
    try move(lead, .brandConsideration)
    let created = try #require(try store.history(of: lead).first)
    #expect(throws: StoreError.self) { try store.void([.number(created.seq)], reason: nil, try fixture.act("ana")) }
    let all = try store.history(of: lead).map { EventName.number($0.seq) }
    _ = try store.void(all, reason: nil, try fixture.act("ana"))
    #expect(try store.journey(lead).status == .voided)
  }

  // MARK: Merge

  @Test func aMergeUnitesHandoffsAndPurchasesAndAnUnmergeGivesBackExactlyWhatWas() throws {
    let money = Money(minor: 12_500, currency: try #require(Currency(code: "EUR")))
    let one = try add("Acme", "a@acme.example", keys: ["crm:1"])
    let two = try add("ACME GmbH", "b@acme.example", keys: ["crm:2"])
    try move(one, .brandPreference)
    for lead in [two] {
      try move(lead, .brandPreference)
      try store.perform(on: [lead], try fixture.act("ana")) { _ in .offer(OfferRequest()) }
      try store.perform(on: [lead], try fixture.act("ben")) { _ in .accept(owner: nil) }
      try store.perform(on: [lead], try fixture.act("ben")) { _ in .purchase(money, acceptedBy: nil) }
    }
    let before = try [state(one), state(two)]
    let pages = try pageBytes()
    #expect(try store.merge([two], into: one, reason: nil, try fixture.act("kim")) == one)
    let merged = try store.journey(one)
    #expect(merged.handoffs.count { $0.outcome == .accepted } == 1)
    #expect(merged.purchases.map(\.amount) == [money])
    #expect(merged.furthest == .purchase)
    #expect(try store.lead(named: "crm:2") == one)
    #expect(try store.lead(named: two.text) == one)
    #expect(try store.leads(LeadQuery()).map(\.lead) == [one])
    #expect(try store.leads([one]).first?.contact.email == "a@acme.example")
    #expect(try store.check(now: fixture.now).findings == [])
    // One lead in every report.
    #expect(try store.funnel(FunnelRequest(scope: ReportScope(now: fixture.now))).total.cohort == 1)
    let replayed = ReportScope(now: fixture.now, asOf: fixture.now)
    #expect(try store.funnel(FunnelRequest(scope: replayed)).total.cohort == 1)
    // As it was known before the merge there were two.
    let known = ReportScope(now: fixture.now, knownAt: Timestamp(milliseconds: fixture.now.milliseconds - 1000))
    #expect(try store.funnel(FunnelRequest(scope: known)).total.cohort == 2)

    _ = try store.unmerge([two], try fixture.act("kim"))
    #expect(try [one, two].map { try store.journey($0) } == before.map(\.0))
    #expect(try store.leads([one, two]) == before.map(\.1))
    #expect(try Set(pageBytes()) == Set(pages))
    #expect(try store.check(now: fixture.now).findings == [])
  }

  /// The records of the leads, wherever they lie.
  private func pageBytes() throws -> [[UInt8]] {
    var records: [[UInt8]] = []
    try RecordPages.forEach(store.connection, .lead) { page in
      for offset in stride(from: 0, to: page.byteCount, by: LeadRecord.byteCount) {
        var bytes: [UInt8] = []
        LeadRecord(page, at: offset).write(to: &bytes)
        records.append(bytes)
      }
    }
    return records.filter { $0.contains { $0 != 0 } }
  }

  @Test func anUnmergeIsRefusedWhileSomethingBuildsOnTheMerge() throws {
    let money = Money(minor: 12_500, currency: try #require(Currency(code: "EUR")))
    let one = try add("Acme")
    let two = try add("ACME")
    try store.perform(on: [two], try fixture.act("ana")) { [store] _ in
      .purchase(money, acceptedBy: try store.member("ben"))
    }
    _ = try store.merge([two], into: one, reason: nil, try fixture.act("kim"))
    try store.perform(on: [one], try fixture.act("kim")) { _ in .refund(nil, nil) }
    #expect(throws: StoreError.self) { try store.unmerge([two], try fixture.act("kim")) }
    _ = try store.undo(try fixture.act("kim"))
    #expect(throws: Never.self) { try store.unmerge([two], try fixture.act("kim")) }
    #expect(try store.journey(two).purchases.count == 1)
  }

  @Test func whatCannotBeMergedIsRefused() throws {
    let one = try add("Acme")
    let two = try add("ACME")
    let kim = { try fixture.act("kim") }
    #expect(throws: StoreError.self) { try store.merge([one], into: one, reason: nil, kim()) }
    for lead in [one, two] {
      try move(lead, .brandPreference)
      try store.perform(on: [lead], try fixture.act("ana")) { _ in .offer(OfferRequest()) }
    }
    // A lead has at most one open offer.
    #expect(throws: StoreError.self) { try store.merge([two], into: one, reason: nil, kim()) }
    try store.perform(on: [two], try fixture.act("ana")) { _ in .withdraw }
    #expect(throws: Never.self) { try store.merge([two], into: one, reason: nil, kim()) }
    // The other name of the same lead.
    #expect(throws: StoreError.self) { try store.merge([one], into: two, reason: nil, kim()) }
    #expect(throws: StoreError.self) { try store.unmerge([one], kim()) }
  }

  // MARK: Erase

  @Test func anErasedPersonIsInNoByteOfTheFileItsLogOrALaterBackup() throws {
    let secret = "zaphod.beeblebrox"
    let lead = try add("Zaphod Beeblebrox XQ", "\(secret)@heartofgold.example", keys: ["crm:\(secret)"])
    // Earlier versions leave their traces in free space.
    for index in 0..<30 {
      try store.perform(
        on: [lead], try fixture.act("ana"),
        personal: [(.name, "Zaphod Beeblebrox XQ \(index) " + String(repeating: "x", count: index * 7))]
      ) { _ in .edit(Description()) }
      try store.perform(on: [lead], try fixture.act("ana"), personal: [(.note, "\(secret) called")]) { _ in .note }
    }
    let other = try add("Trillian", "trillian@heartofgold.example", keys: ["crm:t"])
    let before = fixture.folder.path("before.db")
    try store.backup(to: before, overwriting: false)
    try store.noteBackup(at: before, by: .login, fixture.context())
    let counts = try store.funnel(FunnelRequest(scope: ReportScope(now: fixture.now))).total

    let erasure = try store.erase([lead], try fixture.act("kim"))
    #expect(erasure.leads == [lead])
    #expect(erasure.backups.map { URL(fileURLWithPath: $0.path).lastPathComponent } == ["before.db"])
    let after = fixture.folder.path("after.db")
    try store.backup(to: after, overwriting: false)
    for path in [fixture.path, fixture.path + "-wal", after, after + "-wal"] {
      guard let bytes = FileManager.default.contents(atPath: path) else { continue }
      for word in [secret, "Beeblebrox"] { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(path)") }
    }
    // The search finds what is there.
    let kept = try #require(FileManager.default.contents(atPath: fixture.path))
    #expect(kept.range(of: Data("trillian@heartofgold".utf8)) != nil)
    #expect(try #require(FileManager.default.contents(atPath: before)).range(of: Data(secret.utf8)) != nil)

    #expect(try store.funnel(FunnelRequest(scope: ReportScope(now: fixture.now))).total == counts)
    #expect(try store.leads([lead]).first?.contact == Contact())
    #expect(try store.leads([lead]).first?.erased != nil)
    #expect(try store.leads([other]).first?.contact.name == "Trillian")
    #expect(throws: StoreError.self) { try store.undo(try fixture.act("kim")) }
    #expect(throws: StoreError.self) { try store.merge([lead], into: other, reason: nil, try fixture.act("kim")) }
    try store.rebuild(onProgress: { _ in })
    #expect(try store.check(now: fixture.now).findings == [])
  }

  /// Forms let people type themselves into sources and tags; those words are other leads' words too.
  @Test func anErasedPersonIsInNoWordEither() throws {
    let lead = try add("Zaphod Beeblebrox", "Zäphod@heart.example", keys: ["crm:zb-7781"])
    let other = try add("Trillian", "t@heart.example", keys: ["crm:t"])
    let shared = [
      "VIP zÄphod@HEART.example", "met CRM:ZB-7781.", "Zaphod Beeblebroxes", "ref zb-7781", "[erased 1]", "plain",
      "zaphod beeblebrox fans", "my-zäphod@heart.example", "zäphod@heart.example.org", "crm:zb-77812",
    ]
    let own = ["zaphod beeblebrox (speaker)", "his plain tag"]
    for (word, leads) in shared.map({ ($0, [lead, other]) }) + own.map({ ($0, [lead]) }) {
      for each in leads {
        try store.perform(on: [each], try fixture.act("ana")) { .tag(add: [try $0.intern(.tag, word)], remove: []) }
      }
    }
    try store.perform(on: [other], try fixture.act("ana"), personal: [(.note, "ask Zaphod Beeblebrox")]) { _ in .note }
    let tagged = try store.journey(other).tags
    #expect(try store.erase([lead], try fixture.act("kim", isDryRun: true)).wordsErased == 3)
    #expect(try store.terms.all(.tag).contains("met CRM:ZB-7781."))

    let erasure = try store.erase([lead], try fixture.act("kim"))
    #expect(erasure.wordsErased == 3)
    // An id alone, part of a name, a longer address, and a name that others have as a tag can mean something else: they
    // stay, and are told.
    let told: Set = [
      "ref zb-7781", "Zaphod Beeblebroxes", "zaphod beeblebrox fans", "my-zäphod@heart.example",
      "zäphod@heart.example.org", "crm:zb-77812",
    ]
    #expect(Set(erasure.words) == told)
    #expect(erasure.others == [other])
    #expect(try store.journey(other).tags == tagged)
    let kept = Set(try store.terms.all(.tag))
    #expect(kept.isSuperset(of: told.union(["[erased 1]", "plain", "his plain tag"])))
    #expect(kept.count { $0.hasPrefix("[erased ") } == 4)
    for path in [fixture.path, fixture.path + "-wal"] {
      let bytes = FileManager.default.contents(atPath: path) ?? Data()
      for word in ["@HEART.example", "CRM:ZB-7781", "(speaker)"] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(path)")
      }
    }
    #expect(try store.check(now: fixture.now).findings == [])
    try store.rebuild(onProgress: { _ in })
    #expect(try store.check(now: fixture.now).findings == [])
    // A word is changed by nothing else.
    #expect(throws: (any Error).self) { try store.connection.execute("UPDATE term SET text = 'x' WHERE id = 1") }
  }

  @Test func anErasureReachesTheLeadsThatWereMerged() throws {
    let one = try add("Acme", "one@acme.example", keys: ["crm:1"])
    let two = try add("ACME", "two@acme.example", keys: ["crm:2"])
    _ = try store.merge([two], into: one, reason: nil, try fixture.act("kim"))
    #expect(try store.erase([one], try fixture.act("kim")).leads == [one, two])
    let suppression = try Suppression(store.connection)
    for name in ["one@acme.example", "TWO@acme.example", "crm:1", "crm:2"] {
      #expect(suppression.contains(anyOf: [name]))
    }
    #expect(!suppression.contains(anyOf: ["three@acme.example"]))
    try store.rebuild(onProgress: { _ in })
    #expect(try Suppression(store.connection).contains(anyOf: ["crm:2"]))
  }
}

/// What two copies of a file say of each other's leads.
struct CorrectionCopyTests {
  private func pair() throws -> (one: ImportWorld, two: ImportWorld) {
    (try ImportWorld(seed: 5), try ImportWorld(seed: 6))
  }

  private func send(_ from: ImportWorld, _ to: ImportWorld) throws {
    #expect(try to.bringInOwn(try from.export()).rejected == 0)
  }

  private func add(_ name: String, _ email: String? = nil, to world: ImportWorld, keys: [String] = []) throws -> LeadID
  {
    try #require(
      try world.store.add(NewLead(contact: Contact(name: name, email: email), keys: keys), try world.act()))
  }

  @Test func anErasureReachesTheCopyAndNothingComesBackFromTheOther() throws {
    let (one, two) = try pair()
    let lead = try add("Anna Secret", "anna@secret.example", to: one, keys: ["hubspot:99"])
    try send(one, two)
    _ = try one.store.erase([lead], try one.act())
    try send(one, two)
    #expect(try two.store.leads([lead]).first?.contact == Contact())
    #expect(try two.export().contains("secret") == false)
    for path in [two.store.path, two.store.path + "-wal"] {
      let bytes = FileManager.default.contents(atPath: path) ?? Data()
      #expect(bytes.range(of: Data("Secret".utf8)) == nil && bytes.range(of: Data("hubspot:99".utf8)) == nil)
    }
    #expect(try two.store.check(now: two.now).findings == [])

    // The other way: what a copy that does not know of the erasure says later.
    let (three, four) = try pair()
    let other = try add("Bea", to: three)
    try send(three, four)
    _ = try four.store.erase([other], try four.act())
    try three.store.perform(on: [other], try three.act(), personal: [(.name, "Bea Again")]) { _ in .edit(Description())
    }
    try send(three, four)
    #expect(try four.store.leads([other]).first?.contact == Contact())
    #expect(try four.store.check(now: four.now).findings == [])
  }

  @Test func mergesOfTwoCopiesAreOneInTheEnd() throws {
    let (one, two) = try pair()
    let leads = try ["One", "Two", "Three"].map { try add($0, to: one) }
    try send(one, two)
    _ = try one.store.merge([leads[0]], into: leads[1], reason: nil, try one.act())
    _ = try two.act()
    _ = try two.store.merge([leads[0]], into: leads[2], reason: nil, try two.act())
    try send(one, two)
    #expect(try two.store.check(now: two.now).findings == [])
    _ = try two.store.unmerge([leads[0]], try two.act())
    #expect(try two.store.leads(LeadQuery()).count == 3)
    #expect(try two.store.check(now: two.now).findings == [])
  }

  /// Each copy merged the same two leads, the other way round: the row says so, and what it advises works.
  @Test func mergesInBothDirectionsSayWhatToDo() throws {
    let (one, two) = try pair()
    let leads = try ["One", "Two"].map { try add($0, to: one) }
    try send(one, two)
    _ = try one.store.merge([leads[0]], into: leads[1], reason: nil, try one.act())
    _ = try two.act()
    _ = try two.store.merge([leads[1]], into: leads[0], reason: nil, try two.act())
    let events = try one.export()
    let refused = try two.bringInOwn(events)
    #expect(refused.rejected == 1)
    #expect(
      refused.examples.first?.reason
        == "it merges lead 1 into lead 2, and here lead 2 was merged into lead 1. They are one lead either way, so the row "
        + "can be left out; to have it the way of the file, run 'funnel lead unmerge 2' and import again")
    #expect(try two.store.leads(LeadQuery()).map(\.lead) == [leads[0]])
    _ = try two.store.unmerge([leads[1]], try two.act())
    #expect(try two.bringInOwn(events).rejected == 0)
    #expect(try two.store.leads(LeadQuery()).map(\.lead) == [leads[1]])
    #expect(try two.store.check(now: two.now).findings == [])
  }

  @Test func aMergeIntoALeadThatNoRowBringsSaysSo() throws {
    let (one, two) = try pair()
    let leads = try ["One", "Two"].map { try add($0, to: one) }
    _ = try one.store.merge([leads[0]], into: leads[1], reason: nil, try one.act())
    var rows: [[String?]] = []
    try one.store.exportEvents { rows.append($0) }
    let column = try #require(Store.eventColumns.firstIndex(of: "lead"))
    let summary = try two.bringInOwn(ImportWorld.export(rows.filter { $0[column] != "2" }))
    #expect(summary.rejected == 1)
    #expect(summary.examples.first?.reason.contains("its lead 2, which did not come in") == true)
  }

  @Test func aMergeThatWasTakenBackElsewhereStaysTakenBack() throws {
    let (one, two) = try pair()
    let lead = try add("One", to: one)
    try send(one, two)
    let other = try add("Other", to: one)
    _ = try one.store.merge([lead], into: other, reason: nil, try one.act())
    _ = try one.store.unmerge([lead], try one.act())
    try send(one, two)
    #expect(try two.store.leads(LeadQuery()).count == 2)
    #expect(try two.store.check(now: two.now).findings == [])
  }

  @Test func aSharedAddressLeavesLivingLeadsAlone() throws {
    let world = try ImportWorld()
    let both = "id,email,since,won,total\r\nc1,info@acme.example,2024-03-01,,\r\nc2,info@acme.example,2024-03-02,,\r\n"
    _ = try world.bringIn(ImportJoinTests.crm, both)
    _ = try world.store.erase([LeadID(rawValue: 1)], try world.act())
    let later = try world.bringIn(ImportJoinTests.crm, both.replacing("03-02,,", with: "03-02,2024-06-01,5.00"))
    #expect((later.suppressed, later.corrected) == (1, 1))
    #expect(try world.store.journey(LeadID(rawValue: 2)).purchases.count == 1)
  }

  @Test func aMergeDoesNotMoveARefundToAnotherPurchase() throws {
    let world = try ImportWorld()
    let log = """
      source: log
      shape: long
      files:
        - key: lead
          at: at
          kind: kind
          amount: amount
      """
    _ = try world.bringIn(
      log,
      "lead,at,kind,amount\r\na,2024-02-01,purchased,100.00\r\nb,2024-02-02,purchased,30.00\r\na,2024-02-03,refunded,\r\n"
    )
    let net = { try world.store.connection.first("SELECT sum(minor - refunded_minor) FROM purchase") { try $0.int(0) } }
    #expect(try net() == 3_000)
    _ = try world.store.merge([LeadID(rawValue: 2)], into: LeadID(rawValue: 1), reason: nil, try world.act())
    #expect(try net() == 3_000)
  }

  @Test func undoTakesTheLastCommandAndNotOneThatCameFromElsewhere() throws {
    let (one, two) = try pair()
    _ = try add("Elsewhere", to: one)
    for _ in 0..<5 { _ = try two.act() }
    let local = try add("Local", to: two)
    try send(one, two)
    #expect(try two.store.undo(try two.act())?.leads == [local])
  }

  @Test func aKeyThatAnImportKnowsIsNotGivenAway() throws {
    let world = try ImportWorld()
    _ = try world.bringIn(ImportJoinTests.crm, ImportJoinTests.people)
    let events = try world.store.history(of: LeadID(rawValue: 1)).map { EventName.number($0.seq) }
    _ = try world.store.void(events, reason: nil, try world.act())
    #expect(throws: StoreError.self) { try add("New", to: world, keys: ["crm:c1"]) }
    #expect(try world.bringIn(ImportJoinTests.crm, ImportJoinTests.people).alreadyKnown == 2)
  }
}
