import Testing

@testable import SharedFunnel

/// The funnel report against a count that follows METRICS.md lead by lead.
struct FunnelReportTests {
  private struct World {
    var query: FunnelQuery
    var leads: [OracleLead] = []
    var pages: [UInt8] = []
  }

  private static func day(_ day: Int64) -> UInt32 {
    UInt32((RandomHistory.start + day * RandomHistory.dayMs) / 1_000)
  }

  /// Leads of all kinds and a question about them, both from the seed.
  private static func world(_ source: inout RandomHistory) -> World {
    let ownership = source.ownership()
    var query = FunnelQuery(observedUntil: Timestamp(seconds: Int64(day(source.number(8...40)))))
    query.ownership = ownership
    query.mode = source.pick(FunnelQuery.Mode.allCases)
    query.window = source.chance(60) ? source.number(0...20) * 43_200 : nil
    query.from = source.chance(40) ? source.stage() : nil
    query.period = source.chance(40) ? day(source.number(-1...6))..<day(source.number(6...14)) : nil
    query.grouping = source.pick([nil, .source, .campaign, .segment, .owner, .department, .month])
    query.pair = StagePair(from: source.stage(), to: source.stage())
    query.observedUntilByFeed = source.chance(50) ? [0, day(6), day(10)] : []
    query.months = PeriodTable(starts: [day(-1), day(3), day(9)], labels: ["a", "b", "c"])
    query.departmentsByOwner = [0, 1, 2, 3, 1]
    if source.chance(30) { query.filter.source = source.number(0...3) }
    if source.chance(10) { query.filter.campaign = source.number(0...3) }
    if source.chance(10) { query.filter.segment = source.number(0...3) }
    if source.chance(10) { query.filter.owner = source.number(0...4) }
    if source.chance(10) { query.filter.department = source.number(0...3) }
    var world = World(query: query)
    for lead in 1...UInt32(40) {
      let events = source.chance(60) ? source.wild(lead: lead) : source.strict(lead: lead, under: ownership)
      let journey = Journey.fold(events, under: ownership)
      guard let record = LeadRecord(journey) else { continue }
      record.write(to: &world.pages)
      if record.hasOwnChain { world.query.chains[lead] = journey.chain }
      world.leads.append(OracleLead(events, under: ownership))
    }
    return world
  }

  private static func scan<Scan: LeadScan>(_ scan: Scan, _ world: World) -> Scan {
    var scan = scan
    scan.add(page: world.pages.span.bytes)
    return scan
  }

  private static func forEachWorld(seed: UInt64, _ body: (World) throws -> Void) rethrows {
    var source = RandomHistory(seed: seed)
    for _ in 0..<150 { try body(world(&source)) }
  }

  private static func expect(_ table: FunnelTable, equals oracle: FunnelOracle) throws {
    #expect(table.cohort == oracle.size)
    #expect(table.steps.count == oracle.rows.count)
    for (step, row) in zip(table.steps, oracle.rows) {
      #expect(step.stage == row.stage && step.from == row.from)
      #expect(step.entered == row.entered.count)
      #expect(step.reached == row.reached.count)
      #expect(step.skipped == row.skipped.count)
      #expect(step.cohort == row.cohort.count)
      #expect(step.converted == row.converted.count)
      #expect(step.lost == row.lost.count)
      #expect(step.open == row.open.count)
      #expect(step.converted + step.lost + step.open == step.cohort)
      #expect(Dictionary(uniqueKeysWithValues: step.dropOff.map { ($0.bucket, $0.lost) }) == row.dropOff)
      #expect(step.immature == (row.from != nil && row.unresolved * 4 > row.cohort.count))
      let hasRate = row.from != nil && !row.entered.isEmpty && !row.cohort.isEmpty
      #expect(step.conversion == (hasRate ? Double(row.converted.count) / Double(row.cohort.count) : nil))
      #expect((step.interval != nil) == hasRate)
      let hasCohort = row.from != nil && !row.cohort.isEmpty
      #expect(step.dropOffRate == (hasCohort ? Double(row.lost.count) / Double(row.cohort.count) : nil))
      #expect(step.owners == oracle.query.ownership.owners(of: step.stage, at: oracle.query.ownersAt))
    }
    let pair = try #require(table.pair)
    let distances = oracle.distances(pair.pair)
    #expect(pair.n == distances.count)
    #expect(pair.negative == distances.count { $0 < 0 })
    var sorted = distances
    #expect(pair.p50 == Quantile.type7(&sorted, 0.5))
    #expect(pair.p90 == Quantile.type7(&sorted, 0.9))
  }

  @Test func everyNumberIsThatOfTheSentences() throws {
    try Self.forEachWorld(seed: 70) { world in
      let report = Self.scan(FunnelScan(world.query), world).report()
      try Self.expect(report.total, equals: FunnelOracle(world.query, world.leads))
      for group in report.groups {
        try Self.expect(group.table, equals: FunnelOracle(world.query, world.leads, group: group.key))
      }
    }
  }

