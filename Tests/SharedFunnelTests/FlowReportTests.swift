import Testing

@testable import SharedFunnel

/// The flow report against a count of journeys at each instant.
struct FlowReportTests {
  /// Zones with days of 23, 23 1/2, 24 1/2 and 25 hours, and one that skipped midnight itself.
  static let zones = ["Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "UTC"]

  /// Wild and lawful histories, moved so that they lie around a change of the clock.
  private static func journeys(_ source: inout RandomHistory, around center: Int64) -> [[Journey]] {
    let ownership = source.ownership()
    return (1...UInt32(30)).map { lead in
      let shift = center * 1_000 - RandomHistory.start - 6 * RandomHistory.dayMs
      let events = (source.chance(50) ? source.wild(lead: lead) : source.strict(lead: lead, under: ownership)).map {
        LeadEvent(
          id: $0.id, lead: $0.lead,
          occurred: Timestamp(milliseconds: $0.occurred.milliseconds + shift + source.number(0...47) * 1_800_000),
          recorded: $0.recorded, actor: $0.actor, fact: $0.fact)
      }
      // The state after every event, and the last one.
      return Journey.live(events).map(\.occurred).map { Journey.fold(events, until: $0, under: ownership) }
        + [Journey.fold(events, under: ownership)]
    }
  }

  /// Where the lead is open just before an instant, in whole seconds; from its states, not its stays.
  private static func stage(of states: [Journey], before second: Int64) -> Stage? {
    let state = states.last { ($0.lastOccurred?.seconds ?? .max) < second }
    guard let state, !state.isLost else { return nil }
    return state.stage
  }

  private static func world(
    _ source: inout RandomHistory, zone: String
  ) throws -> (report: FlowReport, states: [[Journey]], query: FlowQuery, pages: [UInt8]) {
    let zone = try ReportingZone(identifier: zone)
    // 2017: clocks change in March, April and October; in São Paulo at midnight of 15 October.
    let center = source.pick([1_490_490_000, 1_491_058_800, 1_506_783_600, 1_508_036_400, 1_509_238_800] as [Int64])
    let states = journeys(&source, around: center)
    let period = (
      start: Timestamp(seconds: center - source.number(1...6) * 86_400),
      end: Timestamp(seconds: center + source.number(0...8) * 86_400 + source.number(1...86_400))
    )
    var query = FlowQuery(
      unit: source.pick(PeriodUnit.allCases),
      intervals: [])
    query.intervals = FlowInterval.intervals(query.unit, from: period.start, to: period.end, zone: zone)
    if source.chance(30) { query.stages = [source.stage(), source.stage()] }
    var pages: [UInt8] = []
    for journey in states.compactMap(\.last) {
      var previous: Visit?
      for visit in journey.visits {
        VisitRecord(visit, after: previous, lead: journey.lead).write(to: &pages)
        previous = visit
      }
    }
    var scan = FlowScan(query)
    scan.add(page: pages.span.bytes)
    return (scan.report(Ownership(), at: period.end), states, query, pages)
  }

  @Test(arguments: zones)
  func balancesAreThoseOfTheLeadsAtEachInstant(zone: String) throws {
    var source = RandomHistory(seed: 90)
    var moved = 0
    for _ in 0..<60 {
      let (report, states, _, _) = try Self.world(&source, zone: zone)
      func open(_ stage: Stage, before time: Timestamp) -> Int {
        states.count { Self.stage(of: $0, before: time.seconds) == stage }
      }
      for stage in report.stages {
        for (interval, flow) in zip(report.intervals, stage.series.intervals) {
          #expect(flow.opening == open(stage.stage, before: interval.start))
          #expect(flow.closing == open(stage.stage, before: interval.end))
          moved += flow.entered + flow.left
        }
      }
    }
    #expect(moved > 1_000)
  }

  @Test(arguments: zones)
  func everyNumberAddsUpAndHasItsList(zone: String) throws {
    var source = RandomHistory(seed: 91)
    for _ in 0..<40 {
      let (report, _, query, pages) = try Self.world(&source, zone: zone)
      #expect(report.unknownEntries == 0)
      func list(_ stage: Stage?, _ number: FlowNumber, _ interval: FlowInterval?) -> Int {
        var query = query
        if let stage { query.stages = [stage] }
        var scan = FlowListScan(query, number, in: interval)
        scan.add(page: pages.span.bytes)
        return scan.visits.count
      }
      let series: [(Stage?, FlowSeries)] = report.stages.map { ($0.stage, $0.series) } + [(nil, report.total)]
      for (stage, series) in series {
        for number in FlowNumber.allCases {
          #expect(series.whole[number] == list(stage, number, nil))
          for (interval, flow) in zip(report.intervals, series.intervals) {
            #expect(flow[number] == list(stage, number, interval))
          }
        }
        // The balance goes on from interval to interval, to the end of the period.
        #expect(series.intervals.first?.opening == series.whole.opening)
        #expect(series.intervals.last?.closing == series.whole.closing)
        for (flow, next) in zip(series.intervals, series.intervals.dropFirst()) {
          #expect(next.opening == flow.closing)
        }
      }
      // Over all eight stages a move is one departure and one arrival, at the same second.
      guard query.stages.isEmpty else { continue }
      for flow in report.total.intervals {
        #expect(flow.forwardIn == flow.forwardOut)
        #expect(flow.backIn == flow.backOut)
      }
    }
  }

  /// Days of 23, 24 and 25 hours follow one another without a hole, and half an hour less where the zone says so.
  @Test func daysAreCutInTheZone() throws {
    let cases: [(zone: String, from: String, hours: [Double])] = [
      ("Europe/Berlin", "2017-03-25", [24, 23, 24]), ("Europe/Berlin", "2017-10-28", [24, 25, 24]),
      ("America/Sao_Paulo", "2017-10-14", [24, 23, 24]), ("America/Sao_Paulo", "2018-02-16", [24, 25, 24]),
      ("Australia/Lord_Howe", "2017-04-01", [24, 24.5, 24]), ("Australia/Lord_Howe", "2017-09-30", [24, 23.5, 24]),
    ]
    for (name, from, hours) in cases {
      let zone = try ReportingZone(identifier: name)
      let day = try DateText.period(from, now: Timestamp(seconds: 1_600_000_000), zone: zone)
      let end = Timestamp(seconds: day.start.seconds + Int64(hours.reduce(0, +) * 3_600))
      let days = FlowInterval.intervals(.day, from: day.start, to: end, zone: zone)
      #expect(days.map { Double($0.end.seconds - $0.start.seconds) / 3_600 } == hours, "\(name) \(from)")
      #expect(days.allSatisfy { !$0.isCut })
      for (day, next) in zip(days, days.dropFirst()) { #expect(day.end == next.start) }
    }
  }

  /// A unit that reaches beyond the period counts only what lies within it, and says that it was cut.
  @Test func theFirstAndTheLastUnitAreCutToThePeriod() throws {
    let period = try DateText.period("2026-11-03..2026-11-20", now: Timestamp(seconds: 1_800_000_000), zone: .utc)
    let weeks = FlowInterval.intervals(.week, from: period.start, to: period.end, zone: .utc)
    #expect(weeks.map(\.label) == ["2026-W45", "2026-W46", "2026-W47"])
    #expect(weeks.map(\.isCut) == [true, false, true])
    #expect(weeks.first?.start == period.start && weeks.last?.end == period.end)
  }

  /// A group is what a filter on it lets through, and the groups are all there is.
  @Test(arguments: zones) func aGroupIsTheFlowOfItsLeads(zone: String) throws {
    var source = RandomHistory(seed: 97)
    for _ in 0..<20 {
      let (report, states, query, pages) = try Self.world(&source, zone: zone)
      let leads = states.compactMap(\.last).map { journey in
        var record = LeadRecord()
        record.lead = journey.lead.rawValue
        record.source = journey.lead.rawValue % 4
        return record
      }
      var grouping = LeadGroupScan(LeadFilter(), by: .source, limit: 3, departmentsByOwner: [])
      for lead in leads { grouping.add(lead) }
      var scan = FlowGroupScan(query, by: grouping.groups)
      scan.add(page: pages.span.bytes)
      let groups = scan.report(Ownership(), at: query.intervals.last?.end ?? Timestamp(seconds: 0))
      for (index, stage) in report.stages.enumerated() {
        var sum = FlowCounts()
        for group in groups { sum += group.report.stages[index].series.whole }
        #expect(sum == stage.series.whole)
      }
      for group in groups {
        var filter = LeadFilter()
        filter.source = group.key
        var marking = LeadMarkScan(filter, departmentsByOwner: [])
        for lead in leads { marking.add(lead) }
        var filtered = query
        filtered.leads = marking.marks
        var alone = FlowScan(filtered)
        alone.add(page: pages.span.bytes)
        let expected = alone.report(Ownership(), at: Timestamp(seconds: 0))
        #expect(group.report.total.whole == expected.total.whole)
      }
    }
  }

  /// A file whose records do not tell how a stay began is said to be one, and nothing is called new.
  @Test func staysOfOlderFilesAreNotGuessed() {
    var record = VisitRecord()
    record.lead = 1
    record.stage = 2
    record.entered = 100_000
    let interval = FlowInterval(
      label: "a", start: Timestamp(seconds: 90_000), end: Timestamp(seconds: 200_000), isCut: false)
    var scan = FlowScan(FlowQuery(unit: .day, intervals: [interval]))
    scan.add(record)
    let report = scan.report(Ownership(), at: interval.end)
    #expect(report.unknownEntries == 1 && report.total.whole.new == 0)
  }
}
