import SharedFunnel
import Testing

@testable import FunnelStore

/// What silence settled is the same wherever one looks, whether or not anyone has swept.
struct FallenDueTests {
  private static let outcomes = HandoffOutcome.allCases.filter { $0 != .unrecorded }

  /// The outcome of each lead's offer as the lists by outcome, the list of all, the export and the report tell it.
  private func told(_ board: LineBoard) throws -> [[LeadID: HandoffOutcome]] {
    let now = board.fixture.now
    var listed: [LeadID: HandoffOutcome] = [:]
    var reported: [LeadID: HandoffOutcome] = [:]
    for outcome in Self.outcomes {
      var filter = HandoffFilter()
      filter.outcome = outcome
      for item in try board.store.handoffs(filter, now: now) { listed[item.lead.lead] = outcome }
      let number = try board.number(outcome.number)
      #expect(number.count == number.listed.count)
      for lead in number.listed { reported[lead] = outcome }
    }
    let all = try board.store.handoffs(HandoffFilter(), now: now).map { ($0.lead.lead, $0.handoff.outcome(asOf: now)) }
    var exported: [LeadID: HandoffOutcome] = [:]
    let columns = ExportSubject.handoffs.columns.map(\.name)
    try board.store.export(ExportRequest(.handoffs, now: now)) { values in
      let row = Dictionary(zip(columns, values), uniquingKeysWith: { $1 })
      guard case .integer(let lead)? = row["lead"], case .text(let key)? = row["outcome"] else { return }
      exported[LeadID(rawValue: UInt32(clamping: lead))] = HandoffOutcome(key: key)
    }
    return [listed, reported, Dictionary(all, uniquingKeysWith: { $1 }), exported]
  }

  @Test(
    "list, export and report agree on unswept offers, of a lead that was lost too",
    arguments: [
      Silence.accepted, .expired,
    ])
  func agree(silence: Silence) throws {
    let board = try LineBoard(silence: silence)
    let leads = try (0..<4).map { _ in try board.add() }
    for lead in leads.prefix(3) { try board.offer(lead) }
    try board.lose(leads[1])
    try board.accept(leads[2])
    board.pass(days: 3)
    // A read of the file writes nothing: the offers are as nobody settled them.
    let now = board.fixture.now
    let silent: HandoffOutcome = silence == .accepted ? .acceptedBySilence : .expired
    let expected: [LeadID: HandoffOutcome] = [leads[0]: silent, leads[1]: .expired, leads[2]: .accepted]
    #expect(try board.handoff(leads[0])?.outcome == .pending)
    for told in try told(board) { #expect(told == expected) }
    try board.sweep()
    #expect(try board.handoff(leads[0])?.outcome == silent)
    for told in try told(board) { #expect(told == expected) }
    #expect(board.fixture.now > now)
    #expect(try board.isSound())
  }

  /// The second in which an offer is due is still in time, for the sweep and for every reader.
  @Test func dueTimesCountInWholeSeconds() throws {
    let board = try LineBoard(silence: .expired)
    let lead = try board.add()
    try board.offer(lead)
    let due = try #require(try board.handoff(lead)?.due)
    var filter = HandoffFilter()
    filter.outcome = .expired
    for (late, isExpired) in [(0, false), (999, false), (1000, true)] as [(Int64, Bool)] {
      let now = Timestamp(milliseconds: due.seconds * 1000 + late)
      #expect(try board.store.handoffs(filter, now: now).isEmpty == !isExpired)
      let context = CommandContext(id: board.fixture.context().id, now: now, login: "test")
      #expect(try board.store.sweep(context, isDryRun: true).isEmpty == !isExpired)
    }
  }

  @Test("a limit counts what the filter lets through")
  func limit() throws {
    let board = try LineBoard(silence: .accepted)
    let leads = try (0..<6).map { _ in try board.add() }
    for lead in leads {
      try board.offer(lead)
      board.fixture.pass(60)
    }
    // The latest offers are of leads that were lost, so they expired.
    for lead in leads.suffix(3) { try board.lose(lead) }
    board.pass(days: 3)
    var filter = HandoffFilter()
    filter.outcome = .acceptedBySilence
    filter.limit = 2
    #expect(try board.store.handoffs(filter, now: board.fixture.now).map(\.lead.lead) == [leads[2], leads[1]])
  }
}
