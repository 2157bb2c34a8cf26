import Charts
import Foundation
import SharedFunnel
import Testing

@testable import FunnelCLI

/// The funnel as a picture.
struct FunnelChartTests {
  private let workspace: ImportWorkspace

  init() throws { workspace = try FunnelReportTests.shared.get() }

  private func drawing(_ options: [String] = []) throws -> ChartDrawing {
    let outcome = try workspace.run(["report", "funnel", "--svg", "-"] + options)
    try #require(outcome.status == 0, "\(outcome.err)")
    return try #require(ChartDrawing(outcome.out), "no well-formed XML")
  }

  @Test(arguments: [
    [], ["--window", "30d", "--pair", "2,4"], ["--where", "source=\"a, \"\"b\"\"\""], ["--from", "5"],
  ])
  func itHasEveryNumberOfTheReport(_ options: [String]) throws {
    let drawing = try drawing(options)
    let report = try workspace.json(["report", "funnel"] + options)
    #expect(report.objects("stages").count == drawing.elements.count { $0.attributes["role"] == "row" } - 1)
    for stage in report.objects("stages") {
      for key in ["cohort", "entered", "reached", "skipped", "converted", "lost", "open"] {
        let number = NumberText.integer(Int64(try #require(stage.int(key))))
        #expect(drawing.cells.contains(number), "\(key)")
      }
      for rate in [stage.double("conversion"), stage.double("drop_off_rate")] {
        guard let rate else { continue }
        #expect(drawing.cells.contains(NumberText.percent(rate, digits: 1) ?? ""))
      }
      for loss in stage.objects("drop_off") {
        let words = "\(loss.string("owner") ?? "")=\(loss.int("lost") ?? -1)"
        #expect(drawing.cells.contains { $0.contains(words) }, "\(words)")
      }
    }
  }

  /// A bar is as long as its count: one scale for all.
  @Test func barsAreAsLongAsTheirCounts() throws {
    let drawing = try drawing()
    let stages = try workspace.json(["report", "funnel"]).objects("stages")
    let solid = drawing.elements.filter {
      $0.name == "rect" && $0.attributes["height"] == "22" && ["#1D4FA3", "#B84A05"].contains($0.attributes["fill"])
    }.compactMap { Double($0.attributes["width"] ?? "") }
    let counts = stages.compactMap { $0.int("reached") }.filter { $0 > 0 }
    try #require(solid.count == counts.count)
    let pixels = solid[0] / Double(counts[0])
    for (width, count) in zip(solid, counts) { #expect(abs(width - Double(count) * pixels) < 0.02) }
  }

  @Test func itStandsAloneAndIsReadAloud() throws {
    let svg = try workspace.run(["report", "funnel", "--svg", "-"]).out
    #expect(!svg.contains("var(") && !svg.contains("<style") && !svg.contains("href"))
    for color in ["#1D4FA3", "#B84A05", "url(#funnel-hatch-marketing)"] { #expect(svg.contains(color)) }
    #expect(svg.contains("role=\"img\" aria-labelledby=\"funnel-title funnel-desc\""))
    #expect(svg.contains("role=\"table\""))
    for part in ["Wilson", "Observed until", "Days are cut in UTC", "Cohort: 400 leads"] { #expect(svg.contains(part)) }
  }

  @Test(arguments: [[], ["--window", "30d", "--period", "2024-Q2"], ["--where", "source=email", "--mode", "strict"]])
  func noTextLiesOnAnotherOrLeavesThePicture(_ options: [String]) throws {
    #expect(try drawing(options).collisions == [])
  }

  @Test(arguments: [
    (["--by", "source"], "--where"), (["--format", "json"], "standard output"),
    (["--leads", "stage=4,outcome=lost"], "picture"),
  ])
  func whatCannotBeDrawnIsRefused(_ options: [String], _ hint: String) throws {
    let outcome = try workspace.run(["report", "funnel", "--svg", "-"] + options)
    #expect(outcome.status == 2)
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.contains(hint), "\(outcome.err)")
  }

  @Test func theFileIsReplacedWholeAndTheWorkspaceNever() throws {
    let path = try workspace.folder.write("old", to: "funnel.svg").path
    let outcome = try workspace.run(["report", "funnel", "--svg", path])
    #expect(outcome.out.contains("Conversion"), "the report is printed as well")
    #expect(ChartDrawing(try String(contentsOfFile: path, encoding: .utf8)) != nil)
    let refused = try workspace.run(["report", "funnel", "--svg", workspace.path])
    #expect(refused.status == 2 && refused.err.contains("overwrite"))
    #expect(try workspace.run(["check"]).status == 0)
  }

  @Test func aFunnelOfNobodyAndOfOneLeadAreDrawn() throws {
    let fixture = try WorkspaceFixture()
    func drawing() throws -> ChartDrawing {
      try #require(ChartDrawing(try fixture.done(["report", "funnel", "--svg", "-"]).out))
    }
    #expect(try drawing().visible.contains { $0.string == Message.funnelNothing() })
    try fixture.done(["lead", "add", "Acme", "--source", "</svg><script>&\"' \u{202E}آگاهی 株式会社"])
    #expect(try drawing().visible.contains { $0.string == "1 lead" })
    let hostile = try fixture.done([
      "report", "funnel", "--svg", "-", "--where", "source=\"</svg><script>&\"\"' \u{202E}آگاهی 株式会社\"",
    ]).out
    let drawn = try #require(ChartDrawing(hostile))
    #expect(drawn.count("svg") == 1 && drawn.count("script") == 0)
    #expect(!hostile.contains("\u{202E}"), "a mark that turns the reading direction is spelt out")
    #expect(drawn.collisions == [])
  }

  /// Names and numbers without bound move the edge of the picture, or are cut with their whole as the tooltip.
  @Test func whateverIsDrawnNothingOverlaps() throws {
    let long = String(repeating: "Wide & <long> ", count: 30) + "\u{1}"
    let cells = ["999,999,999,999", "100 % (0.0–100)"]
    let rows = [0, 1, 7, Int.max].map { count in
      BarChart.Row(
        title: long, subtitle: "الشركة 株式会社 👩‍👩‍👧", ink: .neutral,
        segments: [BarChart.Segment(count: count, ink: .neutral, fill: .hatched, title: long)], cells: cells,
        lineBelow: long)
    }
    let chart = BarChart(
      frame: ChartFrame(
        id: "x", title: long, subtitle: long, notes: [long, String(repeating: "x", count: 5000)],
        table: DataTable(columns: [long], rows: [[long]])),
      columns: [long.prefix(30) + "", "B"], rows: rows, unit: "leads",
      legend: (0..<9).map { LegendEntry(ink: .neutral, fill: .tint, label: "\($0) \(long)") }, empty: "",
      tickLabel: { NumberText.integer(Int64($0)) })
    let drawing = try #require(ChartDrawing(chart.svg))
    #expect(drawing.collisions == [])
    #expect(drawing.tooltips.contains { $0.hasPrefix("Wide & <long> Wide") })
    #expect(chart.svg.contains("∞") == false && chart.svg.contains("nan") == false)
  }
}
