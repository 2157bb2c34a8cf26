import Foundation
import Testing

/// Balance, in and out, as the program prints them.
struct FlowReportTests {
  /// Berlin, around the clock change of 25 October 2026: day 25 has 25 hours.
  private let fixture: WorkspaceFixture

  /// Lead 1 enters on the 24th, moves on in the first second of the 25th, is lost in its last second and reopened in
  /// the first of the 26th; lead 2 enters on the 25th at 02:30, twice as the clock shows it, and goes back.
  init() throws {
    fixture = try WorkspaceFixture(zone: "Europe/Berlin")
    try fixture.done(["lead", "add", "A", "--stage", "1", "--source", "web", "--at", "2026-10-24T10:00Z"])
    try fixture.done(["lead", "move", "1", "2", "--at", "2026-10-24T22:00:00Z"])
    try fixture.done(["lead", "lose", "1", "--reason", "price", "--at", "2026-10-25T22:59:59Z"])
    try fixture.done(["lead", "reopen", "1", "--at", "2026-10-25T23:00:00Z"])
    try fixture.done(["lead", "add", "B", "--stage", "2", "--at", "2026-10-25T01:30Z"])
    try fixture.done(["lead", "move", "2", "1", "--at", "2026-10-26T12:00Z"])
  }

  private static let days = ["--period", "2026-10-24..2026-10-26", "--by", "day"]

  private func report(_ options: [String]) throws -> [String: Any] {
    try fixture.done(["report", "flow", "--format", "json"] + options).json
  }

  @Test func aDayOf25HoursHoldsAllThatHappenedOnIt() throws {
    let second = try report(FlowReportTests.days).objects("stages")[1].objects("intervals")
    #expect(second.map { $0.string("interval") } == ["2026-10-24", "2026-10-25", "2026-10-26"])
    #expect(second.map { $0.string("end") }[1] == "2026-10-25T23:00:00Z")
    #expect(second.map { $0.int("opening") } == [0, 0, 1])
    #expect(second.map { $0.object("in").int("total") } == [0, 2, 1])
    #expect(second.map { $0.object("in").int("forward") } == [0, 1, 0])
    #expect(second.map { $0.object("in").int("reopened") } == [0, 0, 1])
    #expect(second.map { $0.object("out").int("lost") } == [0, 1, 0])
    #expect(second.map { $0.object("out").int("back") } == [0, 0, 1])
    #expect(second.map { $0.int("closing") } == [0, 1, 1])
  }

  @Test func everyNumberLeadsToItsStays() throws {
    let report = try report(FlowReportTests.days)
    let lines = report.objects("stages").map { ($0.int("stage"), $0) } + [(nil, report.object("total"))]
    for (stage, line) in lines {
      let place = stage.map { "stage=\($0)," } ?? ""
      for (suffix, counts) in [("", line)]
        + line.objects("intervals").map({ (",interval=\($0.string("interval") ?? "")", $0) })
      {
        let expected = [
          "opening": counts.int("opening"), "closing": counts.int("closing"),
          "in": counts.object("in").int("total"), "new": counts.object("in").int("new"),
          "forward_in": counts.object("in").int("forward"), "reopened": counts.object("in").int("reopened"),
          "back_in": counts.object("in").int("back"), "out": counts.object("out").int("total"),
          "forward_out": counts.object("out").int("forward"), "back_out": counts.object("out").int("back"),
          "lost": counts.object("out").int("lost"),
        ]
        // Most are zero in so small a file; these are asked of the program.
        for (outcome, count) in expected where (count ?? 0) > 0 || (stage == 2 && suffix.isEmpty) {
          let list = try self.report(FlowReportTests.days + ["--leads", "\(place)outcome=\(outcome)\(suffix)"])
          #expect(list.objects("rows").count == count, "\(place)\(outcome)\(suffix)")
        }
      }
    }
  }

