import Foundation
import Testing

/// The reports that look ahead, as the program prints them.
struct OutlookTranscriptTests {
  /// Made once; tests read it only. Three leads bought in October for 100 EUR each, 10 days after they came in stage 5;
  /// one was lost after 5 days, one is open and worth 50 EUR. The clock stands at 3 November.
  private static let made = Result {
    let workspace = try ImportWorkspace()
    func done(_ words: [String], _ actor: String = "ben") throws {
      let outcome = try workspace.run(words, env: ["FUNNEL_ACTOR": actor])
      try #require(outcome.status == 0, "\(words.joined(separator: " ")): \(outcome.err)")
    }
    try done(["member", "add", "ben", "--department", "sales", "--head", "sales"], "")
    try done(["member", "add", "ana", "--department", "marketing", "--head", "marketing"], "")
    for (index, name) in ["A", "B", "C", "D", "E"].enumerated() {
      let day = index < 4 ? "2026-10-01T12:00Z" : "2026-11-01T12:00Z"
      try done(["lead", "add", name, "--stage", "5", "--at", day])
    }
    for lead in ["1", "2", "3"] {
      try done(["lead", "purchase", lead, "--amount", "100", "--at", "2026-10-11T12:00Z"])
    }
    try done(["lead", "lose", "4", "--reason", "price", "--at", "2026-10-06T12:00Z"])
    try done(["lead", "value", "5", "50", "--at", "2026-11-02T12:00Z"])
    try done(["target", "set", "2026-Q4", "--amount", "1000"])
    try done(["target", "sign", "2026-Q4"])
    try done(["target", "sign", "2026-Q4"], "ana")
    return workspace
  }

  private let fixture: ImportWorkspace
  init() throws { fixture = try Self.made.get() }

  private func json(_ words: [String]) throws -> [String: Any] {
    try fixture.json(["report"] + words)
  }

  /// By hand: fewer than ten stays tell of any day behind the first, so the hazards are one number each, ends ÷ days
  /// lived. Three lived 10 days, one 5 and the open one 2, in all 37: a purchase 3/37 a day, a loss 1/37, and 33/37 stay.
  /// So 3/4 × (1 - (33/37)^n) buy within n days, whether they come now or are there.
  private func chance(_ days: Int) -> Double { 0.75 * (1 - pow(33.0 / 37, Double(days))) }

  @Test func theOpenLeadHasTheChanceThatThoseBeforeItHad() throws {
    let report = try json(["forecast"])
    #expect(report.object("definition").object("period").string("chosen") == "target")
    #expect(report.object("attained").int("minor") == 30_000)
    #expect(report.object("mean_purchase").int("minor") == 10_000)
    // 58.5 days are left, which round to 59.
    #expect(report.int("days_left") == 59)
    let weighted = Int((5_000 * chance(59)).rounded())
    #expect(report.object("weighted").int("minor") == weighted)
    let parts = report.object("parts")
    #expect(abs((parts.object("valued").double("purchases") ?? 0) - chance(59)) < 1e-9)
    // 5 entries in 90 days, and as many a day from now on; who enters on a day has on average half of it.
    let entering = 5.0 / 90 * (0..<59).reduce(0) { $0 + (chance(59 - $1) + chance(58 - $1)) / 2 }
    #expect(abs((parts.object("entering").double("purchases") ?? 0) - entering) < 1e-9)
    let expected = 30_000 + 5_000 * chance(59) + 10_000 * entering
    #expect(report.object("expected").int("minor") == Int(expected.rounded()))
    let list = try json(["forecast", "--leads", "open"]).objects("rows")
    #expect(list.map { $0.int("lead") } == [5])
    #expect(list.first?.object("weighted").int("minor") == weighted)
  }

