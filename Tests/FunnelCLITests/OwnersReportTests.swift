import Foundation
import Testing

/// Who owns each stage, and whether anybody answers for it.
struct OwnersReportTests {
  private func report(_ fixture: WorkspaceFixture, _ options: [String] = []) throws -> [String: Any] {
    try fixture.done(["report", "owners", "--format", "json"] + options).json
  }

  @Test func aNewWorkspaceHasOneLineAndNobodyWhoAnswers() throws {
    let fixture = try WorkspaceFixture()
    let outcome = try fixture.done(["report", "owners", "--format", "json"])
    let report = outcome.json
    #expect(report.string("schema") == "funnel.report.owners/1")
    #expect(report.objects("lines").map { [$0.int("before"), $0.int("after")] } == [[4, 5]])
    let fourth = report.objects("stages")[3]
    #expect(fourth.int("stage") == 4)
    #expect(fourth.string("key") == "brand_preference")
    #expect(fourth.objects("owners").map { $0.string("department") } == ["marketing"])
    #expect(fourth.objects("owners").map { $0.double("share") } == [1])
    #expect(fourth["since"] is NSNull)
    #expect(fourth["responsible"] is NSNull)
    #expect(report.object("definition").object("period").string("label") == "2026-11")
    #expect(report.strings("warnings").count == 1)
    #expect(outcome.err.contains("responsible"))
  }

  @Test func aSharedStageIsSplitEvenlyAndReported() throws {
    let fixture = try WorkspaceFixture()
    for stage in 1...8 {
      try fixture.done([
        "stage", "assign", String(stage), "--to", stage <= 4 ? "marketing" : "sales", "--responsible",
        stage <= 4 ? "ana" : "ben", "--from", "ever",
      ])
    }
    try fixture.done(["stage", "assign", "5", "--to", "both", "--responsible", "ben", "--from", "2026-10-01"])
    let outcome = try fixture.done(["report", "owners", "--format", "json"])
    let fifth = outcome.json.objects("stages")[4]
    #expect(fifth.objects("owners").map { $0.string("department") } == ["marketing", "sales"])
    #expect(fifth.objects("owners").map { $0.double("share") } == [0.5, 0.5])
    #expect(fifth.string("responsible") == "ben")
    // No line is left: 4 and 5 have marketing in common, 5 and 6 sales.
    #expect(outcome.json.objects("lines").isEmpty)
    #expect(outcome.json.strings("warnings").count == 2)
    #expect(outcome.err.contains("No line stands between any two stages"))
    #expect(outcome.err.contains("5 Purchase intention is shared by marketing+sales"))
  }

  /// Lines are where two neighbours have no owner in common: they follow the stages, and the past keeps its own.
  @Test func linesMoveWithTheOwners() throws {
    let fixture = try WorkspaceFixture()
    func lines(_ options: [String] = []) throws -> [[Int]] {
      try report(fixture, options).objects("lines").map { [$0.int("before") ?? 0, $0.int("after") ?? 0] }
    }
    #expect(try lines() == [[4, 5]])
    try fixture.done(["stage", "assign", "4", "--to", "sales", "--responsible", "ben", "--from", "2026-10-01"])
    #expect(try lines() == [[3, 4]])
    #expect(try lines(["--as-of", "2026-09-30", "--period", "2026-09"]) == [[4, 5]])
    // Marketing takes advocacy: a second line.
    try fixture.done(["stage", "assign", "8", "--to", "marketing", "--responsible", "ana", "--from", "2026-10-10"])
    #expect(try lines() == [[3, 4], [7, 8]])
    // A shared stage has no line toward either of its owners, whichever side it stands on.
    try fixture.done(["stage", "assign", "3", "--to", "both", "--responsible", "ana", "--from", "2026-10-20"])
    let outcome = try fixture.done(["report", "owners"])
    #expect(try lines() == [[7, 8]])
    #expect(outcome.err.contains("no line stands between it and a stage of either"))
  }

  @Test func openLeadsAndArrivalsBalance() throws {
    let fixture = try WorkspaceFixture()
    try fixture.done(["lead", "add", "Old", "--stage", "2", "--at", "2026-10-20"])
    for name in ["A", "B", "C"] { try fixture.done(["lead", "add", name, "--stage", "2", "--at", "2026-11-01"]) }
    try fixture.done(["lead", "move", "2", "3", "--at", "2026-11-02"])
    try fixture.done(["lead", "move", "2", "2", "--at", "2026-11-03T09:00"])
    try fixture.done(["lead", "lose", "3", "--reason", "no_budget", "--at", "2026-11-02"])
    let stages = try report(fixture).objects("stages")
    #expect(stages[1].int("open") == 3)
    #expect(stages[1].int("entered") == 4)
    #expect(stages[1].object("left").int("forward") == 1)
    #expect(stages[1].object("left").int("lost") == 1)
    #expect(stages[2].object("left").int("back") == 1)
    // Balance: 1 open before, 4 in, 2 out.
    let october = try report(fixture, ["--period", "2026-10", "--as-of", "2026-10-31"]).objects("stages")
    #expect(october[1].int("open") == 1)
    #expect(october[1].int("entered") == 1)
  }
}
