import Foundation
import Testing

/// Revenue against the target, as people and programs meet it.
struct RevenueReportTests {
  let fixture: WorkspaceFixture

  /// Three leads bought in the first quarter: one in euros, of which a part went back, one in dollars without a rate, and
  /// one for nobody knows how much.
  init() throws {
    fixture = try WorkspaceFixture()
    try at("2026-01-05T08:00", ["lead", "add", "Acme", "--stage", "4", "--source", "web", "--segment", "smb"], "ana")
    try at("2026-01-06T08:00", ["lead", "add", "Bolt", "--stage", "5", "--source", "fair"], "ben")
    try at("2026-01-07T08:00", ["lead", "add", "Cura", "--stage", "5"], "ben")
    try at("2026-01-08T08:00", ["lead", "touch", "1", "--channel", "email"], "ana")
    try at("2026-01-20T08:00", ["handoff", "offer", "1"], "ana")
    try at("2026-01-20T09:00", ["handoff", "accept", "1"], "ben")
    try at("2026-02-01T08:00", ["lead", "touch", "1", "--channel", "phone"], "ben")
    try at("2026-02-10T08:00", ["lead", "purchase", "1", "--amount", "1000.01"], "ben")
    try at("2026-02-11T08:00", ["lead", "purchase", "2", "--amount", "300", "--currency", "USD"], "ben")
    try at("2026-02-12T08:00", ["lead", "purchase", "3"], "ben")
    try at("2026-03-01T08:00", ["lead", "refund", "1", "--amount", "200"], "ben")
    try at("2026-01-01T08:00", ["target", "set", "2026-Q1", "--amount", "2000", "--model", "linear"], "ana")
    try at("2026-01-01T09:00", ["target", "sign", "2026-Q1"], "ana")
    try at("2026-01-02T08:00", ["target", "sign", "2026-Q1"], "ben")
    fixture.now = "2026-04-10T12:00:00Z"
  }

  private func at(_ time: String, _ arguments: [String], _ actor: String) throws {
    fixture.now = "\(time):00Z"
    try fixture.done(arguments, actor: actor)
  }

  private func report(_ options: [String] = [], period: String = "2026-Q1") throws -> [String: Any] {
    try fixture.done(["report", "revenue", "--period", period, "--format", "json"] + options).json
  }

  private func minor(_ report: [String: Any], _ key: String) -> Int? { report.object(key).int("minor") }

  private func amounts(_ report: [String: Any], _ key: String) -> [String: Int] {
    var amounts: [String: Int] = [:]
    for item in report.objects(key) { amounts[item.string("department") ?? ""] = item.object("amount").int("minor") }
    return amounts
  }

  @Test func programsReadTheNumbersByTheirNames() throws {
    let report = try report()
    #expect(report.string("schema") == "funnel.report.revenue/1")
    #expect((minor(report, "target"), minor(report, "attained")) == (200_000, 80_001))
    #expect(report.double("attainment") == 80_001.0 / 200_000)
    #expect(report.double("pacing") == 80_001.0 / 200_000, "the plan asks for all of it by the end")
    #expect(report["coverage"] is NSNull, "what is over cannot be covered any more")
    #expect(report.object("forecast").object("expected").int("minor") == 80_001)
    #expect(report.object("forecast").object("low").int("minor") == 80_001)
    #expect(report.object("forecast").object("high").int("minor") == 80_001)
    // Web and a mail by marketing, a call by sales: two thirds and one, of what was left after the refund.
    #expect(amounts(report, "credit") == ["marketing": 53_334, "sales": 26_667])
    #expect(minor(report, "unallocated") == 0)
    #expect(amounts(report, "sourced") == ["marketing": 80_001, "sales": 0])
    #expect(amounts(report, "influenced") == ["marketing": 80_001, "sales": 80_001])
    #expect((report.int("unpriced"), report.int("unvalued"), report.int("purchases")) == (1, 1, 3))
  }

  @Test func bothDepartmentsReadTheSameBytes() throws {
    for format in ["table", "json", "csv", "ndjson", "markdown"] {
      let arguments = ["report", "revenue", "--period", "2026-Q1", "--by", "member", "--format", format]
      let marketing = try fixture.done(arguments, actor: "ana").out
      let sales = try fixture.done(arguments, actor: "ben").out
      #expect(marketing == sales)
      #expect(!marketing.isEmpty)
    }
  }

  @Test func aNumberLeadsToItsPurchases() throws {
    func list(_ number: String) throws -> [[String: Any]] {
      try fixture.done(["report", "revenue", "--period", "2026-Q1", "--leads", number, "--format", "json"]).json
        .objects("rows")
    }
    #expect(try list("unpriced").map { $0.int("lead") } == [2])
    #expect(try list("unvalued").map { $0.int("lead") } == [3])
    #expect(try list("purchases").count == 3)
    let sales = try list("credit=sales")
    #expect(sales.reduce(0) { $0 + ($1.object("counted").int("minor") ?? 0) } == 26_667)
    #expect(try list("attained,segment=smb").count == 2)
    let none = try fixture.run(["report", "revenue", "--period", "2026-Q1", "--leads", "attained,segment=huge"])
    #expect(none.status != 0)
    #expect(none.err.contains("huge"))
    let bad = try fixture.run(["report", "revenue", "--leads", "luck"])
    #expect(bad.status != 0)
    #expect(bad.err.contains("attained"), "\(bad.err)")
  }

