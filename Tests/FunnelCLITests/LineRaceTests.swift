import Foundation
import Testing

/// Several people at one line at once: each case is settled once, one of them wins, and the others are told why not.
@Suite("Races at the line", .serialized)
struct LineRaceTests {
  @Test("eight processes sweep at once: each offer is settled once", arguments: ["expired", "accepted"])
  func sweeps(silence: String) throws {
    let line = try LineFixture(leads: 20)
    try line.agree("--answer", "8 hours", "--silence", silence)
    try line.workspace.done(["handoff", "offer"] + (1...20).map(String.init))
    line.workspace.now = "2026-11-05T12:00:00Z"
    let outcomes = try line.atOnce(
      [(String, [String])](repeating: ("ben", ["handoff", "sweep", "--format", "json"]), count: 8))
    #expect(outcomes.allSatisfy { $0.status == 0 }, "\(outcomes.map(\.err))")
    let swept = outcomes.flatMap { ($0.json["rows"] as? [[String: Any]] ?? []).compactMap { $0["lead"] as? Int } }
    #expect(swept.sorted() == Array(1...20), "each lead by one of the eight")
    let outcome = silence == "accepted" ? "accepted_by_silence" : "expired"
    #expect(try line.handoffs("--outcome", outcome).count == 20)
    #expect(try line.handoffs().count == 20)
    for lead in [1, 20] {
      #expect(try line.kinds(of: lead).count { $0 == outcome } == 1)
      #expect(try line.stage(of: lead) == (silence == "accepted" ? 5 : 4))
    }
    #expect(try line.workspace.done(["handoff", "sweep"]).out.contains("No offer"))
    try line.expectSound()
  }

  @Test("an acceptance, a rejection, a withdrawal and a second acceptance race for one offer: one wins")
  func answers() throws {
    let line = try LineFixture(leads: 5)
    for lead in 1...5 {
      try line.workspace.done(["handoff", "offer", "\(lead)"])
      let outcomes = try line.atOnce([
        ("ben", ["handoff", "accept", "\(lead)"]), ("ana", ["handoff", "withdraw", "\(lead)"]),
        ("sue", ["handoff", "accept", "\(lead)"]),
        ("ben", ["handoff", "reject", "\(lead)", "--reason", "bad_contact"]),
      ])
      let winners = outcomes.indices.filter { outcomes[$0].status == 0 }
      #expect(winners.count == 1, "\(outcomes.map(\.err))")
      for loser in outcomes where loser.status != 0 {
        #expect(loser.status == 1 && loser.out.isEmpty)
        #expect(loser.err == "Error: Lead \(lead) has no open offer. Use 'funnel handoff offer \(lead)' first.\n")
      }
      let told = ["accepted", "withdrawn", "accepted", "rejected"]
      let kinds = try line.kinds(of: lead)
      #expect(kinds.filter(told.contains) == winners.map { told[$0] }, "nothing of the others is in the journal")
      #expect(try line.stage(of: lead) == (kinds.contains("accepted") ? 5 : 4))
    }
    try line.expectSound()
  }

  @Test("two rulings, an acceptance and a withdrawal race for one disputed rejection: one ruling wins")
  func rulings() throws {
    let line = try LineFixture(leads: 4, mediators: ["kim", "lee"])
    for lead in 1...4 {
      try line.workspace.done(["handoff", "offer", "\(lead)"])
      try line.workspace.done(["handoff", "reject", "\(lead)", "--reason", "bad_contact"], actor: "ben")
      try line.workspace.done(["dispute", "open", "\(lead)", "--cause", "trust"])
      let outcomes = try line.atOnce([
        ("kim", ["dispute", "rule", "\(lead)", "overturned", "--reason", "it rings"]),
        ("lee", ["dispute", "rule", "\(lead)", "upheld", "--reason", "it does not"]),
        ("ben", ["handoff", "accept", "\(lead)"]), ("ana", ["handoff", "withdraw", "\(lead)"]),
      ])
      let isOverturned = outcomes[0].status == 0
      #expect([outcomes[0].status, outcomes[1].status].sorted() == [0, 1], "\(outcomes.map(\.err))")
      #expect(
        outcomes[isOverturned ? 1 : 0].err == "Error: Lead \(lead) has no open dispute. See 'funnel dispute list'.\n")
      #expect(outcomes[2].status == 1 && outcomes[3].status == 1)
      #expect(try line.stage(of: lead) == (isOverturned ? 5 : 4))
      let kinds = try line.kinds(of: lead)
      #expect(kinds.filter { ["ruled", "crossed"].contains($0) } == (isOverturned ? ["ruled", "crossed"] : ["ruled"]))
    }
    try line.expectSound()
  }

  @Test("the next writer settles what fell due before its own work, and an undo does not take that back")
  func nextWriter() throws {
    let line = try LineFixture(leads: 3)
    try line.agree("--answer", "8 hours", "--silence", "accepted")
    try line.workspace.done(["handoff", "offer", "1"])
    line.workspace.now = "2026-11-04T12:00:00Z"
    // Reading writes nothing, and knows all the same.
    #expect(try line.handoffs("--outcome", "accepted_by_silence").count == 1)
    #expect(try !line.kinds(of: 1).contains("accepted_by_silence"))
    // What is refused settles nothing either.
    #expect(try line.workspace.run(["handoff", "accept", "2"], actor: "ben").status == 1)
    #expect(try !line.kinds(of: 1).contains("accepted_by_silence"))
    try line.workspace.done(["lead", "note", "3", "hello"])
    #expect(try line.kinds(of: 1).suffix(1) == ["accepted_by_silence"])
    try line.workspace.done(["undo"])
    #expect(try line.kinds(of: 3).filter { $0 == "noted" }.isEmpty, "the remark is gone")
    #expect(try line.kinds(of: 1).suffix(1) == ["accepted_by_silence"], "the settlement is not")
    // The next thing that ana could take back is her offer, on which silence built.
    let undo = try line.workspace.run(["undo"])
    #expect(undo.status == 1 && undo.err.contains("Lead 1") || undo.err.contains("lead 1"), "\(undo.err)")
    // The receiver sees that in time, and by name.
    let late = try line.workspace.run(["handoff", "reject", "1", "--reason", "bad_contact"], actor: "ben")
    #expect(late.err.contains("takes for a yes") && late.err.contains("handoff return 1"), "\(late.err)")
    try line.workspace.done(["handoff", "return", "1", "--reason", "bad_contact"], actor: "ben")
    #expect(try line.stage(of: 1) == 4)
    try line.expectSound()
  }
}
