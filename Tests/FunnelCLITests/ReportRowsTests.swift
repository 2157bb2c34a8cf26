import Foundation
import Testing

/// The flat rows of a report say what they are rows of, and leave out nothing that was asked for.
struct ReportRowsTests {
  private let fixture: WorkspaceFixture

  /// Three leads in stage 2: one lost, one moved on, one open; and one offer.
  init() throws {
    fixture = try WorkspaceFixture()
    for (name, source) in [("A", "fairs, trade"), ("B", "null"), ("C", "")] {
      let words = source.isEmpty ? [] : ["--source", source]
      try fixture.done(["lead", "add", name, "--stage", "2", "--at", "2026-10-05"] + words)
    }
    try fixture.done(["lead", "lose", "1", "--reason", "price", "--at", "2026-10-08"])
    try fixture.done(["lead", "move", "2", "4", "--at", "2026-10-10"])
    // An offer that nobody could answer any more is not recorded after the event.
    let now = fixture.now
    fixture.now = "2026-10-11T09:00:00Z"
    try fixture.done(["handoff", "offer", "2"])
    try fixture.done(["handoff", "reject", "2", "--reason", "not_qualified"], actor: "ben")
    try fixture.done(["dispute", "open", "2", "--cause", "budget"])
    fixture.now = now
  }

  /// A row as a dictionary by column.
  private func rows(_ arguments: [String]) throws -> [[String: Any]] {
    try fixture.done(["report"] + arguments + ["--format", "ndjson"]).out.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private static let reports = [
    ["funnel"], ["flow", "--by", "year"], ["velocity"], ["cohorts", "--ages", "1"], ["trend", "4"], ["losses"],
    ["handoffs"], ["disputes"],
  ]

  /// Whoever finds the rows in a spreadsheet can ask the question again, and gets them again.
  @Test(arguments: reports)
  func theConditionsOfARowCanBeTypedAgain(_ report: [String]) throws {
    for condition in ["source=\"fairs, trade\"", "source=\"null\"", "source=null"] {
      let asked = report + ["--where", condition]
      let first = try rows(asked)
      for row in first {
        let stated = try #require(row.string("where"))
        #expect(stated == condition, "\(report)")
        #expect(try rows(report + ["--where", stated]) as NSArray == first as NSArray)
      }
    }
    #expect(try rows(["funnel", "--where", "source=\"null\""])[1].int("reached") == 1)
    #expect(try rows(["losses", "--where", "source=\"fairs, trade\""])[0].int("cohort") == 1)
  }

  @Test(arguments: reports + [["agreement"], ["owners", "--period", "2026-10"]])
  func rowsSayUpToWhenTheyLooked(_ report: [String]) throws {
    let time = "2026-10-31T10:00:00Z"
    for row in try rows(report + ["--as-of", time]) { #expect(row.string("as_of") == time, "\(report)") }
    // A question about the past is told from one about now.
    for row in try rows(report) { #expect(row["as_of"] is NSNull && row["known_at"] is NSNull, "\(report)") }
    #expect(try rows(report).isEmpty == false, "\(report)")
  }

  /// Every report that is compared has the rows of both periods.
  @Test(arguments: [
    ["funnel"], ["flow"], ["velocity"], ["cohorts"], ["trend", "4"], ["losses", "--by", "stage"], ["owners"],
    ["handoffs"], ["disputes"], ["agreement"],
  ])
  func comparedPeriodsHaveRows(_ report: [String]) throws {
    try fixture.done(["lead", "add", "Old", "--stage", "2", "--at", "2026-09-05"])
    try fixture.done(["lead", "lose", "4", "--reason", "price", "--at", "2026-09-06"])
    try fixture.done(["lead", "add", "Older", "--stage", "4", "--at", "2026-09-05"])
    fixture.now = "2026-09-06T09:00:00Z"
    try fixture.done(["handoff", "offer", "5"])
    try fixture.done(["handoff", "reject", "5", "--reason", "not_qualified"], actor: "ben")
    try fixture.done(["dispute", "open", "5", "--cause", "budget"])
    fixture.now = "2026-11-03T12:00:00Z"
    let periods = try rows(report + ["--period", "2026-10", "--compare", "previous"]).map { $0.string("period") }
    #expect(Set(periods) == ["2026-10", "2026-09"], "\(report)")
  }

  /// Every count of the line's reports has exactly the rows of its list.
  @Test func everyCountOfTheLineIsItsList() throws {
    func list(_ report: String, _ number: String) throws -> Int {
      try fixture.done(["report", report, "--leads", number, "--format", "json"]).json.objects("rows").count
    }
    var seen = 0
    let disputes = try fixture.done(["report", "disputes", "--format", "json"]).json
    for outcome in ["opened", "upheld", "overturned", "split", "open"] {
      let count = try list("disputes", outcome == "opened" ? "all" : "outcome=\(outcome)")
      #expect(count == disputes.int(outcome), "\(outcome)")
      seen += count
    }
    let handoffs = try fixture.done(["report", "handoffs", "--format", "json"]).json.object("total")
    #expect(try list("handoffs", "number=offered") == handoffs.int("offered"))
    #expect(try list("handoffs", "number=rejected") == handoffs.int("rejected"))
    #expect(try list("handoffs", "number=sla.met") == handoffs.object("sla").int("met"))
    #expect(try list("handoffs", "number=rulings.open") == handoffs.object("rulings").int("open"))
    let agreement = try fixture.done(["report", "agreement", "--format", "json"]).json
    for offers in agreement.objects("without_agreement") {
      #expect(try list("agreement", "number=offered,version=null") == offers.int("offered"))
    }
    #expect(seen == 2)
  }

  @Test func ownersOfTwoPeriodsDifferInWhatMoved() throws {
    let rows = try rows(["owners", "--period", "2026-11", "--compare", "previous"])
    #expect(rows.count == 16)
    #expect(rows[1].int("entered") == 0 && rows[9].int("entered") == 3)
    #expect(rows[1].int("open") == 1 && rows[9].int("open") == 1)
  }

  @Test func theSharesOfAWindowAreInTheRows() throws {
    let second = try rows(["velocity", "--window", "4d"])[1]
    // Lost after 3 days; moved on after 5.
    #expect(second.int("window_seconds") == 4 * 86_400)
    #expect(abs((second.double("lost_within") ?? 9) - 1.0 / 3) < 1e-9)
    #expect(second.double("forward_within") == 0)
    #expect(second.double("p90_seconds") == nil && second.int("stays") == 3)
    #expect(try rows(["velocity"])[1]["lost_within"] == nil)
  }
}
