import Charts
import Foundation
import Testing

@testable import FunnelCLI

/// Cohorts and flow as pictures, and the small pictures in a terminal.
struct ReportPictureTests {
  private let workspace: ImportWorkspace
  private static let asOf = ["--as-of", "2024-12-31"]

  init() throws { workspace = try FunnelReportTests.shared.get() }

  private func drawing(_ options: [String]) throws -> ChartDrawing {
    let outcome = try workspace.run(["report"] + options + ["--svg", "-"])
    try #require(outcome.status == 0, "\(outcome.err)")
    return try #require(ChartDrawing(outcome.out), "no well-formed XML")
  }

  /// The rows that are read aloud.
  private func rows(_ drawing: ChartDrawing, columns: Int) -> [[String]] {
    stride(from: columns, to: drawing.cells.count, by: columns).map { Array(drawing.cells[$0..<($0 + columns)]) }
  }

  @Test(arguments: [[], ["--from", "4", "--by", "quarter", "--age", "week"], ["--where", "source=email"]])
  func everyCellOfTheTriangleIsDrawn(_ options: [String]) throws {
    let call = ["cohorts"] + options + ReportPictureTests.asOf
    let drawing = try drawing(call)
    let report = try workspace.json(["report"] + call)
    var rows = self.rows(drawing, columns: 10)[...]
    for cohort in report.objects("cohorts") {
      for cell in cohort.objects("cells") {
        let next = rows.popFirst()
        let row = try #require(next)
        #expect(row[0] == cohort.string("cohort"))
        for (place, key) in [(3, "converted"), (4, "lost"), (5, "open"), (6, "unresolved")] {
          #expect(row[place] == NumberText.integer(Int64(try #require(cell.int(key)))))
        }
        #expect(row[7] == cell.string("maturity"))
        if let rate = cell.double("conversion"), rate < 1 {
          let words = "\(NumberText.decimal(rate * 100, digits: 1) ?? "") %"
          #expect(row[8].hasPrefix(words))
          #expect(drawing.visible.contains { $0.string == words })
        }
      }
    }
    #expect(rows.count == report.objects("total").count)
    #expect(drawing.collisions == [])
  }

  @Test(arguments: [[], ["--by", "week"], ["--stage", "4", "--by", "quarter"]])
  func everyIntervalOfTheFlowIsDrawn(_ options: [String]) throws {
    let call = ["flow"] + options + ReportPictureTests.asOf
    let drawing = try drawing(call)
    let report = try workspace.json(["report"] + call)
    let rows = self.rows(drawing, columns: 13)
    let expected = (report.objects("stages") + [report.object("total")]).flatMap { line in
      line.objects("intervals").suffix(36).map { flow in
        [
          flow.int("opening"), flow.object("in").int("total"), flow.object("out").int("total"),
          flow.object("out").int("lost"), flow.int("closing"),
        ].map { NumberText.integer(Int64($0 ?? -1)) }
      }
    }
    #expect(rows.map { [$0[2], $0[3], $0[8], $0[11], $0[12]] } == expected)
    #expect(drawing.collisions == [])
  }

  @Test(arguments: ["cohorts", "flow"]) func anEmptyReportAndAHostileNameAreDrawn(_ report: String) throws {
    let fixture = try WorkspaceFixture()
    let empty = try #require(ChartDrawing(try fixture.done(["report", report, "--svg", "-"]).out))
    #expect(!empty.visible.isEmpty && empty.collisions == [])
    let name = "</svg><script>&\"' \u{202E}آگاهی 株式会社"
    try fixture.done(["lead", "add", "Acme", "--source", name])
    let condition = "source=\"\(name.replacingOccurrences(of: "\"", with: "\"\""))\""
    let svg = try fixture.done(["report", report, "--svg", "-", "--where", condition]).out
    let drawing = try #require(ChartDrawing(svg))
    #expect(drawing.count("svg") == 1 && drawing.count("script") == 0 && drawing.collisions == [])
    #expect(!svg.contains("\u{202E}"))
    for options in [["--format", "json"], ["--leads", "outcome=in"]] {
      #expect(try fixture.run(["report", report, "--svg", "-"] + options).status == 2)
    }
  }

  @Test func barsAndSparklinesFit80ColumnsInBothAlphabets() throws {
    let reports = [["funnel"], ["trend", "purchase"], ["flow"]]
    for (locale, glyphs) in [("C.UTF-8", ["█", "█", "▃▄▅▆"]), ("C", ["##", "##", "-="])] {
      for (report, glyph) in zip(reports, glyphs) {
        let outcome = try workspace.run(
          ["report"] + report + ReportPictureTests.asOf, env: ["COLUMNS": "80", "LC_ALL": locale])
        for line in outcome.lines { #expect(line.count <= 80, "\(line)") }
        #expect(outcome.lines.contains { line in glyph.contains { line.contains($0) } }, "\(report) \(locale)")
        for format in ["csv", "json"] {
          let exported = try workspace.run(["report"] + report + ReportPictureTests.asOf + ["--format", format]).out
          #expect(!exported.contains("█") && !exported.contains("##"))
        }
      }
    }
  }

  /// Shared owners are the widest there are.
  @Test func thePictureOfTheFunnelPushesNoNumberOut() throws {
    let fixture = try WorkspaceFixture()
    try fixture.done(["stage", "assign", "8", "--to", "both", "--from", "ever"])
    for lead in 1...3 { try fixture.done(["lead", "add", "L\(lead)", "--source", "web"]) }
    let outcome = try fixture.run(["report", "funnel"], env: ["COLUMNS": "80", "LC_ALL": "C.UTF-8"])
    let head = try #require(outcome.lines.first { $0.hasPrefix("Stage") })
    #expect(head.hasSuffix("Lost  Open"))
    #expect(outcome.out.contains("█") && outcome.out.contains("marketing+") && !outcome.out.contains("…"))
  }

  /// Its ends are the extremes of the rates above it, and a point without a rate is a gap, not a zero.
  @Test func theCourseOfATrendHasASignAPoint() throws {
    let call = ["report", "trend", "purchase"] + ReportPictureTests.asOf
    let points = try workspace.json(call).objects("points")
    let rates = points.map { $0.bool("immature") == true ? $0.object("estimate").double("value") : $0.double("rate") }
    let outcome = try workspace.run(call, env: ["LC_ALL": "C.UTF-8"])
    let row = try #require(
      outcome.lines.split(whereSeparator: { $0 == "Course" }).last?.first { $0.hasPrefix("all time") })
    let drawn = row.dropFirst("all time  ".count).prefix(points.count)
    #expect(rates.count > 5 && drawn.count == rates.count)
    for (sign, rate) in zip(drawn, rates) {
      #expect((sign == " ") == (rate == nil) && (sign == "█") == (rate == rates.compactMap(\.self).max()))
    }
    let grouped = try workspace.run(call + ["--group", "source"], env: ["COLUMNS": "80", "LC_ALL": "C"])
    #expect(grouped.lines.contains { $0.hasPrefix("All ") && $0.contains("#") })
    for line in grouped.lines { #expect(line.count <= 80, "\(line)") }
  }

  @Test func aSparklineShowsTheLargestAndWhatIsMoreThanNothing() {
    #expect(Sparkline(values: [0, 0.001, 50, 100, .nan, -1, nil, 1]).text(.unicode) == "▁▂▅█ ▁ ▂")
    #expect(Sparkline(values: [0, 0.001, 99, 100]).text(.ascii) == "_-=#")
    #expect(Sparkline(values: [0, 0]).text(.unicode) == "▁▁")
  }
}