  @Test func thePlanAsksForWhatIsMissingAndSortsTheLevers() throws {
    let report = try json(["plan", "--what-if", "conversion 5->6 +10pt", "--what-if", "value +50%"])
    #expect(report.object("missing").int("minor") == 70_000 - Int((5_000 * chance(59)).rounded()))
    let levers = report.objects("levers")
    #expect(levers.count == 2)
    let worths = levers.map { $0.object("worth").int("minor") ?? .min }
    #expect(worths == worths.sorted(by: >))
    for lever in levers {
      #expect(
        lever.object("expected").int("minor") == (report.object("expected").int("minor") ?? 0)
          + (lever.object("worth").int("minor") ?? 0))
    }
    let wrong = try fixture.run(["report", "plan", "--what-if", "luck +5%"])
    #expect(wrong.status == 2 && wrong.err.contains("conversion 4->5 +3pt"))
  }

  @Test func theGapIsAgainstANamedBaseline() throws {
    let report = try json(["gap", "--baseline", "plan"])
    #expect(report.object("definition").object("baseline").string("kind") == "plan")
    // 34 of 92 days have begun.
    #expect(report.object("asked").int("minor") == 36_957)
    #expect(report.object("gap").int("minor") == 30_000 - 36_957)
    let text = try fixture.run(["report", "gap"]).out
    #expect(text.contains("against 2026-Q3") && text.contains("34 days"))
    let future = try fixture.run(["report", "gap", "--period", "2027-Q1"])
    #expect(future.status == 1 && future.err.contains("has not begun"))
    let none = try fixture.run(["report", "gap", "--period", "2026-10", "--baseline", "plan"])
    #expect(none.status == 1 && none.err.contains("funnel target set 2026-10"))
  }

  @Test(arguments: [
    ["forecast"], ["forecast", "--backtest", "--months", "1"], ["gap"], ["plan"], ["velocity", "--value"],
  ])
  func everyFormHasItAndTheSameSeedGivesTheSameBytes(_ words: [String]) throws {
    for format in ["table", "csv", "json", "markdown"] {
      let out = try fixture.run(["report"] + words + ["--format", format]).out
      #expect(!out.isEmpty)
      if format == "json" { #expect(try fixture.run(["report"] + words + ["--format", format]).out == out) }
      guard format == "csv" else { continue }
      let rows = PlainCSV.rows(out)
      #expect(rows.count > 1 && rows.allSatisfy { $0.count == rows[0].count }, "\(words)")
    }
  }

  @Test func theValueADayIsAPageOfItsOwn() throws {
    let text = try fixture.run(["report", "velocity", "--value"]).out
    #expect(text.hasPrefix("Velocity of stage 5") && !text.contains("Time in stage"))
    let report = try json(["velocity", "--value"])
    #expect(report["stages"] == nil && report.object("velocity").int("won") == 3)
    #expect(try fixture.run(["report", "velocity", "--value", "--stage", "3"]).status == 2)
  }

  @Test func aForecastIsSavedLikeEveryReport() throws {
    let own = try WorkspaceFixture()
    let plain = try own.done(["report", "forecast", "--period", "2026-Q4", "--save", "outlook"])
    #expect(try own.done(["report", "outlook"], actor: "ben").out == plain.out)
    // Nothing was ever recorded: nothing is expected, and no zero stands for it.
    let report = try own.done(["report", "outlook", "--format", "json"]).json
    #expect(report["expected"] is NSNull)
    #expect(report.objects("limits").map { $0.string("limit") }.contains("no_ended_stays"))
    #expect(try own.run(["report", "forecast", "--months", "3"]).status == 2)
    #expect(try own.run(["report", "forecast", "--backtest", "--by", "segment"]).status == 2)
  }

  /// 842 purchases, none with an amount.
  @Test(.enabled(if: OlistData.isThere, "../shared/data is not here"))
  func withoutAmountsNoSumIsSaid() throws {
    let workspace = try OlistData.plain
    let then = ["--as-of", "2018-08-15", "--period", "2018-Q3"]
    let report = try workspace.json(["report", "forecast"] + then)
    for key in ["attained", "expected", "low", "high"] { #expect(report[key] is NSNull, "\(key)") }
    #expect((report.object("purchases").int("unvalued") ?? 0) > 0)
    #expect(report.objects("limits").map { $0.string("limit") }.contains("attained_unknown"))
    #expect((report.object("purchases_to_come").double("expected") ?? 0) > 0, "purchases are told where money is not")
    let gap = try workspace.json(["report", "gap"] + then)
    #expect(gap["attained"] is NSNull && gap["difference"] is NSNull && gap.objects("parts").isEmpty)
    for words in [["forecast"], ["gap"], ["plan"]] {
      let text = try workspace.run(["report"] + words + then).out
      #expect(text.contains("has an amount in EUR"), "\(words)")
      #expect(!text.contains("0.00"), "\(words) prints a zero for what nobody knows")
    }
    let backtest = try workspace.json([
      "report", "forecast", "--backtest", "--months", "2", "--as-of", "2018-08-15",
    ])
    #expect(backtest.objects("rows").isEmpty && backtest.object("left_out").int("unknown") == 2)
  }
}
