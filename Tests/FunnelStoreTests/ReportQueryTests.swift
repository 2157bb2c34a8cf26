import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// The queries of `docs/tables.md` that promise the numbers of a report give them: two ways to the same number, one
/// through the views and one through the records.
struct ReportQueryTests {
  private let workspace: DemoWorkspace

  init() throws { workspace = try DemoWorkspace() }

  /// The rows of the document's query for a report.
  private func rows(_ report: String) throws -> [ShellRow] {
    let parts = try SourceTree.text("docs/tables.md").components(separatedBy: "```sql\n-- report \(report):")
    let query = try #require(parts.dropFirst().first?.components(separatedBy: "```").first)
    return try SQLiteShell.rows("-- \(query)", on: workspace.path)
  }

  private var scope: ReportScope { ReportScope(now: workspace.now) }

  @Test func funnel() throws {
    let steps = try workspace.store.funnel(FunnelRequest(scope: scope)).total.steps
    let rows = try rows("funnel")
    #expect(rows.map { $0.int("reached") } == steps.map(\.reached))
    #expect(rows.map { $0.int("entered") } == steps.map(\.entered))
  }

  @Test func flow() throws {
    let found = try rows("flow")
    var entries = 0
    for stage in try workspace.store.flow(FlowRequest(scope: scope)).report.stages {
      let own = found.filter { $0.int("stage") == stage.stage.number }
      entries += own.count
      #expect(own.reduce(0) { $0 + ($1.int("came") ?? 0) } == stage.series.whole.entered)
      #expect(own.reduce(0) { $0 + ($1.int("went") ?? 0) } == stage.series.whole.left)
    }
    #expect(entries == found.count && entries > 8)
  }

  @Test func velocity() throws {
    let stages = try workspace.store.velocity(VelocityRequest(scope: scope)).total.stages
    let known = stages.filter { $0.closed.n > 0 }
    let rows = try rows("velocity")
    #expect(rows.map { $0.int("stage") } == known.map(\.stage.number))
    #expect(rows.map { $0.int("closed") } == known.map(\.closed.n))
    #expect(rows.map { ($0.values["p50_seconds"] as? Double) } == known.map(\.closed.p50))
  }

  @Test func cohorts() throws {
    let request = CohortRequest(FunnelRequest(scope: scope))
    let cohorts = try workspace.store.cohorts(request).report.rows.filter { $0.leads > 0 }
    let rows = try rows("cohorts")
    #expect(rows.map { $0.text("month") } == cohorts.map(\.label))
    #expect(rows.map { $0.int("leads") } == cohorts.map(\.leads))
    // The third age of 30 days.
    #expect(rows.map { $0.int("converted") } == cohorts.map { $0.cells[2].converted })
  }

  @Test func losses() throws {
    let rows = try rows("losses")
    let lost = rows.reduce(into: [:]) { $0[$1.text("charged_to") ?? ""] = $1.int("lost") }
    let breakdowns = try workspace.store.losses(LossRequest(scope: scope)).breakdowns
    let owners = try #require(breakdowns.first { $0.dimension == .owner })
    #expect(lost == owners.rows.reduce(into: [:]) { $0[$1.name ?? ""] = $1.numbers.lost })
    #expect(lost["in_handoff"] != nil, "nobody was lost at the line, so nothing was proved of it")
  }
}
