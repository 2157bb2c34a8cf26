import Foundation
import Testing

/// The proof on real data: 8,000 marketing-qualified leads of a marketplace and its 842 closed deals.
///
/// The expected numbers are counted from the two files by other means.
@Suite(.enabled(if: OlistData.isThere, "../shared/data is not here"))
struct OlistReportTests {
  @Test func everyOriginHasItsLeadsAndPurchases() throws {
    let groups = try OlistData.groups(try OlistData.plain.json(["report", "funnel", "--by", "source"]), "source")
    let expected: [String?: [Int]] = [
      "organic_search": [2296, 271], "paid_search": [1586, 195], "social": [1350, 75], "unknown": [1099, 179],
      "direct_traffic": [499, 56], "email": [493, 15], "referral": [284, 24], "other": [150, 4],
      "display": [118, 6], "other_publicities": [65, 3], nil: [60, 14],
    ]
    #expect(groups == expected)
  }

  @Test func everyMonthOfFirstContactHasItsLeadsAndPurchases() throws {
    let groups = try OlistData.groups(try OlistData.plain.json(["report", "funnel", "--by", "month"]), "month")
    let expected: [String?: [Int]] = [
      "2017-12": [200, 11], "2018-01": [1141, 152], "2018-02": [1028, 149], "2018-03": [1174, 167],
      "2018-04": [1352, 183], "2018-05": [1303, 130],
    ]
    for (month, counts) in expected { #expect(groups[month] == counts, "\(month ?? "")") }
    #expect(groups.values.reduce(0) { $0 + $1[0] } == 8000)
    #expect(groups.values.reduce(0) { $0 + $1[1] } == 842)
  }

  @Test func theWholeFunnelAndTheTimeToBuy() throws {
    let report = try OlistData.plain.json(["report", "funnel", "--pair", "4,6"])
    #expect(report.string("schema") == "funnel.report.funnel/1")
    let stages = report.objects("stages")
    #expect(stages[3].int("reached") == 8000)
    #expect(stages[3].string("from") == nil)
    let purchase = stages[5]
    #expect(purchase.int("reached") == 842)
    #expect(purchase.string("from") == "brand_preference")
    #expect(purchase.double("conversion") == 0.10525)
    #expect(purchase.int("cohort") == 8000)
    #expect(report.object("definition").bool("so_far") == true)
    let pair = report.object("pair")
    #expect(pair.int("n") == 842)
    #expect(pair.int("negative") == 1)
    #expect(abs((pair.double("p50_seconds") ?? 0) / 86_400 - 14.6507) < 0.00005)
  }

  @Test func theOneLeadThatBoughtBeforeItsFirstContactIsFoundAndMarked() throws {
    let list = try OlistData.plain.json(["report", "funnel", "--pair", "4,6", "--leads", "outcome=negative"])
    let rows = list.objects("rows")
    #expect(rows.count == 1)
    #expect(rows.first?.strings("flags").contains("out_of_order") == true)
    let page = try OlistData.plain.json(["lead", "show", "olist:b91cf8812365f50ff4bda4bcd6206b05"])
    #expect(page.int("lead") == rows.first?.int("lead"))
  }

  @Test func crossingsThatNobodyOfferedStandApart() throws {
    let report = try OlistData.plain.json(["report", "handoffs"]).object("total")
    #expect(report.int("unrecorded") == 842)
    #expect(report.int("offered") == 0)
    #expect(report["acceptance"] is NSNull)
    let list = try OlistData.plain.json(["report", "handoffs", "--leads", "outcome=unrecorded"])
    #expect(list.objects("rows").count == 842)
  }

  @Test func theSameFilesAgainChangeNothing() throws {
    let workspace = try ImportWorkspace(copyOf: OlistData.plain)
    let before = try workspace.run(["export", "events"]).out
    let again = try workspace.json(["import"] + OlistData.plainFiles + ["--mapping", "olist"])
    #expect(again.int("read") == 8842)
    #expect(again.int("already_known") == 8842)
    #expect(again.int("inserted") == 0)
    #expect(again.int("corrected") == 0)
    #expect(again.object("flags").isEmpty)
    #expect(try workspace.run(["export", "events"]).out == before)
    // Leads are numbered without a hole.
    #expect(try workspace.run(["lead", "show", "8000"]).status == 0)
    #expect(try workspace.run(["lead", "show", "8001"]).status == 1)
    #expect(try workspace.run(["check"]).status == 0)
  }

  @Test func theSummarySaysExactlyWhatTheSpecificationSays() throws {
    let workspace = try ImportWorkspace()
    let outcome = try workspace.run(["import"] + OlistData.plainFiles + ["--mapping", "olist", "--format", "json"])
    #expect(
      outcome.out == """
        {
          "schema": "funnel.import/1",
          "read": 8842,
          "inserted": 8842,
          "corrected": 0,
          "already_known": 0,
          "rejected": 0,
          "leads_new": 8000,
          "flags": {
            "skipped": 841,
            "out_of_order": 1,
            "unrecorded_crossing": 842
          }
        }

        """)
  }

