import Foundation
import Testing

/// The funnel against a second count of the same leads.
struct FunnelReportTests {
  static let synthetic = SyntheticLeads(count: 400, seed: 7)
  static let shared = Result {
    let workspace = try ImportWorkspace()
    let file = try workspace.folder.write(synthetic.csv, to: "leads.csv").path
    let mapping = try workspace.folder.write(SyntheticLeads.mapping, to: "mapping.yaml").path
    _ = try workspace.json(["import", file, "--mapping", mapping])
    return workspace
  }
  let workspace: ImportWorkspace

  init() throws { workspace = try FunnelReportTests.shared.get() }

  /// The numbers of a row in JSON under the names of the second count.
  private func numbers(_ stage: [String: Any]) -> [String: Int] {
    let keys = [
      "customer_awareness", "brand_awareness", "brand_consideration", "brand_preference",
      "purchase_intention", "purchase", "customer_loyalty", "customer_advocacy",
    ]
    var row = ["from": stage.string("from").flatMap(keys.firstIndex).map { $0 + 1 } ?? 0, "marketing": 0, "sales": 0]
    for key in ["cohort", "reached", "entered", "skipped", "converted", "lost", "open"] { row[key] = stage.int(key) }
    for loss in stage.objects("drop_off") { row[loss.string("owner") ?? ""] = loss.int("lost") }
    return row
  }

  @Test func everyNumberIsThatOfTheDefinitions() throws {
    let report = try workspace.json(["report", "funnel"])
    for (index, stage) in report.objects("stages").enumerated() {
      #expect(numbers(stage) == SyntheticLeads.row(index + 1, of: FunnelReportTests.synthetic.leads), "\(index + 1)")
    }
  }

  @Test func everyGroupIsAFunnelOfItsOwnAndNoneIsFoldedIntoAnother() throws {
    let report = try workspace.json(["report", "funnel", "--by", "source"])
    var seen: Set<String?> = []
    for group in report.objects("groups") {
      let source = group.object("by").string("source")
      seen.insert(source)
      for (index, stage) in group.objects("stages").enumerated() {
        let leads = FunnelReportTests.synthetic.leads(of: source)
        #expect(numbers(stage) == SyntheticLeads.row(index + 1, of: leads), "\(source ?? "none") \(index + 1)")
      }
    }
    // A source called null is no missing source.
    #expect(seen == [nil, "null", "email", "a, \"b\""])
  }

  @Test(arguments: [
    ("source=null", nil), ("source=", nil), ("source=\"null\"", "null"), ("source=\\null", "null"),
    (" SOURCE = email ", "email"), ("source=\"a, \"\"b\"\"\"", "a, \"b\""), ("source=a\\, \\\"b\\\"", "a, \"b\""),
  ])
  func aConditionMeansWhatItsQuotesSay(_ condition: String, _ source: String?) throws {
    let stages = try workspace.json(["report", "funnel", "--where", condition]).objects("stages")
    for (index, stage) in stages.enumerated() {
      #expect(numbers(stage) == SyntheticLeads.row(index + 1, of: FunnelReportTests.synthetic.leads(of: source)))
    }
  }

  /// Every count leads to a list of exactly that many leads, also in a group, a mode, a window and a period.
  @Test(arguments: [
    [], ["--mode", "strict", "--from", "3"], ["--mode", "any", "--window", "30d", "--where", "source=email"],
    ["--period", "2024-Q2", "--window", "20d", "--as-of", "2024-07-01"],
  ])
  func everyListHasAsManyRowsAsItsNumberSays(_ options: [String]) throws {
    let report = try workspace.json(["report", "funnel"] + options)
    for stage in report.objects("stages") {
      let number = stage.int("stage") ?? 0
      for outcome in ["entered", "reached", "skipped", "cohort", "converted", "lost", "open"] {
        let list = try workspace.json(
          ["report", "funnel"] + options + ["--leads", "stage=\(number),outcome=\(outcome)"])
        let leads = list.objects("rows").compactMap { $0.int("lead") }
        #expect(leads.count == stage.int(outcome), "\(options) \(number) \(outcome)")
        #expect(Set(leads).count == leads.count)
        #expect(list.int("leads") == leads.count)
      }
    }
  }

  @Test func everyLossLeadsToTheLeadsThatItsOwnerAnswersFor() throws {
    for stage in try workspace.json(["report", "funnel"]).objects("stages") {
      for loss in stage.objects("drop_off") {
        let number = "stage=\(stage.int("stage") ?? 0),outcome=lost,drop_off=\(loss.string("owner") ?? "")"
        let list = try workspace.json(["report", "funnel", "--leads", number])
        #expect(list.objects("rows").count == loss.int("lost"), "\(number)")
      }
    }
  }

  @Test func theListOfAGroupsNumberIsThatGroups() throws {
    let report = try workspace.json(["report", "funnel", "--by", "month"])
    for group in report.objects("groups") {
      let month = group.object("by").string("month") ?? ""
      for stage in group.objects("stages") {
        let number = "stage=\(stage.int("stage") ?? 0),outcome=converted,month=\(month)"
        let list = try workspace.json(["report", "funnel", "--leads", number])
        #expect(list.objects("rows").count == stage.int("converted"), "\(number)")
      }
    }
  }

