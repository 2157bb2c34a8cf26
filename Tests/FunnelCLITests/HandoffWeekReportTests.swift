import Foundation
import Testing

/// What the rules of the line add to the report: agreed times, working time, rulings, returns, and how well both judged.
struct HandoffWeekReportTests {
  let fixture: WorkspaceFixture

  /// Monday at ten, Berlin time, four offers: one accepted, contacted at once and returned, one rejected and overturned,
  /// two expired, one of which failed a criterion. Acme is offered again on Friday, and lost while that is open.
  init() throws {
    fixture = try WorkspaceFixture(zone: "Europe/Berlin")
    func at(_ time: String, _ commands: [(actor: String, words: [String])]) throws {
      fixture.now = time
      for command in commands { try fixture.done(command.words, actor: command.actor) }
    }
    try at(
      "2026-03-02T07:00:00Z",
      [
        (
          "ana",
          ["member", "add", "kim", "--department", "marketing", "--department", "sales", "--head", "marketing"]
            + ["--head", "sales"]
        ),
        ("ben", ["calendar", "set", "sales", "--hours", "Mon-Fri 09:00-17:00", "--zone", "Europe/Berlin"]),
        (
          "ana",
          ["agreement", "draft", "--require", "email", "--answer", "8 working hours", "--contact", "4 working hours"]
        ),
        ("ana", ["agreement", "sign"]), ("ben", ["agreement", "sign"]),
      ])
    try at(
      "2026-03-02T09:00:00Z",
      ["Acme", "Bravo", "Celer"].map {
        ("ana", ["lead", "add", $0, "--stage", "4", "--email", "x@\($0.lowercased()).example"])
      } + [
        ("ana", ["lead", "add", "Delta", "--stage", "4"]), ("ana", ["handoff", "offer", "1", "2", "3"]),
        ("ana", ["handoff", "offer", "4", "--override", "asked for a call"]),
      ])
    try at(
      "2026-03-03T08:30:00Z",
      [
        ("ben", ["handoff", "accept", "1"]), ("ben", ["handoff", "reject", "2", "--reason", "not_qualified"]),
        ("ben", ["lead", "touch", "1", "--channel", "phone"]),
      ])
    try at(
      "2026-03-04T10:00:00Z",
      [
        ("ana", ["dispute", "open", "2", "--cause", "definition"]),
        ("kim", ["dispute", "rule", "2", "overturned", "--reason", "the mail names it"]),
      ])
    try at("2026-03-06T09:00:00Z", [("ben", ["handoff", "return", "1", "--reason", "bad_contact"])])
    try at(
      "2026-03-06T11:00:00Z",
      [("ana", ["handoff", "offer", "1"]), ("ana", ["lead", "lose", "1", "--reason", "timing"])])
  }

  func report(_ options: String...) throws -> [String: Any] {
    try fixture.done(["report", "handoffs", "--format", "json"] + options).json
  }

  @Test func rulingsReturnsAndLossesCount() throws {
    let total = try report("--period", "2026-03-02").object("total")
    #expect(["offered", "accepted", "rejected", "expired", "pending"].map { total.int($0) } == [4, 1, 1, 2, 0])
    #expect(total.double("acceptance") == 0.25 && total.double("acceptance_final") == 0.5)
    #expect(total.object("rulings").int("overturned") == 1 && total.object("rulings").int("open") == 0)
    #expect(total.int("returned") == 1 && total.object("after_acceptance").int("returned") == 1)
    #expect(total.objects("return_reasons").map { $0.string("reason") } == ["bad_contact"])
    #expect(total.int("overridden") == 1 && total.int("drop_off") == 0)
    // The offer of Friday was still open when the lead was lost.
    let friday = try report("--period", "2026-03-06").object("total")
    #expect(friday.int("offered") == 1 && friday.int("drop_off") == 1 && friday.double("drop_off_rate") == 1)
    let list = try report("--leads", "number=drop_off")
    #expect(list.objects("rows").map { $0.int("lead") } == [1])
    // Celer's offer has expired, and it never moved on: the funnel charges that loss to the line as well.
    try fixture.done(["lead", "lose", "3", "--reason", "timing"])
    #expect(try report("--leads", "number=drop_off").objects("rows").map { $0.int("lead") } == [1, 3])
    let funnel = try fixture.done(
      ["report", "funnel", "--leads", "stage=5,outcome=lost,drop_off=in_handoff", "--format", "json"]
    ).json
    #expect(funnel.objects("rows").map { $0.int("lead") } == [3])
    let losses = try fixture.done(["report", "losses", "--leads", "owner=in_handoff", "--format", "json"]).json
    #expect(losses.objects("rows").map { $0.int("lead") } == [1, 3])
  }

