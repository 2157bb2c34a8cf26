import SharedFunnel
import Testing

@testable import FunnelStore

/// Whose a lead is that crossed without anyone saying yes, and whose what comes of it.
struct PassedOnTests {
  private func owner(_ board: LineBoard, _ lead: LeadID) throws -> String? {
    try board.store.journey(lead).owner.flatMap { board.store.workspace.roster[$0]?.handle }
  }

  @Test("by silence: the member's whom the offer named, else nobody's, and no more the giver's")
  func silence() throws {
    let board = try LineBoard(silence: .accepted)
    let (named, unnamed, there) = (try board.add(), try board.add(), try board.add())
    try board.offer(named, to: "sue")
    try board.offer(unnamed)
    #expect(try owner(board, unnamed) == "ana")
    board.pass(days: 3)
    try board.sweep()
    #expect(try owner(board, named) == "sue")
    #expect(try owner(board, unnamed) == nil)
    #expect(try owner(board, there) == "ana", "what was not offered stays")
    #expect(try board.store.leads([named, unnamed]).map(\.owner) == ["sue", nil])
    #expect(try board.isSound())
  }

  @Test("by a ruling as well; an upheld rejection changes nothing", arguments: Ruling.allCases)
  func ruling(_ ruling: Ruling) throws {
    let board = try LineBoard(silence: .expired)
    let lead = try board.add()
    try board.offer(lead)
    try board.reject(lead)
    try board.store.perform(on: [lead], try board.fixture.act("max")) {
      .dispute(cause: try $0.reason("trust", for: .conflict))
    }
    try board.store.perform(on: [lead], try board.fixture.act("kim")) { _ in .rule(ruling) }
    #expect(try owner(board, lead) == (ruling.crosses ? nil : "ana"))
    #expect(try board.isSound())
  }

  @Test("what went back over the line by an offer collects nothing of a later journey")
  func wayBack() throws {
    let board = try LineBoard(silence: .expired)
    let lead = try board.add()
    try board.offer(lead)
    try board.accept(lead)
    try board.touch(lead)
    try board.store.perform(on: [lead], try board.fixture.act("sue")) { _ in
      .offer(OfferRequest(to: .brandPreference))
    }
    try board.store.perform(on: [lead], try board.fixture.act("max")) { _ in .accept(owner: nil) }
    try board.touch(lead)
    try board.lose(lead)
    try board.store.perform(on: [lead], try board.fixture.act("max")) { _ in .reopen }
    try board.offer(lead)
    try board.accept(lead)
    try board.touch(lead)
    try board.store.perform(on: [lead], try board.fixture.act("sue")) { _ in .purchase(nil, acceptedBy: nil) }
    let handoffs = try board.store.journey(lead).handoffs
    #expect(handoffs.map(\.outcome) == [.accepted, .accepted, .accepted])
    #expect(handoffs.map(\.attempts) == [1, 0, 1])
    #expect(handoffs.map { $0.purchased != nil } == [false, false, true])
    #expect(handoffs.map { $0.advanced != nil } == [false, false, true])
    #expect(handoffs.allSatisfy { $0.lost == nil })
    #expect(try board.isSound())
  }
}
