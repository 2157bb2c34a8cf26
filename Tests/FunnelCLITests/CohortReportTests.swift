import Foundation
import Testing

/// The triangle and the trend against the funnel report, which has the same numbers one window at a time.
struct CohortReportTests {
  let workspace: ImportWorkspace
  /// Leads enter in the first 300 days of 2024 and are observed until the end of that year.
  private static let asOf = ["--as-of", "2024-12-31"]

  init() throws { workspace = try FunnelReportTests.shared.get() }

  private func cohorts(_ options: [String] = []) throws -> [String: Any] {
    try workspace.json(["report", "cohorts"] + options + CohortReportTests.asOf)
  }

  /// The row of stage 6 of the leads that entered in a month, within a window; all of it counts leads that entered
  /// before stage 6.
  private func count(_ leads: [SyntheticLeads.Lead], within days: Int) -> Int {
    leads.count { lead in
      guard let entry = lead.entries[lead.entryStage], lead.entryStage < 6 else { return false }
      return lead.entries.contains { $0.key >= 6 && $0.value - entry <= days }
    }
  }

  private func leads(in month: String) -> [SyntheticLeads.Lead] {
    FunnelReportTests.synthetic.leads.filter { lead in
      guard lead.entryStage < 6, let entry = lead.entries[lead.entryStage] else { return false }
      return SyntheticLeads.date(entry).hasPrefix(month)
    }
  }

  @Test func everyCellIsASecondCountOfItsLeads() throws {
    let report = try cohorts()
    #expect(report.string("schema") == "funnel.report.cohorts/1")
    let rows = report.objects("cohorts")
    #expect(rows.count == 10)
    for row in rows {
      let own = leads(in: row.string("cohort") ?? "")
      #expect(row.int("leads") == own.count)
      for cell in row.objects("cells") {
        #expect(cell.int("converted") == count(own, within: (cell.int("age") ?? 0) * 30))
        let parts = ["converted", "lost", "open", "unresolved"].compactMap { cell.int($0) }
        #expect(parts.reduce(0, +) == own.count)
        // A cell that is not mature has no rate that could be read as a low one.
        #expect((cell["conversion"] is NSNull) == (cell.bool("mature") == false))
        if cell.string("maturity") == "immature" { #expect(cell.object("estimate").double("value") != nil) }
      }
    }
    for (index, total) in report.objects("total").enumerated() {
      let mature = rows.filter { $0.objects("cells")[index].bool("mature") == true }
      #expect(total.int("cohorts") == mature.count)
      #expect(total.int("leads") == mature.reduce(0) { $0 + ($1.int("leads") ?? 0) })
    }
  }

  @Test func everyNumberLeadsToItsLeads() throws {
    for row in try cohorts(["--by", "quarter", "--from", "2", "--to", "4"]).objects("cohorts") {
      for cell in row.objects("cells").prefix(3) {
        for outcome in ["converted", "lost", "open", "unresolved"] {
          let number = "cohort=\(row.string("cohort") ?? ""),age=\(cell.int("age") ?? 0),outcome=\(outcome)"
          let list = try cohorts(["--by", "quarter", "--from", "2", "--to", "4", "--leads", number])
          #expect(list.objects("rows").count == cell.int(outcome), "\(number)")
        }
      }
    }
    let total = try cohorts().objects("total")[1]
    let list = try cohorts(["--leads", "age=2,outcome=converted"])
    #expect(list.objects("rows").count == total.int("converted"))
  }

  @Test func periodsAreSetSideBySideAtTheSameAges() throws {
    let report = try cohorts(["--period", "2024-Q2", "--compare", "previous", "--ages", "3"])
    let before = try cohorts(["--period", "2024-Q1", "--ages", "3"])
    let compare = report.object("compare")
    #expect(compare.object("period").string("label") == "2024-Q1")
    #expect(NSArray(array: compare.objects("cohorts")) == NSArray(array: before.objects("cohorts")))
    let difference = compare.objects("differences")[2].object("conversion").double("value")
    let own = report.objects("total")[2].double("conversion") ?? 9
    #expect(abs((difference ?? 0) - (own - (before.objects("total")[2].double("conversion") ?? 0))) < 1e-12)
  }

  /// A trend is a column of the triangle: the same leads, the same rates.
  @Test func aTrendOfAWindowIsAColumnOfTheTriangle() throws {
    let rows = try cohorts().objects("cohorts")
    let trend = try workspace.json(["report", "trend", "purchase", "--window", "60d"] + CohortReportTests.asOf)
    let points = trend.objects("points")
    #expect(points.map { $0.string("point") } == rows.map { $0.string("cohort") })
    for (point, row) in zip(points, rows) {
      #expect(point.int("numerator") == row.objects("cells")[1].int("converted"))
      #expect(point.int("denominator") == row.int("leads"))
    }
    for point in points {
      for number in ["numerator", "denominator", "unresolved"] {
        let list = try workspace.json(
          ["report", "trend", "purchase", "--window", "60d", "--leads"]
            + ["point=\(point.string("point") ?? ""),number=\(number)"] + CohortReportTests.asOf)
        #expect(list.objects("rows").count == point.int(number))
      }
    }
  }

  @Test func groupsOfATrendAddUp() throws {
    let trend = try workspace.json(["report", "trend", "4:6", "--group", "source"] + CohortReportTests.asOf)
    for (index, point) in trend.objects("points").enumerated() {
      for key in ["numerator", "denominator", "unresolved"] {
        let sum = trend.objects("groups").reduce(0) { $0 + ($1.objects("points")[index].int(key) ?? 0) }
        #expect(sum == point.int(key))
      }
    }
  }

  /// The month of an entry is that of the workspace's zone: half past midnight in Berlin is still March in UTC.
  @Test(arguments: [("Europe/Berlin", "2026-04"), ("UTC", "2026-03"), ("America/New_York", "2026-03")])
  func cohortsAreCutInTheReportingZone(_ zone: String, _ month: String) throws {
    let fixture = try WorkspaceFixture(zone: zone)
    try fixture.done(["lead", "add", "Acme", "--at", "2026-03-31T22:30:00Z"])
    for report in [["cohorts"], ["trend", "purchase"]] {
      let document = try fixture.done(["report"] + report + ["--format", "json"]).json
      let labels = document.objects("cohorts").map { $0.string("cohort") }
      #expect(labels + document.objects("points").map { $0.string("point") } == [month])
    }
  }

  @Test(arguments: [
    (["cohorts", "--to", "2", "--from", "4"], "behind"), (["cohorts", "--to", "1"], "stage 1"),
    (["cohorts", "--ages", "0"], "120"), (["cohorts", "--compare", "previous"], "--period"),
    (["cohorts", "--leads", "cohort=1999-01,outcome=lost"], "no such cohort"),
    (["cohorts", "--leads", "age=x"], "1 to 120"), (["cohorts", "--leads", "stage=4"], "cohort"),
    (["trend", "sale"], "purchase"), (["trend", "return"], "not recorded"), (["trend", "6:4"], "behind"),
    (["trend", "acceptance", "--window", "3d"], "--window"), (["trend", "sla", "--mode", "any"], "--mode"),
    (["trend", "purchase", "--group", "month"], "--by"), (["trend", "purchase", "--leads", "point=2024-05"], "number"),
    (["trend", "purchase", "--leads", "point=x,number=numerator"], "no point"),
    (["trend", "purchase", "--period", "2024-Q2", "--compare", "2024-05"], "overlaps"),
    (["losses", "--leads", "colour=red"], "reason"), (["losses", "--leads", "reason=bored"], "no_budget"),
  ])
  func whatMakesNoSenseIsRefusedWithAWayOut(_ options: [String], _ hint: String) throws {
    let outcome = try workspace.run(["report"] + options)
    #expect(outcome.status == 2, "\(options): \(outcome.out)")
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.contains(hint), "\(outcome.err)")
  }

