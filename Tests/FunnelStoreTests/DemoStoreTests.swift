import Foundation
import SharedFunnel
import Testing

@testable import FunnelStore

/// A demo as a file.
struct DemoStoreTests {
  private let folder: TemporaryFolder
  private let demo = DemoFunnel(leads: 300, seed: 5)

  init() throws { folder = try TemporaryFolder() }

  private func workspace(_ name: String, _ demo: DemoFunnel) throws -> Store {
    let store = try Store.create(path: folder.path(name), for: demo, zone: "UTC", currency: "EUR")
    try store.fill(with: demo)
    return store
  }

  private func context(_ place: Int = 0) -> CommandContext {
    CommandContext(id: demo.setUpCommand(100 + place), now: demo.until, login: "tester")
  }

  private func export(_ store: Store) throws -> [[String?]] {
    var rows: [[String?]] = []
    try store.exportEvents { rows.append($0) }
    return rows
  }

  @Test func theSameNumbersGiveTheSameExport() throws {
    let first = try export(try workspace("a.db", demo))
    #expect(first.count > 300)
    #expect(try export(try workspace("b.db", demo)) == first)
    #expect(try export(try workspace("c.db", DemoFunnel(leads: 300, seed: 6))) != first)
  }

  @Test func theFileIsSoundAndAsItsStepsSay() throws {
    let store = try workspace("a.db", demo)
    let report = try store.check(now: demo.until)
    #expect(report.findings.isEmpty)
    #expect(report.leads == 300)
    for (place, story) in demo.stories().enumerated() {
      let expected = Journey.fold(story.flatMap(\.events), under: demo.ownership)
      let lead = LeadID(rawValue: UInt32(place + 1))
      // Prices are the store's, and at the end it settles what fell due.
      let told = try store.read { try store.events(of: lead) }.filter {
        $0.fact.kind != .priced && $0.recorded < demo.until
      }
      #expect(Journey.fold(told, of: lead, under: demo.ownership) == expected)
      for purchase in try store.read({ try store.journey(lead).purchases }) {
        #expect((purchase.price != nil) == (purchase.amount?.currency.code == "USD"))
      }
    }
    #expect(store.workspace.handoffTerms.agreements == demo.terms.agreements)
    let leads = try store.leads(LeadQuery())
    #expect(leads.allSatisfy { $0.contact.email?.hasSuffix(".example") == true }, "an address that could be somebody's")
    #expect(try store.memberNames().count == demo.team.people.count)
  }

  /// What the journal knew on a day is what it would have known: nothing was recorded all at once.
  @Test func thePastCanBeAskedFor() throws {
    let store = try workspace("a.db", demo)
    let then = Timestamp(seconds: demo.start.seconds + 200 * 86_400)
    let known = try store.funnel(FunnelRequest(scope: ReportScope(now: demo.until, knownAt: then)))
    let expected = demo.stories().count { story in
      let known = story.filter { $0.recorded <= then }.flatMap(\.events)
      return Journey.fold(known, under: demo.ownership).entryStage != nil
    }
    #expect(known.total.cohort == expected)
    #expect((20...150).contains(expected))
  }

  @Test func aWorkspaceAsInitLeavesItIsFilledAndAUsedOneIsRefused() throws {
    let start = Initialization(zone: "Europe/Berlin", currency: "CHF")
    let empty = try Store.create(path: folder.path("empty.db"), start: start, context())
    try empty.fill(with: demo)
    #expect(empty.workspace.zone == "Europe/Berlin")
    #expect(empty.workspace.targets.versions.isEmpty, "a target in euros could not be compared with francs")
    let before = try export(empty)
    #expect(throws: StoreError.self) { try empty.fill(with: demo) }
    #expect(try export(empty) == before)

    let used = try Store.create(path: folder.path("used.db"), start: start, context())
    try used.addMember(handle: "ana", name: nil, departments: .marketing, heads: [], by: .login, context(1))
    #expect(throws: StoreError.self) { try used.fill(with: demo) }
    #expect(throws: StoreError.self) { try used.requireUnused() }
    #expect(try used.leads(LeadQuery()).isEmpty)
  }

