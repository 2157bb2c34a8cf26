import Foundation
import Testing

@testable import SharedFunnel

/// The triangle against a count that follows docs/metrics.md lead by lead, from the events.
struct CohortReportTests {
  private struct World {
    var query: CohortQuery
    var zone: ReportingZone
    var leads: [OracleLead] = []
    var pages: [UInt8] = []
  }

  /// A lead as the sentences see it.
  private struct Member {
    let id: LeadID
    let label: String
    let entry: Int64
    let arrived: Int64?
    let lost: Int64?
    let end: Int64

    func outcome(_ age: Int64) -> CohortOutcome {
      if let arrived, arrived - entry <= age { return .converted }
      if let lost, lost - entry <= age { return .lost }
      return entry + age < end ? .open : .unresolved
    }
  }

  private static func day(_ day: Int64) -> Int64 { RandomHistory.start / 1_000 + day * 86_400 }

  /// Twelve days around a change of the clock.
  private static let zones: [(name: String, shift: Int64)] = [
    ("Europe/Berlin", 85), ("America/New_York", 64), ("Europe/Berlin", 295), ("Asia/Tehran", 3),
  ]

  private static func world(_ source: inout RandomHistory) throws -> World {
    let (name, shift) = source.pick(zones)
    let zone = try ReportingZone(identifier: name)
    let ownership = source.ownership()
    var funnel = FunnelQuery(observedUntil: Timestamp(seconds: day(shift + source.number(4...30))))
    funnel.ownership = ownership
    funnel.mode = source.pick(FunnelQuery.Mode.allCases)
    funnel.from = source.chance(40) ? source.stage() : nil
    funnel.observedUntilByFeed =
      source.chance(50) ? [0, UInt32(day(shift + 6)), UInt32(day(shift + 10))] : []
    if source.chance(30) { funnel.filter.source = source.number(0...3) }
    if source.chance(40) {
      funnel.period =
        UInt32(day(shift + source.number(-1...6)))..<UInt32(day(shift + source.number(6...14)))
    }
    let first = source.number(1...3) * 43_200
    let ages = (1...Int64(source.number(1...5))).map { UInt32($0 * Int64(first)) }
    let grid = PeriodGrid(
      source.pick([.day, .week, .month]), from: Timestamp(seconds: day(shift - 1)),
      to: Timestamp(seconds: day(shift + 60)), zone: zone)
    let goal: CohortQuery.Goal = source.chance(25) ? .losing : .reaching(source.pick(Array(Stage.allCases.dropFirst())))
    funnel.grouping = source.pick([nil, .source, .owner])
    var world = World(
      query: CohortQuery(funnel, goal: goal, ages: ages, cohorts: PeriodTable(grid)), zone: zone)
    for lead in 1...UInt32(40) {
      let events = (source.chance(60) ? source.wild(lead: lead) : source.strict(lead: lead, under: ownership)).map {
        LeadEvent(
          id: $0.id, lead: $0.lead, occurred: Timestamp(milliseconds: $0.occurred.milliseconds + shift * 86_400_000),
          recorded: $0.recorded, actor: $0.actor, fact: $0.fact)
      }
      let journey = Journey.fold(events, under: ownership)
      guard let record = LeadRecord(journey) else { continue }
      record.write(to: &world.pages)
      if record.hasOwnChain { world.query.funnel.chains[lead] = journey.chain }
      world.leads.append(OracleLead(events, under: ownership))
    }
    return world
  }

