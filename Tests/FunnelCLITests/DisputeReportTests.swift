import Foundation
import Testing

/// The report on disputes as people and programs meet it.
struct DisputeReportTests {
  let fixture: WorkspaceFixture

  /// Sales rejected leads 1 to 3 and returned 4; marketing objected to all of them. Kim, who heads both, ruled on three.
  init() throws {
    fixture = try WorkspaceFixture()
    try fixture.done(
      ["member", "add", "kim", "--department", "marketing+sales", "--head", "marketing+sales"], actor: nil)
    for lead in 1...5 {
      let source = lead < 4 ? "web" : "fair"
      try at("2026-09-01T08:00", ["lead", "add", "L\(lead)", "--stage", "4", "--source", source])
    }
    try at("2026-09-02T08:00", ["handoff", "offer", "1", "2", "3", "4", "5"])
    for lead in 1...3 {
      try at("2026-09-02T12:00", ["handoff", "reject", "\(lead)", "--reason", "not_qualified"], by: "ben")
    }
    try at("2026-09-03T08:00", ["handoff", "accept", "4", "5"], by: "ben")
    for (lead, cause) in [(1, "definition"), (2, "definition"), (3, "budget")] {
      try at("2026-09-1\(lead - 1)T08:00", ["dispute", "open", "\(lead)", "--cause", cause])
    }
    try rule(1, "overturned", "2026-09-12T08:00")
    try rule(2, "upheld", "2026-09-15T08:00")
    try at("2026-09-30T08:00", ["handoff", "return", "4", "--reason", "bad_contact"], by: "ben")
    try at("2026-10-01T00:00", ["dispute", "open", "4", "--cause", "trust"])
    try rule(3, "split", "2026-10-02T08:00")
    fixture.now = "2026-11-03T12:00:00Z"
  }

  /// Does something as if it were then: what falls due in between is settled in between.
  private func at(_ time: String, _ arguments: [String], by actor: String = "ana") throws {
    fixture.now = "\(time):00Z"
    try fixture.done(arguments, actor: actor)
  }

  private func rule(_ lead: Int, _ ruling: String, _ time: String) throws {
    try at(time, ["dispute", "rule", "\(lead)", ruling, "--reason", "Heard both."], by: "kim")
  }

  private func report(_ options: [String] = []) throws -> [String: Any] {
    try fixture.done(["report", "disputes", "--format", "json"] + options).json
  }

  private func rows(_ report: [String: Any], _ by: String) -> [String: Int] {
    var rows: [String: Int] = [:]
    for row in report.object("breakdowns").objects(by) { rows[row.string("name") ?? "null"] = row.int("opened") }
    return rows
  }

  @Test func outcomesAddUpAndShareWhatWasOverturned() throws {
    let report = try report()
    #expect(report.string("schema") == "funnel.report.disputes/1")
    #expect(["opened", "upheld", "overturned", "split", "open"].map { report.int($0) } == [4, 1, 1, 1, 1])
    #expect(report.double("share_overturned") == 1.0 / 3)
    #expect(report.object("interval").double("low") ?? 1 < 1.0 / 3)
    // 2, 4 and 20 days; lead 4 has waited since the first of October.
    #expect(report.object("ruling_seconds").double("p50") == 4 * 86_400.0)
    #expect(report.object("ruling_seconds").double("max") == 20 * 86_400.0)
    #expect(report.object("open_age_seconds").double("max") == 33.5 * 86_400)
    #expect(rows(report, "cause") == ["definition": 2, "budget": 1, "trust": 1])
    #expect(rows(report, "month") == ["2026-09": 3, "2026-10": 1])
    #expect(rows(report, "opener") == ["ana": 4])
    let sides = report.objects("sides")
    #expect(sides.map { $0.string("role") } == ["giver", "receiver"])
    #expect(sides.map { $0.string("departments") } == ["marketing", "sales"])
  }

  @Test func everyNumberLeadsToItsDisputes() throws {
    let dimensions = ["cause", "kind", "month", "opener", "outcome", "subject", "boundary"]
    let report = try report(dimensions.flatMap { ["--by", $0] })
    for by in dimensions {
      #expect(rows(report, by).values.reduce(0, +) == 4, "\(by)")
      for (name, opened) in rows(report, by) {
        let list = try self.report(["--leads", "\(by)=\(name)"])
        #expect(list.objects("rows").count == opened, "\(by)=\(name)")
        #expect(list.int("disputes") == opened)
      }
    }
    #expect(try self.report(["--leads", "all"]).objects("rows").count == 4)
    #expect(try self.report(["--leads", "outcome=ruled"]).objects("rows").count == 3)
    #expect(try self.report(["--leads", "receiver=sales,outcome=overturned"]).objects("rows").count == 1)
    #expect(try self.report(["--leads", "giver=sales"]).objects("rows").isEmpty)
    #expect(try self.report(["--leads", "side=against sales,outcome=overturned"]).objects("rows").count == 1)
    #expect(try self.report(["--leads", "side=by sales"]).objects("rows").isEmpty)
    #expect(try self.report(["--leads", "boundary=4:5,subject=return"]).objects("rows").map { $0.int("lead") } == [4])
  }

