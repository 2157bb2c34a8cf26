import SharedFunnel
import Testing

@testable import FunnelStore

/// The report on agreements over files in which people work under them.
struct AgreementReportStoreTests {
  private static let line = HandoffLine(from: .brandPreference, to: .purchaseIntention)

  /// Drafts and signs a version that begins in some days.
  private static func agree(
    _ fixture: StoreFixture, in days: Int64, by heads: [String], _ change: (inout AgreementTerms) -> Void
  ) throws {
    let from = Timestamp(milliseconds: fixture.now.milliseconds + days * 86_400_000)
    _ = try fixture.store.draftAgreement(for: line, from: from, try fixture.act("ana"), change)
    for head in heads { _ = try fixture.store.signAgreement(for: line, version: nil, try fixture.act(head)) }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func whateverPeopleDoEveryNumberIsTrueNowAndLater(seed: UInt64) throws {
    let fixture = try StoreFixture(zone: "Europe/Berlin")
    var random = SplitMix64(seed: seed)
    try Self.agree(fixture, in: 2, by: ["ana", "ben"]) { terms in
      terms.contact = TimeLimit(seconds: 86_400, isWorking: false)
      terms.attempts = 2
      terms.volume = AgreedVolume(count: 10, per: .week)
      terms.quality = 60
    }
    try Self.agree(fixture, in: 20, by: ["kim"]) { $0.silence = .accepted }
    try Self.agree(fixture, in: 30, by: ["ben"]) { $0.quality = 90 }
    var refused = 0
    for _ in 0..<250 {
      fixture.pass(Int64.random(in: 0...30_000, using: &random))
      do { try Self.work(fixture, &random) } catch StoreError.refused { refused += 1 }
    }
    #expect(refused < 200)
    let now = fixture.now
    try LineProperties.expect(fixture.store, now: now)
    let answer = try fixture.store.agreements(AgreementRequest(scope: ReportScope(now: now)))
    #expect(answer.report.balances.map(\.version) == [1, 2])
    #expect(answer.report.without.reduce(0) { $0 + $1.offered } > 0)
    #expect(answer.awaited.map(\.agreement.version) == [3])
    #expect(answer.awaited.first?.unsigned == .marketing)
    // A past report is the one that was printed then.
    let then = Timestamp(milliseconds: now.milliseconds)
    for _ in 0..<60 {
      fixture.pass(Int64.random(in: 0...30_000, using: &random))
      do { try Self.work(fixture, &random) } catch StoreError.refused { refused += 1 }
    }
    var past = AgreementRequest(scope: ReportScope(now: fixture.now))
    past.scope.knownAt = then
    #expect(try fixture.store.agreements(past).report == answer.report)
  }

  private static func work(_ fixture: StoreFixture, _ random: inout SplitMix64) throws {
    let store = fixture.store
    let known = try store.leads(LeadQuery()).map(\.lead)
    guard let lead = known.randomElement(using: &random), Int.random(in: 0..<5, using: &random) > 0 else {
      _ = try store.add(NewLead(contact: Contact(name: "Lead"), stage: .brandPreference), try fixture.act("ana"))
      return
    }
    let choice = Int.random(in: 0..<12, using: &random)
    let actor = [0, 1, 2, 9, 10].contains(choice) ? "max" : choice == 11 ? "kim" : "sue"
    try store.perform(on: [lead], try fixture.act(actor)) { words in
      switch choice {
      case 0, 1, 2: .offer(OfferRequest())
      case 3, 4: .accept(owner: nil)
      case 5: .reject(try words.reason("not_qualified", for: .rejection))
      case 6: .touch(try words.intern(.channel, "phone"))
      case 7: .giveBack(try words.reason("bad_contact", for: .rejection), to: nil)
      case 8: .lose(try words.reason("timing", for: .loss))
      case 9: .withdraw
      case 10: .dispute(cause: try words.reason("trust", for: .conflict))
      default: .rule([.upheld, .overturned, .split].randomElement(using: &random) ?? .upheld)
      }
    }
  }

  /// An offer of a lead that is in no stage yet belongs to no other lead's filter.
  @Test func aReferralThatWaitsIsCountedOnce() throws {
    let fixture = try StoreFixture()
    let store = fixture.store
    let customer = try #require(
      try store.add(
        NewLead(contact: Contact(name: "Customer"), stage: .customerAdvocacy, source: "web"), try fixture.act("ben")))
    _ = try store.refer(
      by: customer, NewLead(contact: Contact(name: "Friend")), OfferRequest(), said: [], try fixture.act("ben"))
    var request = HandoffRequest(scope: ReportScope(now: fixture.now))
    let live = try store.handoffs(request).report
    #expect(live.total[.pending] == 1)
    request.scope.asOf = fixture.now
    #expect(try store.handoffs(request).report == live)
    for asOf in [nil, fixture.now] {
      request.scope.asOf = asOf
      request.conditions = [Condition(.source, "web")]
      #expect(try store.handoffs(request).report.total[.pending] == 0)
      // It is in no stage and no page, and is described all the same.
      request.conditions = [Condition(.source, nil)]
      #expect(try store.handoffs(request).report.total[.pending] == 1)
    }
  }
}