  /// Pages and replay tell the same, and a filter counts the leads it names and no other.
  @Test func asOfNowAndTheFilesPagesAgree() throws {
    for options in [[], ["--where", "source=web"], ["--where", "source=null"]] {
      let pages = try report(FlowReportTests.days + options)
      let replay = try report(FlowReportTests.days + options + ["--as-of", "2026-11-03T12:00Z"])
      #expect(pages.objects("stages") as NSArray == replay.objects("stages") as NSArray)
    }
    let web = try report(FlowReportTests.days + ["--where", "source=web"]).object("total")
    #expect(web.object("in").int("new") == 1 && web.int("closing") == 1)
    // Before the loss was reopened.
    let before = try report(["--period", "2026-10", "--as-of", "2026-10-25T22:59:59.500Z"])
    #expect(before.object("total").int("closing") == 1)
  }

  /// Nothing is in two groups or in none, and each number of a group leads to its list.
  @Test func groupsSumToAllAndLeadToTheirLists() throws {
    let options = FlowReportTests.days + ["--group", "source"]
    let report = try report(options)
    let groups = report.objects("groups")
    #expect(groups.map { $0.object("by").string("source") } == ["web", nil])
    func numbers(_ line: [String: Any]) -> [Int?] {
      [line.int("opening"), line.int("closing")]
        + ["total", "new", "forward", "back", "reopened"].map {
          line.object("in").int($0)
        } + ["total", "forward", "back", "lost"].map { line.object("out").int($0) }
    }
    for (index, stage) in report.objects("stages").enumerated() {
      let parts = groups.map { numbers($0.objects("stages")[index]) }
      #expect(zip(parts[0], parts[1]).map { ($0 ?? 0) + ($1 ?? 0) } == numbers(stage).map { $0 ?? -1 })
    }
    for (group, value) in zip(groups, ["web", "null"]) {
      for outcome in ["in", "out"] {
        let list = try self.report(options + ["--leads", "outcome=\(outcome),source=\(value)"])
        #expect(list.objects("rows").count == group.object("total").object(outcome).int("total"))
      }
    }
    let rows = PlainCSV.rows(try fixture.done(["report", "flow", "--format", "csv"] + options).out)
    let entered = try #require(rows[0].firstIndex(of: "in"))
    #expect(rows.count == 17 && rows[0][0] == "source" && rows[0][1] == "interval")
    #expect(
      rows.dropFirst().reduce(0) { $0 + (Int($1[entered]) ?? 0) } == report.object("total").object("in").int("total"))
    let text = try fixture.done(["report", "flow"] + options).out
    #expect(text.contains("By source: 2026-10-24..2026-10-26") && text.contains("(none)"))
    #expect(try fixture.run(["report", "flow", "--svg", "-"] + options).status == 2)
  }

  @Test func thePeriodBeforeIsAsLongAndEndsWhereThisOneBegins() throws {
    let report = try report(["--period", "2026-10-25", "--by", "day", "--compare", "previous"])
    let before = report.object("compare")
    #expect(before.object("period").string("label") == "2026-10-24")
    #expect(before.object("total").int("closing") == report.object("total").int("opening"))
  }

  @Test func theTableSaysTheIdentityAndWhatIsNotOver() throws {
    let text = try fixture.done(["report", "flow", "--stage", "2"]).out
    #expect(text.contains("Opening 0 + in 3 - out 2 = closing 1"))
    #expect(text.contains("2026-11*"))
    #expect(text.contains("Days are cut in Europe/Berlin."))
    // A month that has not begun has no row.
    #expect(!(try fixture.done(["report", "flow", "--period", "2026"]).out.contains("2026-12")))
  }

  @Test(arguments: [
    (["--compare", "previous"], "--period"), (["--leads", "stage=4"], "closing"),
    (["--leads", "outcome=lost,interval=2020"], "--by"), (["--by", "hour"], "quarter"),
    (["--where", "month=2026-10"], "source"), (["--group", "month"], "--by"), (["--stage", "9"], "advocacy"),
    (["--where", "source=web", "--leads", "outcome=in,source=x"], "source"),
  ])
  func whatMakesNoSenseIsRefused(_ options: [String], _ hint: String) throws {
    let outcome = try fixture.run(["report", "flow"] + options)
    #expect(outcome.status == 2)
    #expect(outcome.err.contains(hint), "\(outcome.err)")
  }
}
