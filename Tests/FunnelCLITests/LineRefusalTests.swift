import Foundation
import Testing

/// Every refusal at the line says who may act, or what to do instead; and nothing of it is recorded.
@Suite("Refusals at the line")
struct LineRefusalTests {
  private func expect(
    _ line: LineFixture, _ actor: String, _ words: String, says parts: String..., at: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try line.workspace.run(words.split(separator: " ").map(String.init), actor: actor)
    #expect(outcome.status == 1 && outcome.out.isEmpty, "\(words): \(outcome.status)", sourceLocation: at)
    for part in parts { #expect(outcome.err.contains(part), "\(words): \(outcome.err)", sourceLocation: at) }
  }

  @Test("offers: readiness, override, due time")
  func offers() throws {
    let line = try LineFixture(leads: 3)
    try line.workspace.done(["lead", "edit", "2", "--email", "b@x.example"])
    try line.agree("--require", "email", "--require", "touches:1", "--answer", "24 hours")
    try expect(line, "ana", "handoff offer 1", says: "email, touches:1", "--override")
    try line.workspace.done(["lead", "touch", "2", "--channel", "phone"])
    try expect(line, "ana", "handoff offer 2 --override x", says: "fails no criterion")
    try expect(line, "ben", "handoff offer 2", says: "only the giving side")
    try expect(line, "ana", "handoff offer 2 --due 1h", says: "gives until 2026-11-04 12:00:00", "--due")
    try expect(line, "ana", "handoff offer 2 --at 2026-11-01", says: "Lead 2 was created on")
    try line.workspace.done(["handoff", "offer", "2", "--due", "30h"])
    try expect(line, "ana", "handoff offer 2", says: "open offer")
    line.workspace.now = "2026-11-08T12:00:00Z"
    try expect(line, "ana", "handoff offer 2 --at 2026-11-06", says: "nobody could give one in time", "--at or --due")
    try expect(line, "ben", "handoff accept 2", says: "fell due on 2026-11-04 18:00:00", "Offer it again")
    #expect(try line.handoffs().count == 1)
    try line.expectSound()
  }

  @Test("returns: what was not accepted, whose stage, what a ruling sent over")
  func returns() throws {
    let line = try LineFixture(leads: 2)
    try expect(line, "ben", "handoff return 1 --reason bad_contact", says: "nothing to return", "handoff offer 1 --to")
    try line.workspace.done(["handoff", "offer", "1", "2"])
    try line.workspace.done(["handoff", "accept", "1"], actor: "ben")
    try expect(line, "ana", "handoff return 1 --reason bad_contact", says: "ana does not belong to sales")
    try expect(line, "ben", "handoff return 1 --reason bad_contact --to 7", says: "Stage 7", "is not marketing's")
    try line.workspace.done(["handoff", "return", "1", "--reason", "bad_contact", "--to", "3"], actor: "ben")
    #expect(try line.stage(of: 1) == 3)
    try line.workspace.done(["handoff", "reject", "2", "--reason", "bad_contact"], actor: "ben")
    try line.workspace.done(["dispute", "open", "2", "--cause", "trust"])
    try line.workspace.done(["dispute", "rule", "2", "overturned", "--reason", "it rings"], actor: "kim")
    #expect(try line.stage(of: 2) == 5)
    try expect(
      line, "ben", "handoff return 2 --reason bad_contact", says: "by a ruling, which stands", "handoff offer 2 --to")
    try line.workspace.done(["handoff", "offer", "2", "--to", "4"], actor: "ben")
    try line.expectSound()
  }

  @Test("disputes: who may open, until when, and who may rule")
  func disputes() throws {
    let line = try LineFixture(leads: 3)
    try line.agree("--dispute-days", "2")
    try expect(line, "ana", "dispute open 1 --cause trust", says: "nothing to dispute", "handoff show 1")
    try line.workspace.done(["handoff", "offer", "1", "2", "3"])
    try line.workspace.done(["handoff", "reject", "1", "2", "--reason", "bad_contact"], actor: "ben")
    try expect(line, "ben", "dispute open 1 --cause trust", says: "ben does not belong to marketing")
    try line.workspace.done(["dispute", "open", "1", "--cause", "trust"])
    try expect(line, "ana", "dispute open 1 --cause trust", says: "disputed before")
    try expect(line, "ana", "handoff offer 1", says: "dispute")
    try expect(line, "sue", "dispute rule 1 upheld --reason x", says: "does not head both sides", "kim")
    try expect(line, "kim", "dispute rule 3 upheld --reason x", says: "no open dispute", "dispute list")
    // The window closes on the one, and does not on the other, whose dispute is open.
    line.workspace.now = "2026-11-10T12:00:00Z"
    try expect(line, "ana", "dispute open 2 --cause trust", says: "until 2026-11-05 12:00:00", "handoff offer 2")
    // A rejection that is said to have happened long ago can still be disputed.
    try line.workspace.done(["dispute", "rule", "1", "upheld", "--reason", "x"], actor: "kim")
    #expect(try line.stage(of: 1) == 4)
    try line.expectSound()
  }

  @Test("nobody rules on their own case; where no mediator is free, heads of both sides concur")
  func ownCase() throws {
    let line = try LineFixture(leads: 2)
    try line.workspace.done(["handoff", "offer", "1"], actor: "kim")
    try line.workspace.done(["handoff", "reject", "1", "--reason", "bad_contact"], actor: "sue")
    try line.workspace.done(["dispute", "open", "1", "--cause", "trust"], actor: "max")
    // Kim heads both and offered the lead. As the heads of either side are free, nobody needs her voice.
    try expect(line, "kim", "dispute rule 1 overturned --reason x", says: "party to the case", "ana, ben")
    try expect(line, "max", "dispute rule 1 overturned --reason x", says: "max heads none", "must concur")
    let first = try line.workspace.done(["dispute", "rule", "1", "overturned", "--reason", "x"], actor: "ben")
    #expect(try line.stage(of: 1) == 4, "one head is not enough: \(first.out)")
    try line.workspace.done(["dispute", "rule", "1", "upheld", "--reason", "x"])
    #expect(try line.stage(of: 1) == 4, "nor are two who differ")
    try line.workspace.done(["dispute", "rule", "1", "overturned", "--reason", "y"])
    #expect(try line.stage(of: 1) == 5)
    // Ben's word carries the ruling, so that it is not his to take back alone.
    let undo = try line.workspace.run(["undo"], actor: "ben")
    #expect(undo.status == 1, "\(undo.out)")
    try line.expectSound()
  }

  @Test("a party cannot void what goes against it")
  func voids() throws {
    let line = try LineFixture(leads: 1)
    try line.workspace.done(["handoff", "offer", "1"])
    try line.workspace.done(["handoff", "reject", "1", "--reason", "bad_contact"], actor: "sue")
    func seq(_ kind: String) throws -> String {
      let rows = try line.workspace.done(["lead", "history", "1", "--format", "json"]).json["rows"] as? [[String: Any]]
      let row = (rows ?? []).first { $0["event"] as? String ?? $0["kind"] as? String == kind }
      return "\(try #require(row?["seq"] as? Int ?? row?["number"] as? Int))"
    }
    try expect(line, "ana", "event void \(try seq("rejected"))", says: "does not speak for sales")
    try line.workspace.done(["dispute", "open", "1", "--cause", "trust"])
    try expect(line, "ben", "event void \(try seq("disputed"))", says: "does not speak for marketing")
    try line.workspace.done(["dispute", "rule", "1", "overturned", "--reason", "x"], actor: "kim")
    try expect(
      line, "ben", "event void \(try seq("ruled")) \(try seq("crossed"))", says: "does not speak for marketing+sales")
    try line.workspace.done(["undo"], actor: "kim")
    #expect(try line.stage(of: 1) == 4, "who ruled may take it back")
    try line.expectSound()
  }

  @Test("referrals: only advocates refer, the lead waits outside, and can be offered again or sent over by a ruling")
  func referrals() throws {
    let line = try LineFixture(leads: 1)
    try expect(line, "ben", "handoff refer 1 --name New", says: "only advocates")
    try line.workspace.done(["lead", "add", "Fan", "--stage", "8"], actor: "ben")
    try expect(line, "ana", "handoff refer 2 --name New", says: "ana does not belong to sales")
    try line.workspace.done(["handoff", "refer", "2", "--name", "New"], actor: "ben")
    try expect(line, "ana", "lead move 3 1", says: "open offer")
    try expect(line, "ben", "lead move 3 5", says: "open offer")
    try line.workspace.done(["handoff", "reject", "3", "--reason", "bad_contact"])
    try line.workspace.done(["handoff", "offer", "3"], actor: "ben")
    try line.workspace.done(["handoff", "reject", "3", "--reason", "bad_contact"])
    try line.workspace.done(["dispute", "open", "3", "--cause", "trust"], actor: "ben")
    try line.workspace.done(["dispute", "rule", "3", "overturned", "--reason", "x"], actor: "kim")
    #expect(try line.stage(of: 3) == 1)
    try line.workspace.done(["handoff", "refer", "2", "--name", "Other"], actor: "ben")
    try line.workspace.done(["handoff", "accept", "4"])
    try expect(line, "ana", "handoff return 4 --reason bad_contact", says: "came by a referral", "lead lose 4")
    try line.expectSound()
  }

  @Test("agreements: who drafts, who signs, and once")
  func agreements() throws {
    let line = try LineFixture(leads: 1)
    try expect(line, "ana", "agreement sign", says: "agreement draft")
    try line.workspace.done(["agreement", "draft"], actor: "max")
    try expect(line, "ana", "agreement sign 9", says: "no version 9", "agreement history")
    try expect(line, "max", "agreement sign", says: "for a head of marketing or sales", "max is none")
    try line.workspace.done(["agreement", "sign"])
    try expect(line, "ana", "agreement sign", says: "signed that version already")
    #expect(try line.workspace.done(["agreement", "show"]).out.contains("sales"), "who has still to sign")
    try line.workspace.done(["agreement", "sign"], actor: "ben")
    for bad in ["--answer 0", "--quality 101", "--volume 0/month", "--attempts -1", "--require shoes", "--silence no"] {
      let words = ["agreement", "draft"] + bad.split(separator: " ").map(String.init)
      let outcome = try line.workspace.run(words)
      #expect(outcome.status == 2 && outcome.err.hasPrefix("Error: "), "\(bad): \(outcome.err)")
    }
    try line.expectSound()
  }

  @Test("many at once: by number, by campaign, from a list; all or none")
  func bulk() throws {
    let line = try LineFixture(leads: 6)
    try line.workspace.done(["handoff", "offer", "1", "2", "3", "4", "5"])
    try expect(line, "ben", "handoff accept 1 6 2", says: "Lead 6 has no open offer")
    #expect(try line.handoffs("--outcome", "pending").count == 5, "none of them")
    try line.workspace.done(["handoff", "accept", "1", "2"], actor: "ben")
    try line.workspace.done(["handoff", "accept", "-"], actor: "sue", stdin: "3\n")
    #expect(try line.workspace.run(["handoff", "accept"], actor: "ben").status == 2)
    #expect(try line.workspace.run(["handoff", "accept", "--all-from", "web"], actor: "ben").status == 2)
    #expect(try line.workspace.run(["handoff", "accept", "4", "--all-from", "fair"], actor: "ben").status == 2)
    try line.workspace.done(["handoff", "accept", "--all-from", "fair"], actor: "ben")
    #expect(try line.handoffs("--outcome", "accepted").count == 5)
    #expect(try line.stage(of: 6) == 4)
    try line.expectSound()
  }

  @Test("tables keep to 80 columns, JSON names its schema, CSV has a row a case")
  func pages() throws {
    let line = try LineFixture(leads: 4)
    try line.agree("--require", "source", "--answer", "8 hours", "--contact", "16 hours", "--volume", "20/month")
    try line.workspace.done(
      ["handoff", "offer", "1", "2", "3", "--override", "met at the fair", "--note", "=1+1 \"wants\"\na quote"])
    try line.workspace.done(["handoff", "reject", "1", "--reason", "not_the_decider"], actor: "ben")
    try line.workspace.done(["dispute", "open", "1", "--cause", "definition", "--evidence", "a long letter of Monday"])
    for page in [
      "handoff inbox --department sales", "handoff list", "handoff show 1", "dispute list", "dispute show 1",
      "agreement show", "agreement history", "agreement check",
    ] {
      let words = page.split(separator: " ").map(String.init)
      let table = try line.workspace.run(words, env: ["COLUMNS": "80"])
      #expect(table.status == 0 && table.err.isEmpty, "\(page): \(table.err)")
      #expect(table.lines.allSatisfy { $0.count <= 80 }, "\(page) is wider than 80 columns:\n\(table.out)")
      let json = try line.workspace.done(words + ["--format", "json"]).json
      #expect((json["schema"] as? String)?.hasPrefix("funnel.") == true, "\(page)")
      let csv = try line.workspace.done(words + ["--format", "csv"]).out
      #expect(!csv.isEmpty && !csv.contains("\n=1+1") && !csv.contains(",=1+1"), "\(page)")
    }
  }
}
