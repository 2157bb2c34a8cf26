import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// One figure for both: it counts when both have signed, and what counted stays in every report as of then.
struct TargetTests {
  private let fixture: StoreFixture
  private var store: Store { fixture.store }

  init() throws { fixture = try StoreFixture() }

  private func quarter(_ text: String = "2026-Q1") throws -> TargetPeriod {
    try TargetPeriod(text: text, fiscalStart: 4)
  }

  private func amount(_ minor: Int64, _ code: String = "EUR") throws -> Store.TargetChange {
    var change = Store.TargetChange()
    change.amount = Money(minor: minor, currency: try #require(Currency(code: code)))
    return change
  }

  @Test func aTargetCountsOnceBothHaveSignedAndARevisionOnceTheyHaveAgain() throws {
    let quarter = try quarter()
    _ = try store.setTarget(quarter, try amount(100_000), try fixture.act("max"))
    #expect(refusal { _ = try store.signTarget(quarter, version: nil, try fixture.act("max")) } != nil)
    _ = try store.signTarget(quarter, version: nil, try fixture.act("ana"))
    #expect(store.workspace.targets.inForce(for: quarter, at: fixture.now) == nil)
    #expect(refusal { _ = try store.signTarget(quarter, version: nil, try fixture.act("ana")) } != nil)
    _ = try store.signTarget(quarter, version: nil, try fixture.act("ben"))
    let first = fixture.now
    #expect(store.workspace.targets.inForce(for: quarter, at: first)?.amount.minor == 100_000)
    #expect(
      refusal { _ = try store.setTarget(quarter, try amount(5), try fixture.act("max")) } == .target(.exists(quarter)))
    _ = try store.reviseTarget(quarter, try amount(90_000), try fixture.act("sue"))
    #expect(store.workspace.targets.inForce(for: quarter, at: fixture.now)?.version == 1)
    // Who heads both signs for both.
    _ = try store.signTarget(quarter, version: nil, try fixture.act("kim"))
    #expect(store.workspace.targets.inForce(for: quarter, at: fixture.now)?.amount.minor == 90_000)
    #expect(store.workspace.targets.inForce(for: quarter, at: first)?.amount.minor == 100_000)
    #expect(
      refusal { _ = try store.reviseTarget(quarter, try amount(90_000), try fixture.act("sue")) }
        == .target(.unchanged(quarter)))
    _ = try store.undo(try fixture.act("kim"))
    #expect(store.workspace.targets.inForce(for: quarter, at: fixture.now)?.version == 1)
  }

  @Test func partsSumToTheTargetOrTheDifferenceIsSaid() throws {
    let quarter = try quarter()
    var change = try amount(100_000)
    change.parts = [
      TargetPart(by: .segment, key: "smb", minor: 60_000), TargetPart(by: .month, key: "2026-01", minor: 100_000),
    ]
    let euro = try #require(Currency(code: "EUR"))
    #expect(
      refusal { _ = try store.setTarget(quarter, change, try fixture.act("ana")) }
        == .target(.partsMiss(.segment, by: Money(minor: -40_000, currency: euro))))
    change.parts?.append(TargetPart(by: .segment, key: "mid", minor: 40_001))
    #expect(
      refusal { _ = try store.setTarget(quarter, change, try fixture.act("ana")) }
        == .target(.partsMiss(.segment, by: Money(minor: 1, currency: euro))))
    change.parts?[2].minor = .max
    #expect(refusal { _ = try store.setTarget(quarter, change, try fixture.act("ana")) } != nil)
    change.parts?[2].minor = 40_000
    #expect(try store.setTarget(quarter, change, try fixture.act("ana"))?.parts.count == 3)
  }

  @Test func anAmountThatNoReportCouldCompareIsRefused() throws {
    let quarter = try quarter()
    #expect(refusal { _ = try store.setTarget(quarter, try amount(1, "USD"), try fixture.act("ana")) } != nil)
    #expect(
      refusal { _ = try store.setTarget(quarter, try amount(0), try fixture.act("ana")) } == .target(.notPositive))
    var change = try amount(1)
    change.plan = .seasonal([
      TargetPlan.Weight(from: try #require(CivilDate(iso: "2026-02-01")), weight: 1)
    ])
    #expect(refusal { _ = try store.setTarget(quarter, change, try fixture.act("ana")) } != nil, "it starts too late")
    #expect(store.workspace.targets.versions.isEmpty)
  }

  @Test(
    "a period has one name and the days that it means",
    arguments: [
      ("2026-q1", 4, "2026-Q1", "2026-01-01", "2026-03-31"), ("FY2026-Q1", 4, "FY2026-Q1", "2026-04-01", "2026-06-30"),
      ("fy2026", 7, "FY2026", "2026-07-01", "2027-06-30"), ("FY2026-H2", 10, "FY2026-H2", "2027-04-01", "2027-09-30"),
      ("2026-02", 4, "2026-02", "2026-02-01", "2026-02-28"), ("2026-H1", 4, "2026-H1", "2026-01-01", "2026-06-30"),
      ("2026-01-10..2026-03-20", 1, "2026-01-10..2026-03-20", "2026-01-10", "2026-03-20"),
      ("FY2026-Q4", 1, "FY2026-Q4", "2026-10-01", "2026-12-31"),
    ])
  func periods(text: String, start: Int, label: String, first: String, last: String) throws {
    let period = try TargetPeriod(text: text, fiscalStart: start)
    #expect((period.label, period.first.iso, period.last.iso) == (label, first, last))
  }

  @Test("what is no period is none", arguments: ["", "FY", "FY2026-02", "2026-Q5", "soon", "FY2026-01-01", "9999999"])
  func noPeriods(text: String) { #expect(throws: (any Error).self) { try TargetPeriod(text: text, fiscalStart: 1) } }

  @Test func anExportBringsTargetsAndTheFiscalYearAlong() throws {
    try store.setFiscalYear(FiscalYear(start: 4), try fixture.act("ana"))
    #expect(refusal { try store.setFiscalYear(FiscalYear(start: 5), try fixture.act("max")) } != nil)
    let year = try quarter("FY2026")
    _ = try store.setTarget(year, try amount(7), try fixture.act("max"))
    _ = try store.signTarget(year, version: 1, try fixture.act("kim"))
    var rows: [[String?]] = []
    try store.exportEvents { rows.append($0) }
    let path = fixture.folder.path("export.csv")
    try Data(ImportWorld.export(rows).utf8).write(to: URL(fileURLWithPath: path))
    let id = EventID(high: 7, low: 7)
    let copy = try Store.create(
      path: fixture.folder.path("copy.db"), start: Initialization(zone: "UTC", currency: "EUR"),
      CommandContext(id: id, now: fixture.now, login: "test"))
    let context = CommandContext(id: id.event(1), now: fixture.now, login: "test")
    #expect(try copy.importFiles(ImportRequest(files: [path], mapping: nil), context).rejected == 0)
    #expect(copy.workspace.targets == store.workspace.targets)
    #expect(copy.workspace.fiscalYear == FiscalYear(start: 4))
    #expect(try copy.check(now: fixture.now).findings.isEmpty)
  }
}
