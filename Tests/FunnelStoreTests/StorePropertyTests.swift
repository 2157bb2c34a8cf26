import SharedFunnel
import Testing

@testable import FunnelStore

/// Whatever people record, in whatever order, the file stays what its journal says.
struct StorePropertyTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func anythingThatIsRecordedPassesTheCheck(seed: UInt64) throws {
    let fixture = try StoreFixture()
    var random = SplitMix64(seed: seed)
    var counts = (done: 0, refused: 0)
    for _ in 0..<400 {
      do {
        if Int.random(in: 0..<5, using: &random) == 0 {
          try correctSomething(fixture, &random)
        } else {
          try recordSomething(fixture, &random)
        }
        counts.done += 1
      } catch StoreError.refused {
        counts.refused += 1
      }
    }
    // Both kinds must happen, or the test shows nothing.
    #expect(counts.done > 100)
    #expect(counts.refused > 20)
    try expectSound(fixture)
  }

  @Test func aRefusedCommandLeavesTheFileAsItWas() throws {
    let fixture = try StoreFixture()
    let store = fixture.store
    let lead = try #require(try store.add(NewLead(contact: Contact(name: "Acme")), try fixture.act("ana")))
    let before = try exported(store)
    for command in [LeadCommand.move(.purchase, acceptedBy: nil), .move(.customerAwareness, acceptedBy: nil), .reopen] {
      #expect(throws: StoreError.self) { try store.perform(on: [lead], try fixture.act("ana")) { _ in command } }
    }
    // One of many refuses: none is recorded, and the new word with it.
    let other = try #require(try store.add(NewLead(contact: Contact(name: "Other")), try fixture.act("ana")))
    try store.perform(on: [other], try fixture.act("ana")) { .lose(try $0.reason("no_budget", for: .loss)) }
    let withOther = try exported(store)
    #expect(throws: StoreError.self) {
      try store.perform(on: [lead, other], try fixture.act("ana")) { words in
        _ = try words.intern(.tag, "never")
        return .move(.brandAwareness, acceptedBy: nil)
      }
    }
    #expect(try exported(store) == withOther)
    #expect(withOther.starts(with: before))
    #expect(try store.terms.find(.tag, "never") == nil)
    try expectSound(fixture)
  }

  @Test func aDryRunRecordsNothingAndSaysWhatWouldBe() throws {
    let fixture = try StoreFixture()
    let lead = try #require(try fixture.store.add(NewLead(contact: Contact(name: "Acme")), try fixture.act("ana")))
    let before = try exported(fixture.store)
    let after = try fixture.store.perform(on: [lead], try fixture.act("ana", isDryRun: true)) { _ in
      .move(.brandConsideration, acceptedBy: nil)
    }
    #expect(after.first?.stage == .brandConsideration)
    #expect(try fixture.store.journey(lead).stage == .customerAwareness)
    #expect(try exported(fixture.store) == before)
  }

  @Test func aCommandThatIsTriedAgainIsRecordedOnce() throws {
    let fixture = try StoreFixture()
    let act = try fixture.act("ana")
    let first = try fixture.store.add(NewLead(contact: Contact(name: "Acme")), act)
    let second = try fixture.store.add(NewLead(contact: Contact(name: "Acme")), act)
    #expect(first != nil)
    #expect(second == nil)
    #expect(try fixture.store.leads(LeadQuery()).count == 1)
  }

  @Test func aNewOwnershipInThePastIsJudgedForEveryLead() throws {
    let fixture = try StoreFixture()
    let store = fixture.store
    let start = fixture.now
    let lead = try #require(try store.add(NewLead(contact: Contact(name: "Acme")), try fixture.act("ana")))
    try store.perform(on: [lead], try fixture.act("ana")) { _ in .move(.brandPreference, acceptedBy: nil) }
    #expect(try store.journey(lead).flags.contains(.unrecordedCrossing) == false)
    // Sales had owned stage 3 and 4 all along: the move went over a line.
    for stage in [Stage.brandConsideration, .brandPreference] {
      try store.assign(
        StageAssignment(stage: stage, owners: .sales, responsible: nil, from: start), try fixture.act("kim"))
    }
    #expect(try store.leads([lead]).first?.flags.contains(.unrecordedCrossing) == true)
    try expectSound(fixture)
  }

  // MARK: -

  private func recordSomething(_ fixture: StoreFixture, _ random: inout SplitMix64) throws {
    let store = fixture.store
    let members = ["ana", "max", "ben", "sue", "kim"]
    let actor = try #require(members.randomElement(using: &random))
    let other = try store.member(try #require(members.randomElement(using: &random)))
    fixture.pass(Int64.random(in: 0...200_000, using: &random))
    let known = try store.leads(LeadQuery()).map(\.lead)
    let stage = try #require(Stage.allCases.randomElement(using: &random))
    guard let lead = known.randomElement(using: &random), Int.random(in: 0..<10, using: &random) > 0 else {
      _ = try store.add(
        NewLead(
          contact: Contact(name: "Lead \(known.count)"), keys: ["crm:\(fixture.now.milliseconds)"],
          stage: Bool.random(using: &random) ? .customerAwareness : stage,
          source: ["web", "fair", ""].randomElement(using: &random) ?? ""),
        try fixture.act(actor))
      return
    }
    let ago = Int64.random(in: 0...400_000, using: &random)
    let at =
      Int.random(in: 0..<4, using: &random) == 0
      ? Timestamp(milliseconds: fixture.now.milliseconds - ago * 1000) : nil
    let choice = Int.random(in: 0..<20, using: &random)
    let ruling = try #require(Ruling.allCases.randomElement(using: &random))
    let money = try #require(Currency(code: "JPY")).money(Int64.random(in: 1...9_999, using: &random))
    if choice == 15 {
      _ = try store.sweep(try fixture.act(actor).context)
      return
    }
    try store.perform(on: [lead], try fixture.act(actor, at: at), personal: choice == 3 ? [(.note, "n\"\n,")] : []) {
      words in
      switch choice {
      case 0, 1, 2: .move(stage, acceptedBy: choice == 2 ? other : nil)
      case 3: .note
      case 4: .touch(try words.intern(.channel, "phone"))
      case 5: .assign(other)
      case 6: .tag(add: [try words.intern(.tag, "hot")], remove: [])
      case 7: .value(Valuation(amount: money, close: nil))
      case 8: .offer(OfferRequest(acceptedBy: stage < .purchase ? nil : other))
      case 9: .accept(owner: nil)
      case 10: .reject(try words.reason("not_qualified", for: .rejection))
      case 11: .withdraw
      case 12: .lose(try words.reason("price", for: .loss))
      case 13: .reopen
      case 16: .giveBack(try words.reason("missing_data", for: .rejection), to: nil)
      case 17: .dispute(cause: try words.reason("trust", for: .conflict))
      case 18: .rule(ruling)
      case 19: .score(40)
      default: choice == 14 && stage > .purchase ? .refund(nil, money) : .purchase(money, acceptedBy: other)
      }
    }
  }

  /// Undo, void, merge, unmerge, erase: anything, by anyone.
  private func correctSomething(_ fixture: StoreFixture, _ random: inout SplitMix64) throws {
    let store = fixture.store
    let act = try fixture.act(try #require(["ana", "max", "ben", "sue", "kim"].randomElement(using: &random)))
    var everyone = LeadQuery()
    everyone.status = LeadStatus.allCases.randomElement(using: &random)
    let known = try store.leads(everyone).map(\.lead)
    guard let lead = known.randomElement(using: &random), let other = known.randomElement(using: &random) else {
      return
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: _ = try store.undo(act)
    case 2, 3:
      guard let event = try store.history(of: lead).randomElement(using: &random) else { return }
      _ = try store.void([.number(event.seq)], reason: "wrong", act)
    case 4, 5: _ = try store.merge([lead], into: try store.carrier(of: other), reason: nil, act)
    case 6: _ = try store.unmerge([lead], act)
    default: _ = try store.erase([lead], act)
    }
  }

  /// The invariants hold, and the pages tell what a replay of the journal tells.
  private func expectSound(_ fixture: StoreFixture) throws {
    let now = fixture.now
    let report = try fixture.store.check(now: now)
    #expect(report.findings == [])
    for grouping in [nil, Dimension.source, .owner, .month] {
      var live = FunnelRequest(scope: ReportScope(now: now))
      live.grouping = grouping
      live.window = 30 * 86_400
      var replayed = live
      replayed.scope.asOf = now
      let pages = try fixture.store.funnel(live)
      let replay = try fixture.store.funnel(replayed)
      #expect(pages.total == replay.total)
      #expect(pages.groups.map(\.name) == replay.groups.map(\.name))
      #expect(pages.groups.map(\.table) == replay.groups.map(\.table))
    }
    var scope = HandoffRequest(scope: ReportScope(now: now))
    let pages = try fixture.store.handoffs(scope).report
    scope.scope.asOf = now
    #expect(try fixture.store.handoffs(scope).report == pages)
    try LineProperties.expect(fixture.store, now: now)
    try FlowProperties.expect(fixture.store, now: now)
    try fixture.store.rebuild(onProgress: { _ in })
    #expect(try fixture.store.check(now: now).findings == [])
  }

  private func exported(_ store: Store) throws -> [[String?]] {
    var rows: [[String?]] = []
    try store.exportEvents { rows.append($0) }
    return rows
  }
}

extension Currency {
  fileprivate func money(_ minor: Int64) -> Money { Money(minor: minor, currency: self) }
}
