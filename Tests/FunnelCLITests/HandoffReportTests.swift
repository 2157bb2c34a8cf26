import Foundation
import Testing

/// Offers, their outcomes and the time they took.
struct HandoffReportTests {
  let fixture: WorkspaceFixture

  /// Six offers, an hour apart from the third: accepted after 1 h, rejected after 3 h, rejected after 5 h, withdrawn,
  /// expired unnoticed, pending.
  init() throws {
    fixture = try WorkspaceFixture()
    for name in ["A", "B", "C", "D", "E", "F"] {
      try fixture.done(["lead", "add", name, "--stage", "4", "--at", "2026-10-01", "--source", "email"])
    }
    for lead in ["1", "2", "3", "4"] {
      try fixture.done(["handoff", "offer", lead, "--at", "2026-11-02T10:00Z"])
    }
    try fixture.done(["handoff", "offer", "5", "--at", "2026-10-20T10:00Z"])
    try fixture.done(["handoff", "offer", "6", "--at", "2026-11-03T10:00Z"])
    try fixture.done(["handoff", "accept", "1", "--at", "2026-11-02T11:00Z"], actor: "ben")
    try fixture.done(
      ["handoff", "reject", "2", "--reason", "not_qualified", "--at", "2026-11-02T13:00Z"], actor: "ben")
    try fixture.done(["handoff", "reject", "3", "--reason", "bad_contact", "--at", "2026-11-02T15:00Z"], actor: "ben")
    try fixture.done(["handoff", "withdraw", "4", "--at", "2026-11-02T15:00Z"])
  }

  func report(_ options: [String] = []) throws -> [String: Any] {
    try fixture.done(["report", "handoffs", "--format", "json"] + options).json
  }

  private static let outcomes = ["accepted", "rejected", "expired", "withdrawn", "pending"]

  @Test func anOfferHasOneOutcome() throws {
    let report = try report()
    #expect(report.int("offered") == 6)
    #expect(HandoffReportTests.outcomes.map { report.int($0) } == [1, 2, 1, 1, 1])
    #expect(report.int("unrecorded") == 0)
    // 1 of the 4 that were decided.
    #expect(report.double("acceptance") == 0.25)
    let time = report.object("time_to_answer")
    #expect(time.int("n") == 3)
    #expect(time.double("p50_seconds") == 10_800.0)
    #expect(time.double("p90_seconds") == 16_560.0)
    #expect(time.double("max_seconds") == 18_000.0)
    #expect(
      Set(report.objects("rejections").map { $0.string("reason") }) == ["not_qualified", "bad_contact"])
    #expect(report.objects("lines").map { $0.string("giver") } == ["marketing"])
  }

  @Test func everyNumberLeadsToItsCrossings() throws {
    let report = try report()
    for outcome in HandoffReportTests.outcomes + ["offered", "unrecorded"] {
      let list = try self.report(["--leads", "outcome=\(outcome)"])
      #expect(list.objects("rows").count == report.int(outcome), "\(outcome)")
    }
    let bad = try self.report(["--leads", "outcome=rejected,reason=bad_contact,giver=marketing,source=email"])
    #expect(bad.objects("rows").map { $0.int("lead") } == [3])
    #expect(try self.report(["--leads", "giver=sales"]).objects("rows").isEmpty)
  }

  @Test func thePeriodIsThatOfTheOffers() throws {
    #expect(try report(["--period", "2026-10"]).int("expired") == 1)
    #expect(try report(["--period", "2026-10"]).int("offered") == 1)
    #expect(try report(["--where", "source=null"]).int("offered") == 0)
    // Before it fell due it was pending.
    #expect(try report(["--as-of", "2026-10-21"]).int("pending") == 1)
  }

  @Test func theTableSaysTheIdentityAndTheDenominator() throws {
    let text = try fixture.run(["report", "handoffs"]).out
    #expect(text.contains("Offered 6 = accepted 1 + rejected 2 + expired 1 + withdrawn 1 + pending 1."))
    #expect(text.contains("accepted ÷ (accepted + rejected + expired)"))
    #expect(text.contains("25.0 % ("))
    #expect(text.contains("marketing to sales"))
  }

  @Test(arguments: [
    (["--leads", "outcome=sold"], "accepted"), (["--leads", "stage=4"], "outcome"),
    (["--where", "month=2026-10"], "source"), (["--where", "source=x"], "email"),
  ])
  func whatMakesNoSenseIsRefused(_ options: [String], _ hint: String) throws {
    let outcome = try fixture.run(["report", "handoffs"] + options)
    #expect(outcome.status == 2)
    #expect(outcome.err.contains(hint), "\(outcome.err)")
  }
}

extension HandoffReportTests {
  @Test func periodsAreSetSideBySide() throws {
    let report = try report(["--period", "2026-11", "--compare", "previous"])
    let compare = report.object("compare")
    #expect(compare.object("period").string("label") == "2026-10")
    #expect(compare.int("offered") == 1 && compare.int("expired") == 1)
    #expect(compare.object("differences").int("offered") == 4)
    // 1 of 3 against 0 of 1.
    #expect(abs((compare.object("differences").object("acceptance").double("value") ?? 0) - 1.0 / 3) < 1e-12)
    let owners = try fixture.done(
      ["report", "owners", "--period", "2026-11", "--compare", "previous", "--format", "json"]
    ).json.object("compare")
    #expect(owners.objects("stages")[3].int("entered") == 6)
    #expect(owners.objects("differences")[3].int("entered") == -6)
    #expect(owners.objects("differences")[4].int("entered") == 1)
    for name in ["handoffs", "owners"] {
      let outcome = try fixture.run(
        ["report", name, "--period", "2026-11", "--compare", "2026-11"], env: ["COLUMNS": "80"])
      #expect(outcome.status == 2 && outcome.err.contains("overlaps"))
    }
  }

  /// An offer counts in the month in which it was made, and only once its answer is due.
  @Test func rateOfOffersThroughTime() throws {
    let trend = try fixture.done(["report", "trend", "acceptance", "--format", "json"]).json
    let points = trend.objects("points")
    #expect(points.map { $0.string("point") } == ["2026-10", "2026-11"])
    #expect(points.map { $0.int("numerator") } == [0, 1] && points.map { $0.int("denominator") } == [1, 3])
    #expect(points.map { $0.int("unresolved") } == [0, 1])
    let sla = try fixture.done(["report", "trend", "sla", "--by", "year", "--format", "json"]).json.objects("points")
    #expect(sla.map { $0.int("numerator") } == [3] && sla.map { $0.int("denominator") } == [4])
    let list = try fixture.done(
      ["report", "trend", "sla", "--by", "year", "--leads", "point=2026,number=denominator", "--format", "json"]
    ).json
    #expect(list.objects("rows").map { $0.int("lead") } == [1, 2, 3, 5])
  }
}