  @Test func datesWhoseOrderIsOpenAreAskedForAndNeverGuessed() throws {
    let workspace = try ImportWorkspace()
    let refused = try workspace.run(["import"] + OlistData.usFiles + ["--mapping", "olist"])
    #expect(refused.status == 3)
    #expect(refused.err.contains("--date-format"))
    #expect(try workspace.json(["export", "events", "--format", "json"]).objects("rows").isEmpty)
    let summary = try workspace.json(
      ["import"] + OlistData.usFiles
        + ["--mapping", "olist", "--date-format", "M/D/YYYY H:mm", "--date-format", "M/D/YYYY"])
    #expect(summary.int("leads_new") == 8000)
    let report = try workspace.json(["report", "funnel", "--pair", "4,6"])
    #expect(report.objects("stages")[5].int("reached") == 380)
    #expect(abs((report.object("pair").double("p50_seconds") ?? 0) / 86_400 - 10.4965) < 0.00005)
    #expect(report.object("pair").int("negative") == 1)
    let list = try workspace.json(["report", "funnel", "--pair", "4,6", "--leads", "outcome=negative"])
    let page = try workspace.json(["lead", "show", "olist:b91cf8812365f50ff4bda4bcd6206b05"])
    #expect(page.int("lead") == list.objects("rows").first?.int("lead"))
  }

  @Test func anImmatureRateIsNeverPrintedAlone() throws {
    let arguments = ["report", "funnel", "--window", "90d", "--period", "2018-05", "--as-of", "2018-06-10"]
    let stage = try OlistData.plain.json(arguments).objects("stages")[5]
    #expect(stage.bool("immature") == true)
    #expect(stage.int("reached") == 83)
    let estimate = stage.object("estimate")
    // Without losses Aalen-Johansen is one minus Kaplan-Meier: more than the rate of what is resolved.
    #expect((estimate.double("value") ?? 0) > (stage.double("conversion") ?? 1))
    #expect(estimate.int("within_seconds") == 7_776_000)
    for width in ["20", "40", "80", "200"] {
      let table = try OlistData.plain.run(arguments, env: ["COLUMNS": width]).out
      #expect(!table.contains("6.4 %") || table.contains("6.4 % (est. 6.7)"), "\(width)")
    }
    #expect(try OlistData.plain.run(arguments, env: ["COLUMNS": "80"]).out.contains("6.4 % (est. 6.7)"))
  }

  @Test func anExportOfAllReadsBackToTheSameBytes() throws {
    let first = try OlistData.plain.run(["export"]).out
    let copy = try ImportWorkspace()
    let file = try copy.folder.write(first, to: "events.csv").path
    let summary = try copy.json(["import", file, "--mapping", "generic-long"])
    #expect(summary.int("inserted") == summary.int("read"))
    #expect(try copy.run(["export"]).out == first)
  }

  /// The deals have no amounts: a zero would be taken for one.
  @Test func theReportOnRevenueSaysPlainlyThatNoAmountIsKnown() throws {
    let period = ["--period", "2017-01-01..2018-12-31"]
    let report = try OlistData.plain.json(["report", "revenue"] + period)
    #expect((report.int("purchases"), report.int("unvalued"), report.int("unpriced")) == (842, 842, 0))
    #expect(report["attained"] is NSNull && report["unallocated"] is NSNull)
    #expect(report.objects("credit").allSatisfy { $0["amount"] is NSNull })
    #expect(report.object("forecast")["expected"] is NSNull)
    let page = try OlistData.plain.run(["report", "revenue"] + period).out
    #expect(page.contains("842 purchases are unvalued"), "\(page)")
    #expect(!page.contains("0.00"), "\(page)")
    let rows = try OlistData.plain.json(["report", "revenue", "--leads", "unvalued"] + period).objects("rows")
    #expect(rows.count == 842)
  }
}