  /// The name of the cohort by the calendar of Foundation, and not by the table under test.
  private static func label(_ seconds: Int64, _ world: World) throws -> String {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: world.zone.identifier))
    let parts = calendar.dateComponents(
      [.year, .month, .day, .yearForWeekOfYear, .weekOfYear], from: Date(timeIntervalSince1970: Double(seconds)))
    func two(_ number: Int?) -> String { String(format: "%02d", number ?? 0) }
    let sample = world.query.cohorts.labels[0]
    if sample.contains("W") { return "\(parts.yearForWeekOfYear ?? 0)-W\(two(parts.weekOfYear))" }
    let month = "\(parts.year ?? 0)-\(two(parts.month))"
    return sample.count == 7 ? month : "\(month)-\(two(parts.day))"
  }

  private static func members(_ world: World) throws -> (members: [Member], behind: Int) {
    let query = world.query.funnel
    var members: [Member] = []
    var behind = 0
    for lead in world.leads {
      guard let entryStage = lead.entryStage, query.filter.source.map({ $0 == lead.journey.source.rawValue }) ?? true
      else { continue }
      let start = query.from ?? entryStage
      guard let entry = lead.first(start), query.period.map({ $0.contains(UInt32(entry)) }) ?? true else { continue }
      let lost = lead.journey.lostAt?.seconds
      let feed = Int(lead.journey.feed.rawValue)
      let isFed = lead.journey.lastByMember == nil && feed > 0 && feed < query.observedUntilByFeed.count
      let end = Int64(isFed ? query.observedUntilByFeed[feed] : query.observedUntil)
      var arrived = lost
      var resolvedOtherwise: Int64?
      if case .reaching(let goal) = world.query.goal {
        guard start < goal else {
          behind += 1
          continue
        }
        resolvedOtherwise = lost
        switch query.mode {
        case .reached: arrived = Stage.allCases.filter { $0 >= goal }.compactMap(lead.first).min()
        case .any: arrived = lead.first(goal)
        case .strict: arrived = lead.strict(from: query.from)[goal]
        }
      }
      members.append(
        Member(
          id: lead.journey.lead, label: try label(entry, world), entry: entry, arrived: arrived,
          lost: resolvedOtherwise, end: end))
    }
    return (members, behind)
  }

  private static func scan<Scan: LeadScan>(_ scan: Scan, _ world: World) -> Scan {
    var scan = scan
    scan.add(page: world.pages.span.bytes)
    return scan
  }

  private static func expect(_ cell: CohortCell, counts members: [Member], at age: Int64) {
    func count(_ outcome: CohortOutcome) -> Int { members.count { $0.outcome(age) == outcome } }
    #expect(cell.converted == count(.converted) && cell.lost == count(.lost))
    #expect(cell.open == count(.open) && cell.unresolved == count(.unresolved))
    #expect(cell.leads == members.count)
    let expected: CohortCell.Maturity =
      cell.unresolved == 0 ? .mature : members.contains { $0.entry + age < $0.end } ? .immature : .ahead
    #expect(cell.maturity == expected)
  }

  @Test func everyCellIsThatOfTheSentencesInEveryZone() throws {
    var source = RandomHistory(seed: 90)
    var cells = 0
    var immature = 0
    for _ in 0..<250 {
      let world = try Self.world(&source)
      let scan = Self.scan(CohortScan(world.query), world)
      var report = scan.report()
      var times = CohortTimesScan(world.query, cohorts: report.immatureStarts)
      times.add(page: world.pages.span.bytes)
      times.estimate(&report)
      let (members, behind) = try Self.members(world)
      #expect(report.startedBehind == behind)
      #expect(report.rows.map(\.leads).reduce(0, +) == report.leads)
      let shown = Set(report.rows.map(\.label))
      #expect(members.allSatisfy { shown.contains($0.label) })
      for row in report.rows {
        let own = members.filter { $0.label == row.label }
        #expect(row.leads == own.count)
        for (index, cell) in row.cells.enumerated() {
          let age = Int64(report.ages[index])
          Self.expect(cell, counts: own, at: age)
          cells += cell.leads > 0 ? 1 : 0
          guard cell.maturity == .immature else { continue }
          immature += 1
          let observed: [CohortTimesScan.Observation] = own.map { member in
            if let arrived = member.arrived { return (arrived - member.entry, .reached) }
            if let lost = member.lost { return (lost - member.entry, .lost) }
            return (member.end - member.entry, .open)
          }
          #expect(cell.estimate == CumulativeIncidence(observed, by: age))
        }
      }
      for (index, total) in report.total.enumerated() {
        let mature = report.rows.filter { $0.leads > 0 && $0.cells[index].unresolved == 0 }
        #expect(total.cohorts == mature.count)
        #expect(total.leads == mature.map(\.leads).reduce(0, +))
        #expect(total.converted == mature.map { $0.cells[index].converted }.reduce(0, +))
      }
    }
    #expect(cells > 1_000 && immature > 50, "\(immature)")
  }

  @Test func groupsAddUpAndEveryNumberHasItsList() throws {
    var source = RandomHistory(seed: 91)
    for _ in 0..<120 {
      let world = try Self.world(&source)
      let scan = Self.scan(CohortScan(world.query), world)
      let total = scan.report()
      let groups = ([0] + scan.groups).map { group in
        var report = scan.report(group: group)
        report.alignRows(with: total)
        return report
      }
      let (members, _) = try Self.members(world)
      for (place, row) in total.rows.enumerated() {
        for index in total.ages.indices {
          #expect(groups.reduce(0) { $0 + $1.rows[place].cells[index].converted } == row.cells[index].converted)
          #expect(groups.reduce(0) { $0 + $1.rows[place].cells[index].unresolved } == row.cells[index].unresolved)
        }
        for outcome in CohortOutcome.allCases {
          let age = total.ages[0]
          let list = Self.scan(
            CohortListScan(world.query, cohorts: [row.start], age: age, outcomes: [outcome]), world
          ).leads
          let expected = members.filter { $0.label == row.label && $0.outcome(Int64(age)) == outcome }
          #expect(list == expected.map(\.id))
        }
      }
    }
  }

  /// A later age never has fewer conversions, whatever the history.
  @Test func conversionsGrowWithAge() throws {
    var source = RandomHistory(seed: 92)
    for _ in 0..<80 {
      let world = try Self.world(&source)
      for row in Self.scan(CohortScan(world.query), world).report().rows {
        let converted = row.cells.map(\.converted)
        #expect(converted == converted.sorted())
      }
    }
  }

  /// A trend withholds what nothing was observed long enough for, and estimates what is mostly unresolved.
  @Test func aTrendIsTheTriangleAtOneAge() throws {
    var source = RandomHistory(seed: 93)
    for _ in 0..<80 {
      let world = try Self.world(&source)
      let report = Self.scan(CohortScan(world.query), world).report()
      let trend = TrendReport(report)
      #expect(trend.points.map(\.label) == report.rows.map(\.label))
      for (point, row) in zip(trend.points, report.rows) {
        let cell = row.cells[0]
        #expect(point.rate == cell.rate && point.unresolved == cell.unresolved)
        #expect(point.isImmature == (cell.unresolved * 4 > cell.leads))
        if cell.maturity == .ahead { #expect(point.value == nil) }
      }
    }
  }

  /// Every second belongs to the day that its zone says, also where a day of UTC holds the start of two.
  @Test(arguments: ["Europe/London", "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "Asia/Tehran"])
  func aTableOfDaysAgreesWithTheZone(_ name: String) throws {
    let zone = try ReportingZone(identifier: name)
    let start = Self.day(0)
    let table = PeriodTable(
      PeriodGrid(.day, from: Timestamp(seconds: start), to: Timestamp(seconds: start + 366 * 86_400), zone: zone))
    var time = start
    while time < start + 366 * 86_400 {
      let place = table.place(of: UInt32(time))
      #expect(table.labels[place] == zone.date(of: Timestamp(seconds: time)).iso)
      #expect(table.end(of: place).map { $0 > UInt32(time) } == true)
      time += 1_801
    }
  }
}
