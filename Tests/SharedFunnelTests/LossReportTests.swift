import Testing

@testable import SharedFunnel

/// The report on losses against a count over journeys.
struct LossReportTests {
  private struct World {
    var query: LossQuery
    var journeys: [Journey] = []
    var leads: [OracleLead] = []
    var pages: [UInt8] = []
  }

  private static func day(_ day: Int64) -> UInt32 {
    UInt32((RandomHistory.start + day * RandomHistory.dayMs) / 1_000)
  }

  private static func world(_ source: inout RandomHistory) -> World {
    let ownership = source.ownership()
    var funnel = FunnelQuery(observedUntil: Timestamp(seconds: Int64(day(40))))
    funnel.ownership = ownership
    if source.chance(30) { funnel.filter.source = source.number(0...3) }
    if source.chance(40) { funnel.period = day(source.number(-1...4))..<day(source.number(4...14)) }
    let period = source.chance(50) ? day(source.number(0...5))..<day(source.number(5...13)) : nil
    var world = World(
      query: LossQuery(
        funnel, period: period, months: PeriodTable(starts: [day(-1), day(3), day(9)], labels: ["a", "b", "c"])))
    for lead in 1...UInt32(40) {
      let events = source.chance(60) ? source.wild(lead: lead) : source.strict(lead: lead, under: ownership)
      let journey = Journey.fold(events, under: ownership)
      guard let record = LeadRecord(journey) else { continue }
      record.write(to: &world.pages)
      if journey.lostReason != .none { world.query.reasons[lead] = journey.lostReason.rawValue }
      world.journeys.append(journey)
      world.leads.append(OracleLead(events, under: ownership))
    }
    return world
  }

  /// Those of the cohort that were in the funnel at some time of the period, and those that were lost in it.
  private static func count(_ world: World) -> (cohort: [Journey], lost: [Journey]) {
    let query = world.query
    let cohort = zip(world.journeys, world.leads).filter { journey, lead in
      guard let entry = lead.entryStage.flatMap(lead.first) else { return false }
      guard query.funnel.filter.source.map({ $0 == journey.source.rawValue }) ?? true else { return false }
      guard query.funnel.period.map({ $0.contains(UInt32(entry)) }) ?? true else { return false }
      guard let period = query.period else { return true }
      return entry < Int64(period.upperBound) && journey.lostAt.map { $0.seconds >= Int64(period.lowerBound) } ?? true
    }.map(\.0)
    let lost = cohort.filter { journey in
      journey.lostAt.map { query.period?.contains(UInt32($0.seconds)) ?? true } ?? false
    }
    return (cohort, lost)
  }

  private static func key(_ journey: Journey, _ dimension: LossDimension, _ query: LossQuery) throws -> LossKey {
    let lostAt = try #require(journey.lostAt)
    let stage = try #require(journey.stage)
    switch dimension {
    case .reason: return .number(journey.lostReason.rawValue)
    case .stage: return .number(UInt32(stage.rawValue))
    case .owner:
      guard !journey.lostInHandoff else { return .bucket(.inHandoff) }
      return .bucket(.owner(query.funnel.ownership.owners(of: stage, at: Timestamp(seconds: lostAt.seconds))))
    case .source: return .number(journey.source.rawValue)
    case .campaign: return .number(journey.campaign.rawValue)
    case .segment: return .number(journey.segment.rawValue)
    case .month: return .number(UInt32(query.months.starts.count { Int64($0) <= lostAt.seconds } - 1))
    }
  }

  @Test func everyBreakdownIsACountOfTheSameLosses() throws {
    var source = RandomHistory(seed: 95)
    var losses = 0
    var handoffs = 0
    for _ in 0..<200 {
      let world = Self.world(&source)
      var scan = LossScan(world.query)
      scan.add(page: world.pages.span.bytes)
      let report = scan.report(by: LossDimension.allCases)
      let (cohort, lost) = Self.count(world)
      #expect(report.cohort == cohort.count && report.lost == lost.count)
      losses += lost.count
      for breakdown in report.breakdowns {
        #expect(breakdown.rows.reduce(0) { $0 + $1.lost } == report.lost, "\(breakdown.dimension)")
        #expect(Set(breakdown.rows.map(\.key)).count == breakdown.rows.count)
        for row in breakdown.rows {
          let own = try lost.filter { try Self.key($0, breakdown.dimension, world.query) == row.key }
          #expect(row.lost == own.count && row.shareOfLosses == Rate(own.count, of: lost.count))
          #expect(row.shareOfCohort == Rate(own.count, of: cohort.count))
          #expect(scan.leads([(breakdown.dimension, row.key)]) == own.map(\.lead))
          var times = own.compactMap { journey in
            journey.visits.last.flatMap { visit in journey.lostAt.map { $0.seconds - visit.entered.seconds } }
          }
          #expect(row.stay == StayBeforeLoss(timed: times.count, p50: Quantile.type7(&times, 0.5)))
          if row.key == .bucket(.inHandoff) { handoffs += row.lost }
        }
      }
      #expect(scan.leads([]).count == report.lost)
    }
    #expect(losses > 250 && handoffs > 10)
  }

  /// The losses are those of the funnel report, owner by owner: who answers for one is decided once.
  @Test func theFunnelReportChargesTheSameOwners() {
    var source = RandomHistory(seed: 96)
    for _ in 0..<80 {
      var world = Self.world(&source)
      world.query.period = nil
      var scan = LossScan(world.query)
      scan.add(page: world.pages.span.bytes)
      let owners = scan.report(by: [.owner]).breakdowns[0].rows
      var charged: [LossBucket: Int] = [:]
      for record in world.journeys.compactMap(LeadRecord.init) {
        let placer = Placer(world.query.funnel)
        guard let state = placer.place(record)?.state, state >= Placer.firstBucket else { continue }
        charged[placer.buckets[state - Placer.firstBucket], default: 0] += 1
      }
      #expect(
        Dictionary(uniqueKeysWithValues: owners.map { ($0.key, $0.lost) })
          == Dictionary(
            uniqueKeysWithValues: charged.map { (LossKey.bucket($0.key), $0.value) }))
    }
  }

  @Test func rowsAreInAnOrderThatDoesNotChange() {
    var source = RandomHistory(seed: 97)
    for _ in 0..<40 {
      let world = Self.world(&source)
      var scan = LossScan(world.query)
      scan.add(page: world.pages.span.bytes)
      #expect(scan.report(by: LossDimension.allCases) == scan.report(by: LossDimension.allCases))
      let reasons = scan.report(by: [.reason]).breakdowns[0].rows.map(\.lost)
      #expect(reasons == reasons.sorted(by: >))
    }
  }
}
