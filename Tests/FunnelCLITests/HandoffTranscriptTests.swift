import Foundation
import Testing

@Suite("Commands on handoffs")
struct HandoffTranscriptTests {
  let workspace: WorkspaceFixture

  init() throws {
    workspace = try WorkspaceFixture()
    try workspace.done(["lead", "add", "Acme", "--stage", "4", "--at", "2026-11-01"])
    try workspace.done(["lead", "add", "Bolt", "--stage", "4", "--at", "2026-11-01"])
  }

  private func refused(
    _ arguments: [String], _ sentence: String, actor: String, status: Int32 = 1,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try workspace.run(arguments, actor: actor)
    #expect(outcome.status == status, sourceLocation: location)
    #expect(outcome.err == "Error: \(sentence)\n", sourceLocation: location)
    #expect(outcome.out == "", sourceLocation: location)
  }

  private func inbox(_ arguments: String..., actor: String) throws -> [[String: Any]] {
    let json = try workspace.done(["handoff", "inbox", "--format", "json"] + arguments, actor: actor).json
    #expect(json["schema"] as? String == "funnel.inbox/1")
    return json["rows"] as? [[String: Any]] ?? []
  }

  @Test("offered, seen by the receiver, accepted: the lead crosses and the receiver works on it")
  func acceptance() throws {
    #expect(
      try workspace.done(["handoff", "offer", "1", "--due", "12h", "--note", "wants a quote"]).out == """
        Lead 1 (Acme): offered.
        Now in stage 4 Brand preference since 2026-11-01 00:00; owner: nobody.
        An answer from sales is due by 2026-11-04 00:00.

        """)
    #expect(try workspace.done(["handoff", "inbox"]).out == "No offer waits for an answer.\n")
    let waiting = try inbox(actor: "ben")
    #expect(waiting.map { $0["lead"] as? Int } == [1])
    #expect(waiting[0]["receiver"] as? [String] == ["sales"])
    #expect(waiting[0]["due"] as? String == "2026-11-04T00:00:00Z")
    try refused(
      ["handoff", "accept", "1"], "ana does not belong to sales; only the receiving side answers an offer.",
      actor: "ana")
    try refused(
      ["handoff", "offer", "1"], "Lead 1 has an open offer. It must be answered or withdrawn first.", actor: "ana")
    #expect(
      try workspace.done(["handoff", "accept", "1"], actor: "ben").out == """
        Lead 1 (Acme): accepted by ben.
        Now in stage 5 Purchase intention since 2026-11-03 12:00; owner: ben.

        """)
    try refused(
      ["handoff", "accept", "1"], "Lead 1 has no open offer. Use 'funnel handoff offer 1' first.", actor: "ben")
    #expect(try inbox(actor: "ben").isEmpty)
  }

  @Test("rejected with a reason of the catalogue, the lead stays with the giver")
  func rejection() throws {
    try workspace.done(["handoff", "offer", "1", "2"])
    try refused(
      ["handoff", "reject", "1", "--reason", "timing"],
      "There is no reason 'timing' for that. Reasons: not_qualified, wrong_segment, not_the_decider, wrong_receiver, already_ours, missing_data, bad_contact.",
      actor: "ben")
    #expect(
      try workspace.done(["handoff", "reject", "1", "2", "--reason", "not_qualified"], actor: "ben").out
        == "2 leads: rejected (not_qualified).\n")
    #expect(try workspace.done(["lead", "show", "1", "--format", "json"]).json["stage"] as? Int == 4)
  }

  @Test("withdrawn by the giver only")
  func withdrawal() throws {
    try workspace.done(["handoff", "offer", "1"])
    try refused(
      ["handoff", "withdraw", "1"], "ben does not belong to marketing; only the giving side offers and withdraws.",
      actor: "ben")
    #expect(try workspace.done(["handoff", "withdraw", "1"]).lines[0] == "Lead 1 (Acme): offer withdrawn.")
  }

  @Test("an offer that nobody answers is overdue, cannot be accepted any more, and a sweep writes it down once")
  func expiry() throws {
    try workspace.done(["handoff", "offer", "1", "--due", "2026-11-04"])
    try workspace.done(["handoff", "offer", "2", "--due", "10d"])
    workspace.now = "2026-11-05T12:00:00Z"
    let waiting = try inbox(actor: "ben")
    #expect(waiting.map { $0["lead"] as? Int } == [1, 2], "most urgent first")
    #expect(waiting.map { $0["overdue"] as? String } == ["yes", "no"])
    #expect(waiting[0]["due"] as? String == "2026-11-04T23:59:59.999Z", "a day means its end")
    #expect(try inbox("--overdue", actor: "ben").count == 1)
    #expect(try inbox("--department", "sales", actor: "ana").count == 2)
    #expect(try inbox("--all", actor: "ana").count == 2)
    try refused(
      ["handoff", "accept", "1"],
      "The offer of lead 1 fell due on 2026-11-04 23:59:59 without an answer. Offer it again. An answer that was given in time can still be entered: say when with --at.",
      actor: "ben")
    #expect(
      try workspace.done(["handoff", "sweep"]).out == """
        Offers that nobody answered in time: 1.
        Leads: 1

        """)
    #expect(try workspace.done(["handoff", "sweep"]).out == "No offer is overdue.\n")
  }

  @Test("accepted on the spot, with a stage behind the line")
  func onTheSpot() throws {
    #expect(
      try workspace.done(["handoff", "offer", "1", "--to", "5", "--accepted-by", "ben"]).out == """
        Lead 1 (Acme): offered, and accepted by ben.
        Now in stage 5 Purchase intention since 2026-11-03 12:00; owner: ben.

        """)
  }

  @Test("offers that make no sense are refused by name")
  func senseless() throws {
    try refused(
      ["handoff", "offer", "1", "--to", "3"],
      "No line lies between stage 4 (brand_preference) of lead 1 and that stage. Use 'funnel lead move'.",
      actor: "ana")
    try refused(
      ["handoff", "offer", "1", "--to", "6"], "Stage 6 is entered by a sale. Use 'funnel lead purchase 1'.",
      actor: "ana")
    try refused(
      ["handoff", "offer", "1", "--due", "2026-11-01"],
      "'2026-11-01' is not after the offer; an answer cannot be due before that.", actor: "ana", status: 2)
    try refused(
      ["handoff", "offer", "1", "--member", "ana"],
      "ana does not belong to sales; only the receiving side answers an offer.", actor: "ana")
    #expect(try workspace.run(["handoff", "inbox", "--all", "--department", "sales"]).status == 2)
  }
}