  @Test func thePairLeadsToItsLeads() throws {
    let pair = try workspace.json(["report", "funnel", "--pair", "2,4"]).object("pair")
    for (outcome, key) in [("paired", "n"), ("negative", "negative")] {
      let list = try workspace.json(["report", "funnel", "--pair", "2,4", "--leads", "outcome=\(outcome)"])
      #expect(list.objects("rows").count == pair.int(key))
    }
    let distances = FunnelReportTests.synthetic.leads.compactMap { lead in
      lead.entries[2].flatMap { from in lead.entries[4].map { ($0 - from) * 86_400 } }
    }
    #expect(pair.int("n") == distances.count)
  }

  @Test func thePeriodBeforeIsItsOwnReport() throws {
    let compared = try workspace.json(["report", "funnel", "--period", "2024-Q2", "--compare", "previous"])
    let before = try workspace.json(["report", "funnel", "--period", "2024-Q1"])
    #expect(compared.object("compare").object("period").string("label") == "2024-Q1")
    #expect(NSArray(array: compared.object("compare").objects("stages")) == NSArray(array: before.objects("stages")))
  }

  @Test func everyReportStatesWhatItMeans() throws {
    let definition = try workspace.json(
      ["report", "funnel", "--window", "30d", "--period", "2024-Q2", "--where", "source=null"]
    ).object("definition")
    #expect(definition.string("mode") == "reached")
    #expect(definition.int("window_seconds") == 2_592_000)
    #expect(definition.bool("so_far") == false)
    #expect(definition.object("cohort").object("period").string("label") == "2024-Q2")
    #expect(definition.string("zone") == "UTC")
    #expect(definition.string("observed_until") == "2026-11-03T12:00:00Z")
    #expect(definition.object("observed_until_by_source").string("synthetic") != nil)
    #expect(definition.object("where")["source"] is NSNull)
    let text = try workspace.run(["report", "funnel"]).out
    for part in ["so far", "Cohort: 400 leads", "Observed until", "Days are cut in UTC", "Wilson", "From"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.lowercased().contains("not converted"))
    let csv = try workspace.run(["report", "funnel", "--format", "csv", "--by", "source"]).out
    let header = csv.split(separator: "\r\n").first ?? ""
    #expect(header.hasPrefix("source,stage,key,owners,from,cohort,"))
    #expect(header.hasSuffix(",mode,window_seconds,cohort_from,period,where,zone,observed_until,as_of,known_at"))
  }

  @Test(arguments: [
    (["--compare", "previous"], "--period"), (["--where", "source=nobody"], "email"),
    (["--where", "owner=zoe"], "owner"), (["--where", "colour=red"], "segment"),
    (["--where", "source"], "source=email"),
    (["--where", "source=\"x"], "quote"), (["--where", "source=email,source=x"], "twice"),
    (["--as-of", "2027"], "future"), (["--known-at", "2026-11-04"], "future"), (["--window", "3 months"], "90d"),
    (["--window", "0d"], "second"), (["--pair", "4,4"], "4,6"), (["--pair", "4"], "4,6"),
    (["--leads", "stage=4"], "outcome"), (["--leads", "outcome=lost"], "stage"),
    (["--leads", "stage=9,outcome=lost"], "stage"), (["--leads", "stage=4,outcome=sold"], "converted"),
    (["--leads", "outcome=paired"], "--pair"), (["--leads", "stage=4,outcome=open,drop_off=sales"], "lost"),
    (["--from", "5", "--leads", "stage=4,outcome=lost"], "stage 5"), (["--period", "2026-13"], "2026-13"),
    (["--mode", "loose"], "reached"), (["--by", "colour"], "source"),
  ])
  func whatMakesNoSenseIsRefusedWithAWayOut(_ options: [String], _ hint: String) throws {
    let outcome = try workspace.run(["report", "funnel"] + options)
    #expect(outcome.status == 2, "\(options)")
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.contains(hint), "\(outcome.err)")
  }

  @Test func aDayThatHasBegunIsObservedUpToNow() throws {
    let definition = try workspace.json(["report", "funnel", "--as-of", "today"]).object("definition")
    #expect(definition.string("observed_until") == "2026-11-03T12:00:00Z")
  }

  /// No line of any report is wider than the terminal, and the rate is always there.
  @Test(arguments: ["40", "80", "100", "140"])
  func everyWidthFits(_ width: String) throws {
    for report in [
      ["owners"], ["funnel"], ["funnel", "--by", "source"], ["funnel", "--by", "month", "--window", "30d"],
      ["funnel", "--pair", "2,4", "--period", "2024-Q2", "--compare", "previous"], ["handoffs"],
    ] {
      let lines = try workspace.run(["report"] + report, env: ["COLUMNS": width]).lines
      for line in lines { #expect(line.count <= Int(width) ?? 0, "\(line)") }
    }
    let essential = try workspace.run(["report", "funnel"], env: ["COLUMNS": "80"]).out
    for column in ["Stage", "Owner", "From", "Reached", "Conversion (95 %)", "Lost"] {
      #expect(essential.contains(column))
    }
  }
}