  @Test func periodsTimesAndConditionsChooseDisputes() throws {
    #expect(try report(["--period", "2026-10"]).int("opened") == 1)
    #expect(try report(["--where", "source=fair"]).int("opened") == 1)
    let then = try report(["--as-of", "2026-09-13"])
    #expect(["opened", "overturned", "open"].map { then.int($0) } == [3, 1, 2])
    #expect(rows(try report(["--known-at", "2026-09-13"]), "outcome") == rows(then, "outcome"))
    let now = try report(["--as-of", "2026-11-03"])
    #expect(rows(now, "outcome") == rows(try report(), "outcome"))
  }

  @Test func twoPeriodsStandSideBySide() throws {
    let compared = ["--period", "2026-10", "--compare", "previous"]
    let compare = try report(compared).object("compare")
    #expect(compare.object("period").string("label") == "2026-09" && compare.int("opened") == 3)
    let differences = compare.object("differences")
    #expect(differences.int("opened") == -2 && differences.int("open") == 1 && differences.int("overturned") == -1)
    // Nothing was ruled on in October, so nothing can be said of its rulings.
    #expect(differences["share_overturned"] is NSNull)
    let causes = differences.object("breakdowns").objects("cause")
    #expect(causes.first { $0.string("name") == "definition" }?.int("opened") == -2)
    #expect(causes.first { $0.string("name") == "trust" }?.int("opened") == 1)
    #expect(differences.objects("sides").map { $0.int("opened") } == [-2, -2])
    let text = try fixture.run(["report", "disputes"] + compared, env: ["COLUMNS": "80"])
    #expect(text.lines.allSatisfy { $0.count <= 80 } && text.out.contains("Before"))
  }

  /// One table for both heads, as wide as a terminal.
  @Test func itIsOnePage() throws {
    let text = try fixture.run(["report", "disputes"], env: ["COLUMNS": "80"])
    #expect(text.lines.allSatisfy { $0.count <= 80 } && text.lines.count < 45)
    #expect(text.out.components(separatedBy: "Opened  Upheld").count == 2, "one table")
    #expect(!text.out.contains("Not shown at this width"))
  }

  @Test func aSavedReportRunsAgain() throws {
    try fixture.done(["report", "disputes", "--by", "kind", "--period", "2026-09", "--save", "quarrels"])
    #expect(
      rows(try fixture.done(["report", "quarrels", "--format", "json"]).json, "kind") == ["cultural": 2, "economic": 1])
  }

  @Test func theScreenSaysWhatTheNumbersMean() throws {
    let text = try fixture.done(["report", "disputes"]).out
    for part in [
      "Opened 4 = upheld 1 + overturned 1 + split 1 + open 1.", "Wilson", "Against the side", "Kaplan-Meier",
      "Days are cut in UTC",
    ] { #expect(text.contains(part), "\(part)") }
    let csv = try fixture.done(["report", "disputes", "--format", "csv"]).out
    // Causes, months, openers, outcomes and sides.
    #expect(csv.split(whereSeparator: \.isNewline).count == 1 + 3 + 2 + 1 + 4 + 2)
    #expect(try fixture.done(["report", "disputes", "--format", "markdown"]).out.contains("| definition "))
    #expect(try fixture.done(["report", "disputes", "--period", "2026-01"]).out.contains("No rejection"))
  }

  @Test(arguments: [
    ("weather=bad", "weather"), ("cause=weather", "definition"), ("outcome=lost", "overturned"), ("boundary=4", "4:5"),
    ("side=sales", "against sales"), ("side=by sales,giver=marketing", "twice"),
    ("all,", "condition"),
  ])
  func whatIsNoNumberIsRefused(number: String, hint: String) throws {
    let outcome = try fixture.run(["report", "disputes", "--leads", number])
    #expect(outcome.status != 0 && outcome.out.isEmpty)
    #expect(outcome.err.contains(hint), "\(outcome.err)")
  }
}
