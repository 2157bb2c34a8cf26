import SharedFunnel
import Testing

@testable import FunnelStore

/// An answer that was given in time counts, also when it is entered after the due time; and everyone can see that.
struct LateEntryTests {
  private func refusal(_ body: () throws -> Void) -> Refusal? {
    do {
      try body()
      return nil
    } catch StoreError.refused(let refusal) { return refusal } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  @Test(
    "in place of what silence settled, whoever settled it", arguments: [Silence.expired, .accepted], [true, false])
  func counts(silence: Silence, isSwept: Bool) throws {
    let board = try LineBoard(silence: silence)
    let (taken, refused) = (try board.add(), try board.add())
    let offered = try board.offer(taken)
    try board.offer(refused)
    let inTime = Timestamp(milliseconds: offered.milliseconds + 3_600_000)
    board.pass(days: 3)
    if isSwept { try board.sweep() }
    try board.accept(taken, at: inTime)
    try board.reject(refused, at: inTime)
    let yes = try #require(try board.handoff(taken))
    #expect(yes.outcome == .accepted && yes.isEnteredLate && yes.answered?.seconds == inTime.seconds)
    #expect(try board.store.journey(taken).stage == .purchaseIntention)
    #expect(try board.handoff(refused)?.outcome == .rejected)
    #expect(try board.store.journey(refused).stage == .brandPreference)
    // It was in time, as they say; and how many were entered late, and which, is told.
    #expect(try board.number(.slaMet).count == 2)
    #expect(try board.number(.enteredLate) == (2, [taken, refused]))
    #expect(try board.number(.expired).count == 0 && board.number(.acceptedBySilence).count == 0)
    // Nothing is settled once more, by however many sweeps.
    try board.sweep()
    #expect(try board.handoff(taken)?.outcome == .accepted)
    #expect(try board.isSound())
    // As it was known before, the offers had been met with silence.
    var request = HandoffRequest(scope: ReportScope(now: board.fixture.now))
    request.scope.knownAt = Timestamp(milliseconds: offered.milliseconds + 3 * 86_400_000)
    let before = try board.store.handoffs(request).report.total
    #expect(before[.enteredLate] == 0 && before[.slaMissed] == 2)
  }

  @Test("an answer after the due time is refused, and one entered in time is not marked")
  func onlyInTime() throws {
    let board = try LineBoard(silence: .expired)
    let (late, prompt) = (try board.add(), try board.add())
    try board.offer(late)
    try board.offer(prompt)
    board.fixture.pass(3600)
    try board.accept(prompt, at: Timestamp(milliseconds: board.fixture.now.milliseconds - 60_000))
    #expect(try board.handoff(prompt)?.isEnteredLate == false)
    board.pass(days: 3)
    let due = try #require(try board.handoff(late)?.due)
    #expect(refusal { try board.accept(late, at: Timestamp(milliseconds: due.milliseconds + 1000)) } != nil)
    #expect(refusal { try board.accept(late) } == .offerExpired(late, due: due))
    try board.accept(late, at: due)
    #expect(try board.number(.enteredLate) == (1, [late]))
    #expect(try board.isSound())
  }

  @Test("refused where the lead's course went on from what silence settled, and nothing is written")
  func builtOn() throws {
    let board = try LineBoard(silence: .expired)
    let lead = try board.add()
    let offered = try board.offer(lead)
    let inTime = Timestamp(milliseconds: offered.milliseconds + 3_600_000)
    board.pass(days: 3)
    try board.offer(lead)
    let before = try board.store.history(of: lead).map(\.seq)
    let found = refusal { try board.accept(lead, at: inTime) }
    guard case .builtOnSilence(lead, let event)? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(event.fact.kind == .offered)
    #expect(try board.store.history(of: lead).map(\.seq) == before)
    // A rejection leaves the lead where silence left it, so the second offer stands.
    try board.reject(lead, at: inTime)
    #expect(try board.store.journey(lead).handoffs.map(\.outcome) == [.rejected, .pending])
    #expect(try board.isSound())

    // Lost by its giver before the due time, and not accepted before that either.
    let lost = try board.add()
    try board.offer(lost)
    let early = board.fixture.now
    board.fixture.pass(3600)
    try board.lose(lost)
    board.pass(days: 3)
    let answer = Timestamp(milliseconds: early.milliseconds + 60_000)
    #expect(refusal { try board.accept(lost, at: answer) } != nil)

    let silent = try LineBoard(silence: .accepted)
    let moved = try silent.add()
    let then = try silent.offer(moved)
    silent.pass(days: 3)
    try silent.move(moved, .customerLoyalty, by: "sue")
    #expect(refusal { try silent.reject(moved, at: Timestamp(milliseconds: then.milliseconds + 1000)) } != nil)
  }

  @Test("taken back, the offer is silent again, and swept again")
  func undo() throws {
    let board = try LineBoard(silence: .expired)
    let lead = try board.add()
    let offered = try board.offer(lead)
    board.pass(days: 3)
    try board.sweep()
    try board.accept(lead, at: Timestamp(milliseconds: offered.milliseconds + 1000))
    _ = try board.store.undo(try board.fixture.act("sue"))
    #expect(try board.handoff(lead)?.outcome == .pending)
    #expect(try board.number(.expired).count == 1)
    try board.sweep()
    #expect(try board.handoff(lead)?.outcome == .expired)
    #expect(try board.store.journey(lead).stage == .brandPreference)
    #expect(try board.isSound())
  }
}