  /// Seven hours of Monday and the half hour of Tuesday.
  @Test func timesAreWorkingTimeOfTheReceiver() throws {
    let total = try report("--period", "2026-03-02").object("total")
    #expect(total.object("answer_seconds").int("max") == 84_600)
    #expect(total.object("answer_working_seconds").int("max") == 27_000)
    #expect(total.object("contact").int("made") == 1)
    #expect(total.object("contact").object("sla").int("met") == 1)
    let text = try fixture.done(["report", "handoffs"]).out
    #expect(text.contains("7 h 30 m") && text.contains("23 h 30 m") && !text.contains("No calendar is set"))
  }

  @Test func theEstimatesStandBesideTheNaiveNumbers() throws {
    let estimates = try report("--period", "2026-03-02").object("total").object("estimates")
    let offers = estimates.object("offers")
    #expect(offers.int("n") == 4 && offers.int("open") == 0)
    // Nothing is open, so nothing has to be estimated.
    for cause in offers.objects("causes") {
      #expect(abs((cause.double("naive") ?? 9) - (cause.double("estimate") ?? -9)) < 1e-12)
    }
    #expect(estimates.object("acceptances").objects("causes").map { $0.int("count") } == [0, 1, 0])
    let short = try report("--window", "1d").object("total").object("estimates").object("offers")
    let accepted = short.objects("causes").first { $0.string("cause") == "accepted" }
    // Friday's offer was open for no time at all, and tells nothing.
    #expect(accepted?.double("estimate") == 0.25 && short.int("open") == 1)
  }

  /// The counts beside the estimates, with a window and without.
  @Test func whatTheEstimatesCountHasItsList() throws {
    for window in [[], ["--window", "12h"]] {
      let estimates = try fixture.done(["report", "handoffs", "--format", "json"] + window).json.object("total")
        .object("estimates")
      for part in ["offers", "acceptances"] {
        let table = estimates.object(part)
        var counts = ["n", "open", "negative"].map { ("number=estimates.\(part).\($0)", table.int($0)) }
        counts += table.objects("causes").map { ($0.string("leads") ?? "", $0.int("count")) }
        for (list, count) in counts {
          let rows = try fixture.done(["report", "handoffs", "--format", "json", "--leads", list] + window).json
          #expect(rows.objects("rows").count == count, "\(list) \(window)")
        }
      }
    }
    // The answers took 23.5 hours: within 12 everything is open.
    let short = try report("--window", "12h").object("total").object("estimates").object("offers")
    #expect(short.int("open") == 5 && short.objects("causes").allSatisfy { $0.int("count") == 0 })
  }

  @Test func theAuditLeadsToItsLists() throws {
    let audit = try report("--audit")
    #expect(audit.object("overridden").int("count") == 1 && audit.object("expired").int("count") == 2)
    #expect(audit.object("offered_again").int("count") == 1 && audit.object("offered_again").int("of") == 4)
    #expect(audit.objects("offers_at_line").map { $0.int("offers") } == [1, 2])
    for row in audit.objects("offers_at_line") {
      let list = try report("--leads", try #require(row.string("leads")))
      #expect(list.objects("rows").count == row.int("count") && list.int("leads") == row.int("count"))
    }
    let offerers = audit.objects("offerers")
    #expect(offerers.map { $0.string("member") } == ["ana"] && offerers.map { $0.int("overridden") } == [1])
    let own = try report("--leads", try #require(offerers[0].string("leads"))).objects("rows")
    #expect(own.map { $0.int("lead") } == [4])
    for part in ["overridden", "others"] {
      for (key, count) in audit.object("criteria").object(part) {
        guard let count = count as? Int, key != "acceptance" else { continue }
        let list = try report("--leads", "number=criteria.\(part).\(key)")
        #expect(list.objects("rows").count == count, "\(part).\(key)")
      }
    }
    // From Monday at ten to Friday at noon.
    #expect(audit.object("cost_seconds").int("total") == 4 * 86_400 + 2 * 3_600)
    for key in [
      "rejected_then_bought", "lost_early", "overridden", "expired", "accepted_by_silence", "offered_again",
      "offered_thrice",
    ] {
      let number = audit.object(key)
      let list = try report("--leads", try #require(number.string("leads")))
      #expect(list.objects("rows").count == number.int("count"), "\(key)")
    }
    fixture.now = "2026-03-10T09:00:00Z"
    try fixture.done(["lead", "purchase", "2", "--amount", "10"], actor: "ben")
    let later = try report("--audit")
    #expect(later.object("rejected_then_bought").int("count") == 1)
    let rows = try report("--leads", "number=audit.rejected_then_bought").objects("rows")
    #expect(rows.map { $0.int("lead") } == [2] && rows.first?.string("ruling") == "overturned")
    let text = try fixture.run(["report", "handoffs", "--audit"], env: ["COLUMNS": "80"])
    #expect(text.lines.allSatisfy { $0.count <= 80 })
    #expect(text.out.contains("Rejected, then bought"))
    let rowsOfCSV = try fixture.done(["report", "handoffs", "--audit", "--format", "csv"]).out
    #expect(rowsOfCSV.split(whereSeparator: \.isNewline).count == 8)
  }
}