  /// Stopped in the middle, it leaves an empty workspace.
  @Test func itIsAllOrNothing() throws {
    struct Stop: Error {}
    let store = try Store.create(path: folder.path("a.db"), for: demo, zone: "UTC", currency: "EUR")
    #expect(throws: Stop.self) { try store.fill(with: demo) { if $0 > 1000 { throw Stop() } } }
    #expect(try export(store).isEmpty)
    try store.requireUnused()
    try store.fill(with: demo)
    #expect(try store.check(now: demo.until).findings.isEmpty)
  }

  /// Another way to the same funnel: the log, through the importer.
  @Test func theLogComesInAsTheSameFunnel() throws {
    let made = try workspace("made.db", demo)
    let log = folder.path("log.csv")
    let rows = try DemoLog.write(demo, to: log)
    try DemoLog.write(demo, to: folder.path("again.csv"))
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: log))
        == Data(contentsOf: URL(fileURLWithPath: folder.path("again.csv"))))
    let read = try Store.create(
      path: folder.path("read.db"), start: Initialization(zone: "UTC", currency: "EUR"), context())
    let yaml = try #require(BuiltInMapping.all.first { $0.name == "event-log" }?.yaml)
    let request = ImportRequest(files: [log], mapping: try Mapping(yaml: yaml, file: "event-log"))
    let summary = try read.importFiles(request, context(1))
    #expect(summary.read == rows && summary.inserted == rows && summary.rejected == 0)
    #expect(summary.leadsNew == demo.leads)
    #expect(Set(summary.flags.map(\.name)).isSubset(of: ["skipped", "backward", "lost_after_purchase"]))
    for mode in FunnelQuery.Mode.allCases {
      var request = FunnelRequest(scope: ReportScope(now: demo.until, asOf: demo.until))
      request.mode = mode
      request.grouping = .source
      let (one, other) = (try made.funnel(request), try read.funnel(request))
      #expect(one.total.steps.map(\.entered) == other.total.steps.map(\.entered))
      #expect(one.total.steps.map(\.reached) == other.total.steps.map(\.reached))
      #expect(one.total.steps.map(\.lost) == other.total.steps.map(\.lost))
      #expect(one.total.steps.map(\.open) == other.total.steps.map(\.open))
      #expect(one.groups.map(\.name).count == other.groups.map(\.name).count)
    }
    for number in 1...demo.leads {
      let lead = try #require(try read.personal.lead(key: "event-log:\(number)"))
      let (one, other) = (
        try made.journey(LeadID(rawValue: UInt32(number))), try read.journey(LeadID(rawValue: lead))
      )
      #expect(one.handoffs.map(Told.init) == other.handoffs.map(Told.init))
      #expect(one.purchases.map(\.amount) == other.purchases.map(\.amount))
      #expect(one.purchases.map { $0.refunds.map(\.minor) } == other.purchases.map { $0.refunds.map(\.minor) })
    }
  }

  /// What a log can say of a handoff: all but what the workspace agreed on.
  private struct Told: Equatable {
    let line: HandoffLine
    let outcome: HandoffOutcome
    let times: [Timestamp?]
    let attempts: UInt16
    let isReferral: Bool
    let subject: Dispute.Subject?
    let ruling: Ruling?

    init(_ handoff: Handoff) {
      line = handoff.line
      outcome = handoff.outcome
      times = [
        handoff.offered, handoff.due, handoff.answered, handoff.contacted, handoff.advanced, handoff.purchased,
        handoff.returned, handoff.lost, handoff.dispute?.opened, handoff.dispute?.ruled,
      ]
      attempts = handoff.attempts
      isReferral = handoff.isReferral
      subject = handoff.dispute?.subject
      ruling = handoff.dispute?.ruling
    }
  }

  @Test func aLogThatCannotBeWrittenIsNotHalfThere() throws {
    #expect(throws: StoreError.self) { try DemoLog.write(demo, to: folder.path("no/such/folder.csv")) }
    #expect(throws: StoreError.self) { try DemoLog.write(demo, to: folder.url.path) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }
}
