import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// Whatever happens at the line, in whatever order: the file is sound, counts equal their lists, and what leaves comes
/// back the same.
struct LinePropertyTests {
  @Test("anything at the line, with corrections among it")
  func walks() throws {
    var done: [String: Int] = [:]
    for seed in [31, 32, 33, 34] as [UInt64] {
      var walk = try LineWalk(seed: seed)
      for _ in 0..<400 { try walk.step() }
      done.merge(walk.done, uniquingKeysWith: +)
      try expectSound(walk.fixture)
    }
    // All of it must happen, or the walk shows nothing.
    for name in [
      "offer", "accept", "reject", "withdraw", "return", "dispute", "rule", "refer", "lose", "undo", "void", "merge",
      "unmerge", "draft", "sign", "calendar", "erase", "sweep",
    ] {
      #expect(done[name, default: 0] > 1, "\(name) hardly ever happened: \(done)")
    }
  }

  private func expectSound(_ fixture: StoreFixture) throws {
    #expect(try fixture.store.check(now: fixture.now).findings == [])
    try expectCountsAreLists(fixture)
    let before = try Page.all(fixture.store, fixture.now)
    try fixture.store.rebuild(onProgress: { _ in })
    #expect(try Page.all(fixture.store, fixture.now) == before)
    #expect(try fixture.store.check(now: fixture.now).findings == [])
    try expectRoundTrip(fixture)
  }

  /// What a person reads of a handoff.
  private struct Page: Equatable {
    let handoff: Handoff
    let texts: [String?]
    let touches: Int

    static func all(_ store: Store, _ now: Timestamp) throws -> [Page] {
      var filter = HandoffFilter()
      let offered = try store.handoffs(filter, now: now)
      filter.outcome = .unrecorded
      return try (offered + store.handoffs(filter, now: now)).map { item in
        Page(
          handoff: item.handoff,
          texts: [
            item.lead.lead.text, item.reason, item.cause, item.why, item.evidence, item.override, item.answerNote,
            item.returnNote, item.disputeNote, item.disputeEvidence, item.rulingNote,
          ], touches: item.touches)
      }
    }
  }

  /// Every offer is in one list by outcome and in no other, at any time, whether or not anyone swept.
  private func expectCountsAreLists(_ fixture: StoreFixture) throws {
    let store = fixture.store
    for now in [fixture.now, Timestamp(milliseconds: fixture.now.milliseconds + 30 * 86_400_000)] {
      var filter = HandoffFilter()
      let all = try store.handoffs(filter, now: now)
      var count = 0
      for outcome in HandoffOutcome.allCases where outcome != .unrecorded {
        filter.outcome = outcome
        let listed = try store.handoffs(filter, now: now)
        #expect(listed.allSatisfy { $0.handoff.outcome(asOf: now) == outcome })
        count += listed.count
      }
      #expect(count == all.count, "offered is the sum of what became of it")
      // And told by the journal alone.
      let journeys = try store.leads(LeadQuery()).map { try store.journey($0.lead) }
      let lost = try everyLead(store).filter { $0.status == .lost }.map { try store.journey($0.lead) }
      let told = (journeys + lost).reduce(into: [LeadID: Int]()) { found, journey in
        found[journey.lead] = journey.handoffs.count { $0.outcome != .unrecorded }
      }
      #expect(told.values.reduce(0, +) == all.count)
    }
    var disputed = HandoffFilter()
    disputed.isDisputed = true
    let disputes = try store.handoffs(disputed, now: fixture.now)
    disputed.hasOpenDispute = true
    let open = try store.handoffs(disputed, now: fixture.now)
    disputed.hasOpenDispute = false
    #expect(try store.handoffs(disputed, now: fixture.now).count + open.count == disputes.count)
  }

  private func everyLead(_ store: Store) throws -> [LeadRow] {
    try LeadStatus.allCases.flatMap { status in
      var query = LeadQuery()
      query.status = status
      return try store.leads(query)
    }
  }

  /// Agreements, calendars, disputes, referrals and every text come back as they left.
  private func expectRoundTrip(_ fixture: StoreFixture) throws {
    func export(_ store: Store) throws -> [[String?]] {
      var rows: [[String?]] = []
      try store.exportEvents { rows.append($0) }
      return rows
    }
    let rows = try export(fixture.store)
    let path = fixture.folder.path("export.csv")
    try Data(ImportWorld.export(rows).utf8).write(to: URL(fileURLWithPath: path))
    let id = EventID(high: 7, low: 7)
    let copy = try Store.create(
      path: fixture.folder.path("copy.db"), start: Initialization(zone: "UTC", currency: "EUR"),
      CommandContext(id: id, now: fixture.now, login: "test"))
    for _ in 0..<2 {
      // The second time nothing is new.
      let summary = try copy.importFiles(
        ImportRequest(files: [path], mapping: nil), CommandContext(id: id.event(1), now: fixture.now, login: "test"))
      #expect(summary.rejected == 0, "\(summary.examples)")
      #expect(try export(copy) == rows)
    }
    #expect(try copy.check(now: fixture.now).findings == [])
    #expect(copy.workspace.agreements == fixture.store.workspace.agreements)
    #expect(copy.workspace.calendars == fixture.store.workspace.calendars)
    #expect(try everyLead(copy) == everyLead(fixture.store))
    #expect(try Page.all(copy, fixture.now) == Page.all(fixture.store, fixture.now))
  }
}
