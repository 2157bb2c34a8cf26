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
    let now = fixture.now
    fixture.now = "2026-10-20T10:00:00Z"
    try fixture.done(["handoff", "offer", "5"])
    fixture.now = now
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
    let total = try report().object("total")
    #expect(total.int("offered") == 6)
    #expect(HandoffReportTests.outcomes.map { total.int($0) } == [1, 2, 1, 1, 1])
    #expect(total.int("unrecorded") == 0 && total.int("accepted_by_silence") == 0)
    // 1 of the 4 that were decided.
    #expect(total.double("acceptance") == 0.25)
    #expect(total.int("answered") == 3)
    for time in [total.object("answer_seconds"), total.object("answer_working_seconds")] {
      #expect(time.double("p50") == 10_800.0)
      #expect(time.double("p90") == 16_560.0)
      #expect(time.int("max") == 18_000)
    }
    let sla = total.object("sla")
    #expect(["met", "missed", "not_due", "exempt", "due", "past_due"].map { sla.int($0) } == [3, 1, 1, 1, 1, 1])
    #expect(sla.double("compliance") == 0.75)
    #expect(Set(total.objects("reasons").map { $0.string("reason") }) == ["not_qualified", "bad_contact"])
    #expect(Set(total.objects("reasons").map { $0.string("kind") }) == ["definitional", "clerical"])
  }

  /// Scripts rely on the names that were promised.
  @Test func aBoundaryHasTheKeysOfItsDocument() throws {
    let boundaries = try report().objects("boundaries")
    #expect(boundaries.map { $0.string("from") } == ["brand_preference"])
    let boundary = try #require(boundaries.first)
    #expect(boundary.string("to") == "purchase_intention")
    #expect(boundary.string("giver") == "marketing" && boundary.string("receiver") == "sales")
    let keys = [
      "from", "to", "giver", "receiver", "offered", "accepted", "accepted_by_silence", "rejected", "expired",
      "withdrawn", "pending", "unrecorded", "returned", "acceptance", "interval", "acceptance_final", "answer_seconds",
      "answer_working_seconds", "sla", "reasons", "after_acceptance",
    ]
    #expect(Set(keys).subtracting(boundary.keys) == [])
    #expect((boundary["interval"] as? [Double])?.count == 2)
    #expect(Set(["p50", "p90", "max"]).subtracting(boundary.object("answer_seconds").keys) == [])
    #expect(Set(["met", "missed", "not_due", "compliance"]).subtracting(boundary.object("sla").keys) == [])
    #expect(
      Set(["advanced", "returned", "disqualified", "open"]).subtracting(boundary.object("after_acceptance").keys) == [])
    let none = try report(["--period", "2020"]).object("total")
    #expect(none["acceptance"] is NSNull && none["interval"] is NSNull && none["acceptance_final"] is NSNull)
  }

  /// The counts of a document by their places in it: `sla.missed`.
  static func counts(_ object: [String: Any], _ path: String = "") -> [String: Int] {
    var counts: [String: Int] = [:]
    for (key, value) in object where key != "estimates" && !key.contains("seconds") {
      let place = path + key
      if let number = value as? Int, !["p50", "p90", "max"].contains(key),
        !key.contains("acceptance"), !key.contains("compliance"), !key.contains("rate")
      {
        counts[place] = number
      } else if let inner = value as? [String: Any] {
        counts.merge(Self.counts(inner, place + ".")) { $1 }
      }
    }
    return counts
  }

  @Test func everyNumberLeadsToItsCrossings() throws {
    let total = try report().object("total")
    for outcome in HandoffReportTests.outcomes + ["offered", "unrecorded", "accepted_by_silence"] {
      let list = try self.report(["--leads", "outcome=\(outcome)"])
      #expect(list.objects("rows").count == total.int(outcome), "\(outcome)")
    }
    let counts = Self.counts(total)
    #expect(counts.count > 30)
    for (place, count) in counts {
      let list = try self.report(["--leads", "number=\(place),boundary=4:5"])
      #expect(list.objects("rows").count == count && list.int("crossings") == count, "\(place)")
    }
    let bad = try self.report(["--leads", "outcome=rejected,reason=bad_contact,giver=marketing,source=email"])
    #expect(bad.objects("rows").map { $0.int("lead") } == [3])
    #expect(try self.report(["--leads", "outcome=rejected,number=sla.met"]).objects("rows").count == 2)
    #expect(try self.report(["--leads", "giver=sales"]).objects("rows").isEmpty)
    #expect(try self.report(["--leads", "boundary=5:4"]).objects("rows").isEmpty)
    #expect(try self.report(["--leads", "reason=missing_data"]).objects("rows").isEmpty)
    #expect(try self.report(["--leads", "month=2026-10"]).objects("rows").map { $0.int("lead") } == [5])
  }

  @Test func thePeriodIsThatOfTheOffers() throws {
    func total(_ options: String...) throws -> [String: Any] { try report(options).object("total") }
    #expect(try total("--period", "2026-10").int("expired") == 1)
    #expect(try total("--period", "2026-10").int("offered") == 1)
    #expect(try total("--where", "source=null").int("offered") == 0)
    // Before it fell due it was pending.
    #expect(try total("--as-of", "2026-10-21").int("pending") == 1)
    #expect(try total("--as-of", "2026-10-21").object("sla").int("not_due") == 1)
    // A day is seen to its end, which is a whole second like every time in a report.
    let until = try report(["--as-of", "2026-10-21"]).object("definition").string("observed_until")
    #expect(until == "2026-10-21T23:59:59Z")
  }

  @Test func theTableSaysTheIdentityAndTheDenominator() throws {
    let text = try fixture.run(["report", "handoffs"]).out
    #expect(text.contains("Offered 6 = accepted 1 + by silence 0 + rejected 2 + expired 1 + withdrawn 1 + pending 1."))
    #expect(text.contains("accepted ÷ (accepted + rejected + expired)"))
    #expect(text.contains("25.0 % ("))
    #expect(text.contains("marketing to sales"))
    #expect(text.contains("No calendar is set: every hour counts"))
    let narrow = try fixture.run(["report", "handoffs"], env: ["COLUMNS": "80"]).lines
    #expect(narrow.allSatisfy { $0.count <= 80 })
    #expect(!narrow.contains { $0.contains("Not shown at this width") })
  }

  @Test func itIsBrokenDown() throws {
    let reasons = try report(["--by", "reason"]).objects("groups")
    #expect(Set(reasons.map { $0.string("reason") }) == ["not_qualified", "bad_contact", nil])
    #expect(reasons.reduce(0) { $0 + ($1.int("offered") ?? 0) } == 6)
    let months = try report(["--by", "month"]).objects("groups")
    #expect(months.map { $0.string("month") } == ["2026-10", "2026-11"])
    #expect(months.map { $0.int("offered") } == [1, 5])
    for by in ["source", "campaign", "segment", "giver", "receiver", "member", "boundary"] {
      let rows = try fixture.done(["report", "handoffs", "--by", by, "--format", "csv"]).out.split(
        whereSeparator: \.isNewline)
      #expect(rows.count == 2 && rows[0].hasPrefix(by == "boundary" ? "from,to,giver,receiver,offered" : by), "\(by)")
      #expect(try fixture.done(["report", "handoffs", "--by", by]).out.contains("25.0 %"))
    }
    #expect(try fixture.done(["report", "handoffs", "--format", "markdown"]).out.contains("| Offered "))
  }

  @Test(arguments: [
    (["--leads", "outcome=sold"], "accepted"), (["--leads", "stage=4"], "outcome"),
    (["--where", "month=2026-10"], "source"), (["--where", "source=x"], "email"),
    (["--leads", "number=sla.late"], "sla.missed"), (["--leads", "boundary=4-5"], "4:5"),
    (["--leads", "reason=nonsense"], "not_qualified"), (["--leads", "offers=2+,outcome=rejected"], "offers=2+"),
    (["--audit", "--by", "source"], "--period"), (["--leads", "outcome=accepted", "--by", "source"], "source=email"),
    (["--window", "-5d"], "at least a second"), (["--leads", "member=nobody"], "ana"),
    (["--leads", "number=criteria.others.offered,overridden=yes"], "twice"),
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
    #expect(compare.object("total").int("offered") == 1 && compare.object("total").int("expired") == 1)
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