  @Test func groupsAddUpToTheTotal() {
    Self.forEachWorld(seed: 71) { world in
      guard world.query.grouping != nil else { return }
      let report = Self.scan(FunnelScan(world.query), world).report()
      let tables = report.groups.map(\.table)
      #expect(tables.reduce(0) { $0 + $1.cohort } == report.total.cohort)
      #expect(tables.allSatisfy { $0.cohort > 0 })
      #expect(Set(report.groups.map(\.key)).count == report.groups.count)
      for (index, step) in report.total.steps.enumerated() {
        #expect(tables.reduce(0) { $0 + $1.steps[index].reached } == step.reached)
        #expect(tables.reduce(0) { $0 + $1.steps[index].entered } == step.entered)
        #expect(tables.reduce(0) { $0 + $1.steps[index].skipped } == step.skipped)
      }
      #expect(tables.reduce(0) { $0 + ($1.pair?.n ?? 0) } == report.total.pair?.n)
      #expect(tables.reduce(0) { $0 + ($1.pair?.negative ?? 0) } == report.total.pair?.negative)
    }
  }

  /// A workspace with a hundred thousand campaigns: the groups behind the first thousand are counted another way.
  @Test func groupsOfHighNumbersCountLikeThoseOfLowOnes() {
    let shift: UInt32 = 70_000
    Self.forEachWorld(seed: 76) { world in
      var low = world
      low.query.filter = LeadFilter()
      low.query.grouping = .campaign
      var high = low
      high.pages = []
      for offset in stride(from: 0, to: low.pages.count, by: LeadRecord.byteCount) {
        var record = LeadRecord(low.pages.span.bytes, at: offset)
        if record.campaign > 1 { record.campaign += shift }
        record.write(to: &high.pages)
      }
      let expected = Self.scan(FunnelScan(low.query), low).report()
      let report = Self.scan(FunnelScan(high.query), high).report()
      #expect(report.total == expected.total)
      #expect(report.groups.map(\.table) == expected.groups.map(\.table))
      #expect(report.groups.map(\.key) == expected.groups.map { $0.key > 1 ? $0.key + shift : $0.key })
    }
  }

  /// Every count leads to the list behind it, and the list has exactly that many rows.
  @Test func everyNumberHasItsList() {
    Self.forEachWorld(seed: 72) { world in
      let steps = Self.scan(FunnelScan(world.query), world).report().total.steps
      for (step, row) in zip(steps, FunnelOracle(world.query, world.leads).rows) {
        for outcome in StepOutcome.allCases {
          let (count, leads) =
            switch outcome {
            case .entered: (step.entered, row.entered)
            case .reached: (step.reached, row.reached)
            case .skipped: (step.skipped, row.skipped)
            case .cohort: (step.cohort, row.cohort)
            case .converted: (step.converted, row.converted)
            case .lost: (step.lost, row.lost)
            case .open: (step.open, row.open)
            }
          let list = Self.scan(FunnelListScan(world.query, step: step, outcome: outcome), world).leads
          #expect(list.count == count)
          #expect(list == leads)
        }
      }
    }
  }

  /// The estimate beside an immature rate is that of the times which the report's own mode counts.
  @Test func estimatesAreThoseOfTheStepsTimes() {
    var estimates = 0
    Self.forEachWorld(seed: 73) { world in
      guard let window = world.query.window else { return }
      for row in FunnelOracle(world.query, world.leads).rows {
        guard let from = row.from else { continue }
        let scan = Self.scan(StepTimesScan(world.query, from: from, to: row.stage), world)
        let estimate = scan.estimate(group: nil)
        #expect(estimate == CumulativeIncidence(row.observations, by: Int64(window)))
        estimates += estimate == nil ? 0 : 1
      }
    }
    #expect(estimates > 100)
  }

  /// A strict chain behind `--from` is never longer than the entries allow.
  @Test func aStrictChainIsAlwaysOneThatHappened() {
    Self.forEachWorld(seed: 74) { world in
      for lead in world.leads {
        for from in Stage.allCases {
          let longest = lead.longestChain(from: from)
          #expect(Set(lead.strict(from: from).keys).isSubset(of: longest.keys))
        }
      }
    }
  }

  /// A stage given away a moment ago has its new owner in the report and for the loss that follows, also
  /// where the assignment was not made on a whole second.
  @Test func ownersChangeToTheMillisecond() throws {
    let given = Timestamp(milliseconds: RandomHistory.start + 500)
    let ownership = Ownership([
      StageAssignment(stage: .brandPreference, owners: .sales, responsible: nil, from: given)
    ])
    func event(_ number: UInt64, _ at: Int64, _ fact: LeadFact) -> LeadEvent {
      let time = Timestamp(milliseconds: RandomHistory.start + at)
      return LeadEvent(
        id: EventID(high: 0, low: number), lead: LeadID(rawValue: 1), occurred: time, recorded: time, actor: .login,
        fact: fact)
    }
    let journey = Journey.fold(
      [event(1, -9_000, .entered(.brandPreference)), event(2, 60_000, .lost(reason: .none))], under: ownership)
    var query = FunnelQuery(observedUntil: Timestamp(milliseconds: given.milliseconds + 1))
    query.ownership = ownership
    var scan = FunnelScan(query)
    scan.add(try #require(LeadRecord(journey)))
    let steps = scan.report().total.steps
    #expect(steps[3].owners == .sales)
    #expect(steps[4].dropOff == [LossCount(bucket: .owner(.sales), lost: 1)])
    let owners = OwnersScan(period: 0..<1, asOf: Timestamp(milliseconds: given.milliseconds + 1)).report(ownership)
    #expect(owners.stages[3].owners == .sales && owners.stages[3].since == given)
  }
}
