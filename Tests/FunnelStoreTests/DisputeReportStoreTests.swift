import SharedFunnel
import Testing

@testable import FunnelStore

/// The report on disputes as people meet it in a file: what was commanded is what is counted.
struct DisputeReportStoreTests {
  /// Two rejections by sales are disputed, one return too; kim rules on two of them.
  static func fixture() throws -> StoreFixture {
    let fixture = try StoreFixture()
    try offered(fixture, "budget", then: .reject)
    try rule(fixture, 1, .overturned, after: 2 * 86_400)
    try offered(fixture, "trust", then: .reject)
    try rule(fixture, 2, .upheld, after: 4 * 86_400)
    fixture.pass(30 * 86_400)
    try offered(fixture, "budget", then: .giveBack)
    return fixture
  }

  enum Answer { case reject, giveBack }

  @discardableResult
  static func offered(_ fixture: StoreFixture, _ cause: String, then answer: Answer) throws -> LeadID {
    let store = fixture.store
    let lead = try #require(
      try store.add(
        NewLead(contact: Contact(name: "Acme"), stage: .brandPreference, source: cause), try fixture.act("ana")))
    try store.perform(on: [lead], try fixture.act("ana")) { _ in .offer(OfferRequest()) }
    switch answer {
    case .reject:
      try store.perform(on: [lead], try fixture.act("ben")) { .reject(try $0.reason("not_qualified", for: .rejection)) }
    case .giveBack:
      try store.perform(on: [lead], try fixture.act("ben")) { _ in .accept(owner: nil) }
      try store.perform(on: [lead], try fixture.act("ben")) {
        .giveBack(try $0.reason("not_qualified", for: .rejection), to: nil)
      }
    }
    try store.perform(on: [lead], try fixture.act("ana")) { .dispute(cause: try $0.reason(cause, for: .conflict)) }
    return lead
  }

  static func rule(_ fixture: StoreFixture, _ lead: UInt32, _ ruling: Ruling, after seconds: Int64) throws {
    fixture.pass(seconds)
    try fixture.store.perform(on: [LeadID(rawValue: lead)], try fixture.act("kim")) { _ in .rule(ruling) }
  }

  private static func report(
    _ fixture: StoreFixture, by dimensions: [DisputeDimension] = DisputeDimension.allCases,
    _ change: (inout DisputeRequest) -> Void = { _ in }
  ) throws -> DisputeReport {
    var request = DisputeRequest(scope: ReportScope(now: fixture.now))
    request.dimensions = dimensions
    change(&request)
    return try fixture.store.disputes(request).report
  }

  private static func names(_ report: DisputeReport, _ dimension: DisputeDimension) -> [String: Int] {
    let rows = report.breakdowns.first { $0.dimension == dimension }?.rows ?? []
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.name ?? "-", $0.tally.opened) })
  }

  @Test func whatWasDisputedIsCountedByEveryBreakdown() throws {
    let fixture = try Self.fixture()
    let report = try Self.report(fixture)
    let total = report.total
    #expect(total.opened == 3 && total.upheld == 1 && total.overturned == 1 && total.split == 0 && total.open == 1)
    #expect(total.overturnedShare == Rate(1, of: 2))
    // Two days and a second, four days and a second: the clock of the test moves with every command.
    #expect(total.ruling.p50 == 3 * 86_400 + 1 && total.ruling.max == 4 * 86_400 + 1)
    #expect(total.age.count == 1)
    #expect(Self.names(report, .cause) == ["budget": 2, "trust": 1])
    #expect(Self.names(report, .kind) == ["economic": 2, "cultural": 1])
    #expect(Self.names(report, .month) == ["2026-01": 2, "2026-02": 1])
    #expect(Self.names(report, .opener) == ["ana": 3])
    #expect(Self.names(report, .outcome) == ["open": 1, "upheld": 1, "overturned": 1])
    #expect(Self.names(report, .subject) == ["rejection": 2, "return": 1])
    #expect(Self.names(report, .boundary) == ["brand_preference:purchase_intention": 3])
    let sales = try #require(report.sides.first { $0.role == .receiver })
    #expect(sales.departments == .sales && sales.tally == total)
    #expect(report.sides.map(\.departments) == [.marketing, .sales])
  }

  /// A past report prints again: the ruling that came later is not in it.
  @Test func aReplayTellsWhatTheTableTold() throws {
    let fixture = try StoreFixture()
    try Self.offered(fixture, "budget", then: .reject)
    let before = fixture.now
    let then = try Self.report(fixture)
    try Self.rule(fixture, 1, .split, after: 86_400)
    #expect(try Self.report(fixture) { $0.scope.asOf = before } == then)
    #expect(try Self.report(fixture) { $0.scope.knownAt = before } == then)
    let live = try Self.report(fixture)
    #expect(live.total.split == 1 && live != then)
    let now = fixture.now
    #expect(try Self.report(fixture) { $0.scope.asOf = now } == live)
  }

  @Test func everyNumberLeadsToItsDisputes() throws {
    let fixture = try Self.fixture()
    let report = try Self.report(fixture)
    let request = DisputeRequest(scope: ReportScope(now: fixture.now))
    for breakdown in report.breakdowns {
      for row in breakdown.rows {
        var choice = DisputeChoice()
        choice.words = [(breakdown.dimension, row.name)]
        let list = try fixture.store.disputes(choice, of: request)
        #expect(list.count == row.tally.opened, "\(breakdown.dimension)=\(row.name ?? "-")")
        choice.isRuled = true
        #expect(try fixture.store.disputes(choice, of: request).count == row.tally.ruled)
      }
    }
    var choice = DisputeChoice()
    choice.words = [(.cause, "budget")]
    let item = try #require(try fixture.store.disputes(choice, of: request).first)
    #expect(item.openedBy == "ana" && item.ruledBy == "kim" && item.reason == "not_qualified")
    choice.words = [(.cause, "weather")]
    #expect(throws: StoreError.self) { try fixture.store.disputes(choice, of: request) }
  }

  @Test func conditionsAndPeriodsChooseDisputes() throws {
    let fixture = try Self.fixture()
    #expect(try Self.report(fixture) { $0.conditions = [Condition(.source, "budget")] }.total.opened == 2)
    let zone = try ReportingZone(identifier: "UTC")
    let february = try DateText.period("2026-02", now: fixture.now, zone: zone)
    #expect(try Self.report(fixture) { $0.period = february }.total.opened == 1)
    #expect(try Self.report(fixture) { $0.conditions = [Condition(.owner, "ana")] }.total.opened == 1)
    #expect(try Self.report(fixture) { $0.conditions = [Condition(.owner, nil)] }.total.opened == 2)
  }
}