  @Test(arguments: ["40", "80", "120"])
  func everyWidthFits(_ width: String) throws {
    for report in [
      ["cohorts"], ["cohorts", "--period", "2024-Q2", "--compare", "previous"], ["trend", "purchase"],
      ["trend", "4:6", "--group", "source"], ["trend", "loss", "--period", "2024-Q2", "--compare", "previous"],
      ["losses"], ["losses", "--period", "2024-Q2", "--compare", "previous"],
      ["funnel", "--period", "2024-Q2", "--compare", "previous"],
    ] {
      let lines = try workspace.run(["report"] + report + CohortReportTests.asOf, env: ["COLUMNS": width]).lines
      for line in lines { #expect(line.count <= Int(width) ?? 0, "\(line)") }
    }
    let compared = try workspace.run(
      ["report", "funnel", "--period", "2024-Q2", "--compare", "previous"], env: ["COLUMNS": "80"]
    ).out
    for column in ["Stage", "Owner", "Reached", "Before", "Conversion (95 %)", "Points"] {
      #expect(compared.contains(column))
    }
  }
}

extension CohortReportTests {
  /// Who came to the goal before the start has no time that an estimate could use, and is not dropped unsaid.
  @Test func whatAnEstimateLeavesOutIsCounted() throws {
    let fixture = try WorkspaceFixture()
    // First in stage 3, then back in 2: of those that entered 2 it had come to 3 before.
    try fixture.done(["lead", "add", "Back", "--stage", "3", "--at", "2026-10-01"])
    try fixture.done(["lead", "move", "1", "2", "--at", "2026-10-20"])
    try fixture.done(["lead", "add", "Long", "--stage", "2", "--at", "2026-10-01"])
    try fixture.done(["lead", "add", "Short", "--stage", "2", "--at", "2026-10-25"])
    let cohorts = ["report", "cohorts", "--from", "2", "--to", "3", "--age", "month", "--ages", "1"]
    let cell = try fixture.done(cohorts + ["--format", "json"]).json.objects("cohorts")[0].objects("cells")[0]
    #expect(cell.string("maturity") == "immature" && cell.int("converted") == 1)
    #expect(cell.object("estimate").int("negative") == 1)
    #expect(try fixture.done(cohorts).out.contains("Left out of the estimates: 1 of the times"))
    // Two of the three are open and not seen for 60 days. Only 'any' asks when a stage itself was entered.
    let window = ["report", "funnel", "--from", "2", "--window", "60d", "--mode", "any"]
    let step = try fixture.done(window + ["--format", "json"]).json.objects("stages")[1]
    #expect(step.bool("immature") == true && step.object("estimate").int("negative") == 1)
    #expect(try fixture.done(window).out.contains("Left out of the estimates: 1 of the times"))
    let trend = ["report", "trend", "2:3", "--window", "30d"]
    #expect(
      try fixture.done(trend + ["--format", "json"]).json.objects("points")[0].object("estimate").int("negative") == 1)
    #expect(try fixture.done(trend).out.contains("Left out of the estimates: 1 of the times"))
  }
}
