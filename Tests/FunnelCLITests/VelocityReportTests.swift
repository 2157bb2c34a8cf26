import Foundation
import Testing

/// Time in stage and the velocity of stage 5, as the program prints them.
struct VelocityReportTests {
  private let fixture: WorkspaceFixture

  /// Five leads enter stage 5 on 1 October. Two buy, after 10 and 20 days; one is lost after 5; two are open, one of
  /// them worth 1,000 EUR. The clock stands at 3 November, 12:00.
  init() throws {
    fixture = try WorkspaceFixture()
    for name in ["A", "B", "C", "D", "E"] {
      try fixture.done(
        ["lead", "add", name, "--stage", "5", "--at", "2026-10-01T12:00Z", "--source", name == "D" ? "web" : "fair"],
        actor: "ben")
    }
    try fixture.done(["lead", "purchase", "1", "--amount", "10", "--at", "2026-10-11T12:00Z"], actor: "ben")
    try fixture.done(["lead", "purchase", "2", "--amount", "10", "--at", "2026-10-21T12:00Z"], actor: "ben")
    try fixture.done(["lead", "lose", "3", "--reason", "price", "--at", "2026-10-06T12:00Z"], actor: "ben")
    try fixture.done(["lead", "value", "4", "1000", "--at", "2026-11-02T12:00Z"], actor: "ben")
  }

  private func report(_ options: [String] = []) throws -> [String: Any] {
    try fixture.done(["report", "velocity", "--format", "json"] + options).json
  }

  private static let day = 86_400.0

  @Test func openStaysAreNotLeftOutOfTheMedian() throws {
    let stage = try report().objects("stages")[4]
    #expect(stage.int("stays") == 5)
    #expect(stage.object("closed").int("n") == 3 && stage.object("open").int("n") == 2)
    #expect(stage.object("open").double("age_p50_seconds") == 33 * Self.day)
    // Half of those that left did so within 10 days; half of all within 20.
    #expect(stage.object("median").double("naive_seconds") == 10 * Self.day)
    #expect(stage.object("median").double("estimate_seconds") == 20 * Self.day)
  }

  @Test func theVelocityHasItsFourFactors() throws {
    let velocity = try report().object("velocity")
    #expect(velocity.int("open") == 2 && velocity.int("unvalued") == 1)
    #expect(velocity.int("won") == 2 && velocity.int("lost") == 1)
    #expect(velocity.object("cycle").double("median_days") == 15)
    let euro = velocity.objects("currencies")
    #expect(euro.map { $0.string("currency") } == ["EUR"])
    #expect(euro[0].object("mean_value").int("minor") == 100_000)
    // 1 × 1,000.00 × 2/3 ÷ 15.
    #expect(euro[0].object("velocity_per_day").int("minor") == 4_444)
  }

  /// A file holds what the screen does: the stages, and the four factors with what they make.
  @Test(arguments: [([], 1), (["--by", "source"], 2)])
  func theFactorsAreInTheFileToo(_ options: [String], _ tables: Int) throws {
    let rows = PlainCSV.rows(try fixture.done(["report", "velocity", "--format", "csv"] + options).out)
    let head = try #require(rows.first)
    let lines = rows.dropFirst().map { Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first }) }
    let sales = lines.filter { $0["kind"] == "velocity" }
    #expect(lines.filter { $0["kind"] == "stage" }.count == 8 * tables)
    #expect(sales.count == tables && lines.count == 9 * tables)
    // What is no stage has no stays, so a sum over the column is still that of the stages.
    for row in sales { #expect([row["stage"], row["stays"], row["lost"]] == ["", "", ""]) }
    guard tables == 1, let euro = sales.first else { return }
    let expected = [
      "currency": "EUR", "open_valued": "1", "mean_value": "1000.00", "cycle_median_days": "15.0",
      "velocity_per_day": "44.44", "sales_won": "2", "sales_lost": "1", "open_unvalued": "1", "missing": "",
    ]
    for (key, value) in expected { #expect(euro[key] == value, "\(key)") }
    #expect(Double(euro["win_rate"] ?? "") == 2.0 / 3)
  }

  /// For a period that is over, the open leads are those of its end: nothing had a value then.
  @Test func aPastPeriodDoesNotKnowWhatIsOpenNow() throws {
    let velocity = try report(["--period", "2026-10"]).object("velocity")
    #expect(velocity.string("open_at") == "2026-10-31T23:59:59.999Z")
    #expect(velocity.int("open") == 2 && velocity.int("unvalued") == 2)
    #expect(velocity.objects("currencies").map { $0.string("missing") } == ["no_expected_value"])
    let list = try report(["--period", "2026-10", "--leads", "factor=unvalued"])
    #expect(list.objects("rows").map { $0.int("lead") } == [4, 5])
  }

  @Test func everyNumberLeadsToItsList() throws {
    let report = try report()
    func rows(_ number: String) throws -> Int { try self.report(["--leads", number]).objects("rows").count }
    let stage = report.objects("stages")[4]
    for number in ["stays", "ahead"] { #expect(try rows("stage=5,outcome=\(number)") == stage.int(number)) }
    for number in ["forward", "back", "lost"] {
      #expect(try rows("stage=5,outcome=\(number)") == stage.object("closed").int(number))
    }
    #expect(try rows("stage=5,outcome=closed") == stage.object("closed").int("n"))
    #expect(try rows("stage=5,outcome=open") == stage.object("open").int("n"))
    for factor in ["open", "unvalued", "won", "lost"] {
      #expect(try rows("factor=\(factor)") == report.object("velocity").int(factor))
    }
    #expect(try rows("factor=open,currency=EUR") == 1)
    #expect(try rows("stage=5,outcome=open,source=web") == 1)
  }

  @Test func groupsSharesAndComparisonAreThere() throws {
    let options = ["--by", "source", "--window", "10d", "--period", "2026-10", "--compare", "previous"]
    let report = try report(options)
    #expect(report.objects("groups").map { $0.object("by").string("source") } == ["fair", "web"])
    let shares = report.objects("stages")[4].objects("left_within")
    #expect(shares.map { $0.string("exit") } == ["forward", "back", "lost"])
    for (share, value) in zip(shares, [0.2, 0, 0.2]) { #expect(abs((share.double("value") ?? 9) - value) < 1e-9) }
    #expect(report.object("compare").object("period").string("label") == "2026-09")
    let text = try fixture.done(["report", "velocity"] + options).out
    #expect(text.contains("Left within 10 d of entering"))
    #expect(text.contains("2 of 2 open leads in stage 5 have no expected value"))
  }

  @Test func pagesAndReplayAgree() throws {
    let pages = try report()
    let replay = try report(["--as-of", "2026-11-03T12:00:00Z"])
    #expect(pages.objects("stages") as NSArray == replay.objects("stages") as NSArray)
    #expect(pages.object("velocity") as NSDictionary == replay.object("velocity") as NSDictionary)
  }

  @Test(arguments: [
    (["--by", "month"], "--period"), (["--leads", "stage=5"], "outcome"),
    (["--leads", "factor=won,stage=5"], "factor"),
    (["--leads", "factor=won,currency=EUR"], "factor=open"), (["--leads", "factor=open,currency=EURO"], "EURO"),
    (["--compare", "previous"], "--period"), (["--window", "0d"], "second"),
  ])
  func whatMakesNoSenseIsRefused(_ options: [String], _ hint: String) throws {
    let outcome = try fixture.run(["report", "velocity"] + options)
    #expect(outcome.status == 2)
    #expect(outcome.err.contains(hint), "\(outcome.err)")
  }
}