  @Test func whatCannotBeKnownIsNoZero() throws {
    let april = try report(period: "2026-02-12")
    #expect(april["attained"] is NSNull)
    #expect(april["unallocated"] is NSNull)
    #expect(april.int("unvalued") == 1)
    let page = try fixture.done(["report", "revenue", "--period", "2026-02-12"]).out
    #expect(page.contains("1 purchases has a value that is known") || page.contains("none of 1"), "\(page)")
    #expect(!page.contains("0.00"), "\(page)")
  }

  @Test func thePastIsReportedByTheTargetOfThen() throws {
    try at("2026-04-11T08:00", ["target", "revise", "2026-Q1", "--amount", "1500"], "ana")
    try at("2026-04-11T09:00", ["target", "sign", "2026-Q1"], "ana")
    try at("2026-04-11T10:00", ["target", "sign", "2026-Q1"], "ben")
    fixture.now = "2026-04-12T12:00:00Z"
    #expect(minor(try report(), "target") == 150_000)
    let then = try report(["--as-of", "2026-02-28"])
    #expect((minor(then, "target"), minor(then, "attained")) == (200_000, 100_001), "before the refund")
    #expect(minor(try report(["--known-at", "2026-04-10"]), "target") == 200_000)
    #expect(try report(["--where", "segment=smb"])["target"] is NSNull, "of some leads there is no target")
  }

  @Test func aClosedPeriodIsRestatedInTheOpen() throws {
    try fixture.done(["period", "close", "2026-Q1"], actor: "ana")
    #expect(try report()["closed"] is NSNull)
    try fixture.done(["period", "close", "2026-Q1"], actor: "ben")
    #expect(minor(try report(), "restated") == 0)
    try fixture.done(["rate", "set", "EUR", "USD", "1.25", "--on", "2026-02-11"], actor: "ana")
    let report = try report()
    #expect((minor(report, "attained"), minor(report, "restated")) == (104_001, 24_000))
    #expect(report.object("closed").object("attained").int("minor") == 80_001)
    let shown = try fixture.done(["period", "show", "2026-Q1", "--format", "json"]).json
    #expect(shown.objects("rows").map { $0.int("lead") } == [2])
    #expect(shown.object("restated").int("minor") == 24_000)
    let page = try fixture.done(["report", "revenue", "--period", "2026-Q1"]).out
    #expect(page.contains("+240.00"), "\(page)")
  }

  @Test func financeGetsTheSameBytesAgainAndRowsThatSumToTheReport() throws {
    let file = fixture.folder.path("revenue.csv")
    try fixture.done(["export", "revenue", "--period", "2026-Q1", "--model", "first_touch", "--output", file])
    let table = PlainCSV.rows(try String(contentsOfFile: file, encoding: .utf8))
    let rows = table.dropFirst().map { Dictionary(zip(table[0], $0), uniquingKeysWith: { first, _ in first }) }
    func sum(_ column: String) -> Double { rows.reduce(0) { $0 + (Double($1[column] ?? "") ?? 0) } }
    #expect(rows.count == 3)
    #expect((sum("attained") * 100).rounded() == 80_001)
    #expect((sum("credit_marketing") * 100).rounded() == 53_334)
    #expect((sum("credit_first_touch_marketing") * 100).rounded() == 80_001)
    #expect(rows.map { $0["attained"] } == ["800.01", "", ""], "what nobody knows is no zero")
    #expect(rows[0]["answer_seconds"] == "3600.0")
    let meta = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: file + ".meta.json")))
    let sidecar = try #require(meta as? [String: Any])
    #expect(sidecar.string("schema") == "funnel.export.revenue.meta/1")
    #expect((sidecar.int("target_version"), sidecar.string("model")) == (1, "linear"))
    #expect(sidecar.object("columns").count == rows.first?.count)
    // Whatever is recorded later, the command that is named makes the same file.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    fixture.now = "2026-05-01T12:00:00Z"
    try fixture.done(["lead", "purchase", "3", "--amount", "5", "--at", "2026-03-02"], actor: "ben")
    let command = try #require(sidecar.string("command")).split(separator: " ").dropFirst().map(String.init)
    #expect(try fixture.done(command).out == String(decoding: bytes, as: UTF8.self))
    #expect(try fixture.done(["export", "revenue", "--period", "2026-Q1"]).out.contains(",5.00,"))
    let wrong = try fixture.run(["export", "leads", "--period", "2026-Q1"])
    #expect(wrong.status != 0)
    #expect(wrong.err.contains("export revenue"), "\(wrong.err)")
  }
}
