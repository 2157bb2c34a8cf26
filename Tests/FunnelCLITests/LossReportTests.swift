import Foundation
import Testing

/// Which leads were lost, why, from where, and whose they were then.
struct LossReportTests {
  private let fixture: WorkspaceFixture

  /// One lost of stage 2, one of stage 4, one in a handoff, one that was reopened, one of a stage that changed hands
  /// since; and one that is open.
  init() throws {
    fixture = try WorkspaceFixture()
    for (stage, source) in [("2", "email"), ("4", "email"), ("4", "web"), ("3", "web"), ("1", "web"), ("1", "email")] {
      try fixture.done(
        ["lead", "add", "L", "--stage", stage, "--at", "2026-09-01", "--source", source])
    }
    try fixture.done(["lead", "lose", "1", "--reason", "no_budget", "--at", "2026-10-11"])
    try fixture.done(["lead", "lose", "2", "--reason", "no_budget", "--at", "2026-10-01"])
    // Each at its own time: an offer that is dated back past its due time is refused.
    let now = fixture.now
    fixture.now = "2026-10-02T00:00:00Z"
    try fixture.done(["handoff", "offer", "3"])
    fixture.now = "2026-10-03T00:00:00Z"
    try fixture.done(["handoff", "reject", "3", "--reason", "not_qualified"], actor: "ben")
    fixture.now = now
    try fixture.done(["lead", "lose", "3", "--reason", "timing", "--at", "2026-10-04"])
    try fixture.done(["lead", "lose", "4", "--reason", "timing", "--at", "2026-10-05"])
    try fixture.done(["lead", "reopen", "4", "--at", "2026-10-06"])
    try fixture.done(["lead", "lose", "5", "--reason", "timing", "--at", "2026-09-20"])
    try fixture.done(["stage", "assign", "1", "--to", "sales", "--responsible", "ben", "--from", "2026-10-15"])
  }

  private func report(_ options: [String] = []) throws -> [String: Any] {
    try fixture.done(["report", "losses", "--format", "json"] + options).json
  }

  private func rows(_ report: [String: Any], _ by: String) -> [String: Int] {
    var rows: [String: Int] = [:]
    for row in report.object("breakdowns").objects(by) { rows[row.string("name") ?? "-"] = row.int("lost") }
    return rows
  }

  @Test func everyBreakdownCountsTheSameLosses() throws {
    let report = try report()
    #expect(report.int("lost") == 4 && report.int("cohort") == 6)
    #expect(rows(report, "reason") == ["no_budget": 2, "timing": 2])
    #expect(rows(report, "stage") == ["brand_awareness": 1, "brand_preference": 2, "customer_awareness": 1])
    // Stage 1 was marketing's when the lead was lost, whoever has it now.
    #expect(rows(report, "owner") == ["marketing": 3, "in_handoff": 1])
    #expect(rows(report, "source") == ["email": 2, "web": 2])
    #expect(report.object("time_in_stage").int("n") == 4)
    // 19, 30, 33 and 40 days.
    #expect(report.object("time_in_stage").double("p50_seconds") == 31.5 * 86_400)
  }

  @Test func aPeriodIsThatOfTheLoss() throws {
    let october = try report(["--period", "2026-10", "--compare", "2026-09"])
    #expect(october.int("lost") == 3)
    // One was lost before October began.
    #expect(october.int("cohort") == 5)
    let compare = october.object("compare")
    #expect(compare.int("lost") == 1 && compare.int("cohort") == 6)
    #expect(compare.object("difference").int("lost") == 2)
    #expect(try report(["--entered", "2026-10"]).int("cohort") == 0)
    let months = try report(["--by", "month", "--by", "campaign"])
    #expect(rows(months, "month") == ["2026-09": 1, "2026-10": 3])
    #expect(rows(months, "campaign") == ["-": 4])
  }

  @Test func everyNumberLeadsToItsLeads() throws {
    let report = try report(["--by", "reason", "--by", "stage", "--by", "owner", "--by", "source", "--by", "month"])
    for by in ["reason", "stage", "owner", "source", "month"] {
      for (name, lost) in rows(report, by) {
        let list = try self.report(["--leads", "\(by)=\(name)"])
        #expect(list.objects("rows").count == lost, "\(by)=\(name)")
      }
    }
    #expect(try self.report(["--leads", "all"]).objects("rows").count == 4)
    #expect(
      try self.report(["--leads", "owner=in_handoff,reason=timing"]).objects("rows").map { $0.int("lead") } == [3])
    #expect(try self.report(["--leads", "stage=4,source=email"]).objects("rows").map { $0.int("lead") } == [2])
  }

  /// Reasons come from the journal as it stood, not from the lead as it is.
  @Test func aPastReportHasItsOwnReasonsAndLosses() throws {
    let then = try report(["--as-of", "2026-10-05T12:00"])
    #expect(then.int("lost") == 4)
    #expect(rows(then, "reason") == ["no_budget": 1, "timing": 3])
    let now = try report(["--as-of", "2026-11-03"])
    #expect(rows(now, "reason") == rows(try report(), "reason"))
  }

  @Test func theScreenNamesWhatIsMissing() throws {
    let text = try fixture.run(["report", "losses"]).out
    for part in ["in handoff", "Lost: 4 of 6 leads", "reopened", "p50 in stage", "Days are cut in UTC"] {
      #expect(text.contains(part), "\(part)")
    }
    let csv = try fixture.done(["report", "losses", "--format", "csv"]).out
    #expect(csv.hasPrefix("by,name,lost,losses,cohort,"))
  }
}
