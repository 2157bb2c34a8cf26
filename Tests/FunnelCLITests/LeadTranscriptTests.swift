import Foundation
import Testing

/// A lead worked from the first word to the last, with the real program.
@Suite("Commands on leads")
struct LeadTranscriptTests {
  let workspace: WorkspaceFixture

  init() throws { workspace = try WorkspaceFixture() }

  /// Refused, with exactly this sentence, nothing on standard output and nothing written.
  private func refused(
    _ arguments: [String], _ status: Int32, _ sentence: String, actor: String = "ana",
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try workspace.done(["lead", "list", "--format", "ndjson"]).out
    let outcome = try workspace.run(arguments, actor: actor)
    #expect(outcome.status == status, sourceLocation: location)
    #expect(outcome.err == "Error: \(sentence)\n", sourceLocation: location)
    #expect(outcome.out == "", sourceLocation: location)
    #expect(try workspace.done(["lead", "list", "--format", "ndjson"]).out == before, sourceLocation: location)
  }

  @Test("add: says the number and the stage, and gives the whole lead to programs")
  func add() throws {
    let outcome = try workspace.done([
      "lead", "add", "Acme GmbH", "--source", "email", "--campaign", "spring", "--segment", "smb", "--owner", "ana",
      "--email", "a@acme.example", "--phone", "+49 30 1", "--company", "Acme", "--key", "hubspot:51", "--tag", "vip",
      "--value", "1200.5", "--currency", "USD", "--at", "2026-11-01T10:00",
    ])
    #expect(
      outcome.out == """
        Lead 1 (Acme GmbH): added.
        Now in stage 1 Customer awareness since 2026-11-01 10:00; owner: ana.

        """)
    #expect(outcome.err == "")
    let lead = try workspace.done(["lead", "show", "hubspot:51", "--format", "json"]).json
    #expect(lead["schema"] as? String == "funnel.lead/1")
    #expect(lead["lead"] as? Int == 1)
    #expect(lead["stage"] as? Int == 1)
    #expect(lead["stage_key"] as? String == "customer_awareness")
    #expect(lead["created"] as? String == "2026-11-01T10:00:00Z")
    #expect(lead["source"] as? String == "email")
    #expect(lead["keys"] as? [String] == ["hubspot:51"])
    #expect(lead["tags"] as? [String] == ["vip"])
    let expected = lead["expected"] as? [String: Any]
    #expect(expected?["minor"] as? Int == 120_050)
    #expect(expected?["currency"] as? String == "USD")
  }

  @Test("add: a name with braces or escape sequences is shown and does nothing")
  func strangeName() throws {
    let outcome = try workspace.done(["lead", "add", "{stage} \u{1B}[31m\n{lead}"])
    #expect(outcome.lines.first == "Lead 1 ({stage} \\e[31m\\n{lead}): added.")
  }

  @Test("add: refused behind the line, for a key that is taken, and for times that cannot be")
  func addRefused() throws {
    try workspace.done(["lead", "add", "Acme", "--key", "hubspot:51"])
    try refused(
      ["lead", "add", "Bolt", "--stage", "5"], 1,
      "ana does not belong to sales, which owns stage 5 (purchase_intention). Let one of its members do it, with --actor."
    )
    try refused(
      ["lead", "add", "Bolt", "--key", "hubspot:51"], 1, "The key hubspot:51 belongs to lead 1 already.")
    try refused(
      ["lead", "add", "Bolt", "--at", "2026-11-04"], 1,
      "That time lies in the future; record what has happened.")
    try refused(
      ["lead", "add", "Bolt", "--value", "1,200"], 2,
      "'1,200' is not an amount of EUR. Write digits and at most 2 decimals behind a point, such as 1200; no sign, no separators."
    )
    try refused(["lead", "add", "Bolt", "--currency", "EUR"], 2, "--currency says nothing without an amount.")
    try refused(
      ["lead", "add", "Bolt", "--value", "1", "--currency", "XXX"], 2,
      "'XXX' is not a currency. Use a code of ISO 4217, such as EUR.")
    try refused(
      ["lead", "add", "Bolt", "--owner", "zoe"], 1,
      "There is no member 'zoe'. Members: ana, ben. Add one with 'funnel member add zoe --department marketing'.")
  }

  @Test("move: by number, key or key with dashes; the lead named by number or external key")
  func move() throws {
    try workspace.done(["lead", "add", "Acme", "--key", "hubspot:51", "--at", "yesterday"])
    #expect(
      try workspace.done(["lead", "move", "1", "2"]).out == """
        Lead 1 (Acme): moved to stage 2 Brand awareness.
        Now in stage 2 Brand awareness since 2026-11-03 12:00; owner: nobody.

        """)
    try workspace.done(["lead", "move", "hubspot:51", "brand_consideration"])
    let outcome = try workspace.done(["lead", "move", "#1", "brand-preference", "--format", "json"])
    let row = try #require((outcome.json["rows"] as? [[String: Any]])?.first)
    #expect(outcome.json["schema"] as? String == "funnel.leads/1")
    #expect(outcome.json["recorded"] as? Bool == true)
    #expect(row["stage_key"] as? String == "brand_preference")
  }

  @Test("move: what a rule refuses names the command that does it")
  func moveRefused() throws {
    try workspace.done(["lead", "add", "Acme", "--stage", "4"])
    try refused(["lead", "move", "1", "6"], 1, "Stage 6 is entered by a sale. Use 'funnel lead purchase 1'.")
    try refused(
      ["lead", "move", "1", "6", "--accepted-by", "ben"], 1,
      "Stage 6 is entered by a sale. Use 'funnel lead purchase 1'.")
    try refused(
      ["lead", "move", "1", "5"], 1,
      "Lead 1 is in stage 4 (brand_preference), and a line lies between that and where it should go. Use 'funnel handoff offer 1', or name who accepts with --accepted-by MEMBER."
    )
    try refused(
      ["lead", "move", "1", "5", "--accepted-by", "ana"], 1,
      "ana does not belong to sales; only the receiving side answers an offer.")
    try refused(["lead", "move", "1", "4"], 1, "Lead 1 is in stage 4 (brand_preference) already.")
    try refused(
      ["lead", "move", "1", "3"], 1,
      "ben does not belong to marketing, which owns stage 4 (brand_preference). Let one of its members do it, with --actor.",
      actor: "ben")
    try refused(
      ["lead", "move", "1", "9"], 2,
      "There is no stage '9'. Stages: 1 customer_awareness, 2 brand_awareness, 3 brand_consideration, 4 brand_preference, 5 purchase_intention, 6 purchase, 7 customer_loyalty, 8 customer_advocacy."
    )
    try refused(
      ["lead", "move", "1"], 2, "Name leads and then the stage: 'funnel lead move 12 13 brand-preference'.")
    try refused(
      ["lead", "move", "77", "2"], 1,
      "There is no lead '77'. Name it by number or external key; 'funnel lead find' looks for words.")
    try refused(
      ["lead", "move", "1", "3", "--at", "3/11/2026"], 2,
      "\"3/11/2026\" does not say which number is the day and which the month. Write the year first, such as 2026-11-03."
    )
  }

  @Test("move --accepted-by: offer and answer in one step, and the receiver works on it")
  func moveAccepted() throws {
    try workspace.done(["lead", "add", "Acme", "--stage", "4"])
    #expect(
      try workspace.done(["lead", "move", "1", "5", "--accepted-by", "ben"]).lines[1]
        == "Now in stage 5 Purchase intention since 2026-11-03 12:00; owner: ben.")
    let lead = try workspace.done(["lead", "show", "1", "--format", "json"]).json
    let handoffs = try #require(lead["handoffs"] as? [[String: Any]])
    #expect(handoffs.count == 1)
    #expect(handoffs[0]["outcome"] as? String == "accepted")
    #expect(lead["flags"] as? [String] == [])
  }

  @Test("purchase and refund: enters stage 6, later ones are listed, refunds stay within what was paid")
  func purchase() throws {
    try workspace.done(["lead", "add", "Acme", "--stage", "5"], actor: "ben")
    #expect(
      try workspace.done(["lead", "purchase", "1", "--amount", "990"], actor: "ben").out == """
        Lead 1 (Acme): purchase of 990.00 EUR recorded.
        Now in stage 6 Purchase since 2026-11-03 12:00; owner: nobody.

        """)
    try workspace.done(["lead", "purchase", "1"], actor: "ben")
    let lead = try workspace.done(["lead", "show", "1", "--format", "json"]).json
    let purchases = try #require(lead["purchases"] as? [[String: Any]])
    #expect(purchases.count == 2)
    #expect(purchases[1]["amount"] is NSNull)
    let first = try #require(purchases[0]["event"] as? String)
    try refused(
      ["lead", "refund", "1", "--purchase", first, "--amount", "990.01"], 1,
      "That refund of lead 1 is not possible: it must be more than 0, in the currency of the purchase, and no more than is left of it.",
      actor: "ben")
    try refused(
      ["lead", "refund", "1", "--purchase", "x"], 2,
      "'x' is not the id of an event. 'funnel lead show' prints the ids of purchases.", actor: "ben")
    #expect(
      try workspace.done(["lead", "refund", "1", "--purchase", first, "--amount", "100"], actor: "ben").lines[0]
        == "Lead 1 (Acme): refund of 100.00 EUR recorded.")
    try refused(
      ["lead", "purchase", "1"], 1,
      "ana does not belong to sales, which owns stage 6 (purchase). Let one of its members do it, with --actor.")
  }

  @Test("purchase --accepted-by crosses the line on the way")
  func purchaseAcrossLine() throws {
    try workspace.done(["lead", "add", "Acme", "--stage", "4"])
    try workspace.done(["lead", "purchase", "1", "--accepted-by", "ben"])
    let lead = try workspace.done(["lead", "show", "1", "--format", "json"]).json
    #expect(lead["stage"] as? Int == 6)
    #expect((lead["handoffs"] as? [[String: Any]])?.map { $0["outcome"] as? String } == ["accepted"])
  }

  @Test("lose and reopen: with a reason of the catalogue, once")
  func loseAndReopen() throws {
    try workspace.done(["lead", "add", "Acme"])
    try refused(["lead", "reopen", "1"], 1, "Lead 1 is not lost, so it cannot be reopened.")
    try refused(
      ["lead", "lose", "1", "--reason", "not_qualified"], 1,
      "There is no reason 'not_qualified' for that. Reasons: no_budget, no_response, competitor, bad_fit, timing, price, duplicate, unknown."
    )
    #expect(
      try workspace.done(["lead", "lose", "1", "--reason", "timing"]).out == """
        Lead 1 (Acme): lost (timing).
        Lost in stage 1 Customer awareness at 2026-11-03 12:00: timing.

        """)
    try refused(["lead", "lose", "1", "--reason", "timing"], 1, "Lead 1 is lost already.")
    try refused(["lead", "move", "1", "2"], 1, "Lead 1 is lost. Use 'funnel lead reopen 1' first.")
    #expect(try workspace.done(["lead", "reopen", "1"]).lines[0] == "Lead 1 (Acme): open again.")
  }

  @Test("edit, assign, tag, value, touch and note change what they name and nothing else")
  func small() throws {
    try workspace.done(["lead", "add", "Acme", "--source", "email", "--tag", "cold"])
    try workspace.done(["lead", "edit", "1", "--email", "a@b.example", "--source", ""])
    try workspace.done(["lead", "assign", "1", "ben"])
    try workspace.done(["lead", "tag", "1", "--add", "vip", "--remove", "cold"])
    try workspace.done(["lead", "value", "1", "1500", "--close", "2026-12-15"])
    try workspace.done(["lead", "touch", "1", "--channel", "phone", "--note", "asked for a quote"])
    try workspace.done(["lead", "note", "1", "call again"])
    let lead = try workspace.done(["lead", "show", "1", "--format", "json"]).json
    #expect(lead["email"] as? String == "a@b.example")
    #expect(lead["name"] as? String == "Acme")
    #expect(lead["source"] is NSNull)
    #expect(lead["owner"] as? String == "ben")
    #expect(lead["tags"] as? [String] == ["vip"])
    #expect((lead["expected"] as? [String: Any])?["minor"] as? Int == 150_000)
    #expect(lead["expected_close"] as? String == "2026-12-15T00:00:00Z")
    #expect(lead["touches"] as? Int == 1)
    let notes = (lead["history"] as? [[String: Any]])?.compactMap { $0["note"] as? String }
    #expect(notes == ["asked for a quote", "call again"])
    try workspace.done(["lead", "assign", "1", "--nobody"])
    #expect(try workspace.done(["lead", "show", "1", "--format", "json"]).json["owner"] is NSNull)
  }

  @Test("what says nothing is a mistake in the arguments")
  func empty() throws {
    try workspace.done(["lead", "add", "Acme"])
    try refused(["lead", "edit", "1"], 1, "Nothing to change: name at least one new value.")
    for arguments in [
      ["lead", "tag", "1"], ["lead", "tag", "1", "--add", ""], ["lead", "note", "1", ""],
      ["lead", "touch", "1", "--channel", ""], ["lead", "find", ""], ["lead", "list", "--limit", "0"],
      ["lead", "list", "--stage", "1", "--stages-of", "sales"], ["lead", "list", "--status", "won"], ["lead", "add"],
    ] {
      let outcome = try workspace.run(arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.err.hasPrefix("Error: "), "\(arguments)")
      #expect(outcome.out == "")
    }
  }

  @Test("list and find: conditions hold at once, and every format has the same leads")
  func listing() throws {
    try workspace.done(["lead", "add", "Acme", "--source", "email", "--tag", "vip", "--owner", "ana"])
    try workspace.done(["lead", "add", "Bolt", "--source", "email", "--stage", "4"])
    try workspace.done(["lead", "add", "Cog", "--source", "paid", "--key", "crm:acme-1"])
    try workspace.done(["lead", "add", "Dyn", "--stage", "5"], actor: "ben")
    func numbers(_ arguments: String...) throws -> [Int] {
      try workspace.done(["lead"] + arguments + ["--format", "ndjson"]).out.split(separator: "\n").compactMap { line in
        (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["lead"] as? Int
      }
    }
    #expect(try numbers("list") == [1, 2, 3, 4])
    #expect(try numbers("list", "--source", "email") == [1, 2])
    #expect(try numbers("list", "--source", "email", "--stage", "brand-preference") == [2])
    #expect(try numbers("list", "--stages-of", "sales") == [4])
    #expect(try numbers("list", "--stages-of", "marketing", "--limit", "2") == [1, 2])
    #expect(try numbers("list", "--owner", "ana", "--tag", "vip") == [1])
    #expect(try numbers("list", "--source", "nowhere") == [])
    #expect(try numbers("find", "ACME") == [1, 3])
    #expect(
      try workspace.done(["lead", "find", "zzz"]).out
        == "No lead has that in its name, e-mail, phone, company or keys.\n")
    let csv = try workspace.done(["lead", "list", "--format", "csv"]).out
    #expect(
      csv.components(separatedBy: "\r\n").dropFirst().prefix(4).map { $0.prefix(7) } == [
        "1,Acme,", "2,Bolt,", "3,Cog,,", "4,Dyn,,",
      ])
  }

  @Test("show: a calm page, complete for people")
  func show() throws {
    try workspace.done(["lead", "add", "Acme", "--source", "email", "--at", "2026-11-01"])
    let page = try workspace.done(["lead", "show", "1"]).out
    #expect(
      page == """
        Lead 1 (Acme)

          Stage    1 Customer awareness, since 2026-11-01 00:00
          Status   open
          Owner    nobody
          Source   email
          Created  2026-11-01 00:00

        Latest events

        When              Event    Details                                Who  Note  Unusual
        ────────────────  ───────  ─────────────────────────────────────  ───  ────  ───────
        2026-11-01 00:00  created  stage=customer_awareness source=email  ana  –     –

        """)
  }

  @Test("history: oldest first, with flags and who did it")
  func history() throws {
    try workspace.done(["lead", "add", "Acme", "--at", "2026-11-01"])
    try workspace.done(["lead", "move", "1", "3", "--at", "2026-11-02T09:00"])
    let rows = try workspace.done(["lead", "history", "1", "--format", "json"]).json["rows"] as? [[String: Any]]
    #expect(rows?.map { $0["event"] as? String } == ["created", "moved"])
    #expect(rows?.last?["occurred"] as? String == "2026-11-02T09:00:00Z")
    #expect(rows?.last?["recorded"] as? String == "2026-11-03T12:00:00Z")
    #expect(rows?.last?["flags"] as? [String] == ["skipped"])
    #expect(rows?.last?["actor"] as? String == "ana")
    #expect(rows?.last?["voided"] as? Bool == false)
    #expect((rows?.last?["details"] as? [String: String])?["stage"] == "brand_consideration")
    let table = try workspace.done(["lead", "history", "1"]).out
    #expect(table.contains("moved    stage=brand_consideration  ana  –     skipped"))
  }

  @Test("times are typed in the zone of the workspace")
  func zone() throws {
    let berlin = try WorkspaceFixture(zone: "Europe/Berlin")
    try berlin.done(["lead", "add", "Acme", "--at", "2026-11-02T10:00"])
    #expect(
      try berlin.done(["lead", "show", "1", "--format", "json"]).json["created"] as? String == "2026-11-02T09:00:00Z")
  }
}
