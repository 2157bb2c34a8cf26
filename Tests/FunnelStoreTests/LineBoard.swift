import SharedFunnel

@testable import FunnelStore

/// A company with an agreement on the line between stages 4 and 5, and what people do with its leads.
struct LineBoard {
  let fixture: StoreFixture
  private static let line = HandoffLine(from: .brandPreference, to: .purchaseIntention)

  var store: Store { fixture.store }

  init(silence: Silence) throws {
    fixture = try StoreFixture()
    _ = try store.draftAgreement(for: Self.line, from: nil, try fixture.act("ana")) { $0.silence = silence }
    for head in ["ana", "ben"] { _ = try store.signAgreement(for: Self.line, version: nil, try fixture.act(head)) }
  }

  /// A lead of ana's in stage 4.
  func add() throws -> LeadID {
    let ana = try store.member("ana")
    let new = NewLead(contact: Contact(name: "Lead"), stage: .brandPreference, owner: ana)
    guard let lead = try store.add(new, try fixture.act("max")) else { throw StoreError.damaged("lead") }
    return lead
  }

  /// An offer by max, due in two days.
  ///
  /// - Returns: when it was made.
  @discardableResult
  func offer(_ lead: LeadID, to member: String? = nil) throws -> Timestamp {
    let request = OfferRequest(member: try member.map(store.member))
    try store.perform(on: [lead], try fixture.act("max")) { _ in .offer(request) }
    return fixture.now
  }

  func accept(_ lead: LeadID, at time: Timestamp? = nil) throws {
    try store.perform(on: [lead], try fixture.act("sue", at: time)) { _ in .accept(owner: nil) }
  }

  func reject(_ lead: LeadID, at time: Timestamp? = nil) throws {
    try store.perform(on: [lead], try fixture.act("sue", at: time)) {
      .reject(try $0.reason("not_qualified", for: .rejection))
    }
  }

  func lose(_ lead: LeadID) throws {
    try store.perform(on: [lead], try fixture.act("max")) { .lose(try $0.reason("price", for: .loss)) }
  }

  func move(_ lead: LeadID, _ stage: Stage, by member: String = "sue") throws {
    try store.perform(on: [lead], try fixture.act(member)) { _ in .move(stage, acceptedBy: nil) }
  }

  func touch(_ lead: LeadID) throws {
    try store.perform(on: [lead], try fixture.act("sue")) { .touch(try $0.intern(.channel, "phone")) }
  }

  func pass(days: Int64) { fixture.pass(days * 86_400) }

  func sweep() throws { _ = try store.sweep(fixture.context()) }

  func handoff(_ lead: LeadID) throws -> Handoff? { try store.journey(lead).handoffs.last }

  /// What the report counts, and how many its list shows.
  func number(_ number: HandoffNumber) throws -> (count: Int, listed: [LeadID]) {
    let request = HandoffRequest(scope: ReportScope(now: fixture.now))
    var choice = HandoffChoice()
    choice.numbers = [number]
    return (
      try store.handoffs(request).report.total[number], try store.handoffs(choice, of: request).map(\.lead.lead)
    )
  }

  /// Whether the file is sound, and a rebuild makes the same of it.
  func isSound() throws -> Bool {
    let found = try store.check(now: fixture.now).findings
    try store.rebuild(onProgress: { _ in })
    return try found.isEmpty && store.check(now: fixture.now).findings.isEmpty
  }
}
