import Testing

@testable import SharedFunnel

/// The velocity report against a count over journeys.
struct VelocityReportTests {
  private struct World {
    var query: VelocityQuery
    var journeys: [Journey] = []
    var leads: [UInt8] = []
    var visits: [UInt8] = []
    var opportunities: [Opportunity] = []

    var sales: SalesScan {
      var scan = SalesScan(query)
      scan.add(page: leads.span.bytes)
      return scan
    }

    func report() -> VelocityReport {
      let sales = sales
      var scan = VelocityScan(query, sales)
      scan.add(page: visits.span.bytes)
      return scan.report(opportunities, sales, Ownership(), at: Timestamp(seconds: Int64(query.observedUntil)))
    }
  }

  private static func day(_ day: Int64) -> UInt32 {
    UInt32((RandomHistory.start + day * RandomHistory.dayMs) / 1_000)
  }

  private static func world(_ source: inout RandomHistory) -> World {
    let ownership = source.ownership()
    var query = VelocityQuery(observedUntil: Timestamp(seconds: Int64(day(source.number(4...30)))))
    query.observedUntilByFeed = source.chance(50) ? [0, day(6), day(10)] : []
    query.period = source.chance(50) ? day(source.number(-1...4))..<day(source.number(5...13)) : nil
    query.grouping = source.pick([nil, .source, .segment, .owner, .department])
    query.departmentsByOwner = [0, 1, 2, 3, 1]
    query.window = source.chance(50) ? source.number(0...700_000) : nil
    if source.chance(30) { query.filter.source = source.number(0...3) }
    var world = World(query: query)
    for lead in 1...UInt32(40) {
      let events = source.chance(50) ? source.wild(lead: lead) : source.strict(lead: lead, under: ownership)
      let journey = Journey.fold(events, under: ownership)
      guard let record = LeadRecord(journey) else { continue }
      record.write(to: &world.leads)
      var previous: Visit?
      for visit in journey.visits {
        VisitRecord(visit, after: previous, lead: journey.lead).write(to: &world.visits)
        previous = visit
      }
      if journey.stage == .purchaseIntention, !journey.isLost, journey.purchases.isEmpty {
        world.opportunities.append(
          Opportunity(lead: journey.lead, expected: journey.valuation?.amount ?? source.money()))
      }
      world.journeys.append(journey)
    }
    return world
  }

  /// As the query has it, from the journey's own words.
  private static func counted(_ world: World, group: UInt32?) -> [Journey] {
    world.journeys.filter { journey in
      if let source = world.query.filter.source, journey.source.rawValue != source { return false }
      guard let group else { return true }
      return switch world.query.grouping {
      case .source: journey.source.rawValue == group
      case .segment: journey.segment.rawValue == group
      case .owner: journey.owner?.rawValue ?? 0 == group
      default:
        UInt32(world.query.departmentsByOwner[Int(journey.owner?.rawValue ?? 0)]) == group
      }
    }
  }

  private static func observedUntil(_ journey: Journey, _ query: VelocityQuery) -> Int64 {
    let isWorkedOn = journey.lastByMember != nil || journey.feed == .none
    let feed = Int(journey.feed.rawValue)
    guard !isWorkedOn, feed < query.observedUntilByFeed.count else { return Int64(query.observedUntil) }
    return Int64(query.observedUntilByFeed[feed])
  }

  private static func isIn(_ time: Timestamp, _ query: VelocityQuery) -> Bool {
    query.period.map { $0.contains(UInt32(time.seconds)) } ?? true
  }

  private static func expect(_ table: VelocityTable, of journeys: [Journey], _ world: World) {
    for stage in table.stages {
      var closed: [Int64] = []
      var open: [Int64] = []
      var exits: [VisitExit: Int] = [:]
      var ahead = 0
      for journey in journeys {
        for visit in journey.visits where visit.stage == stage.stage && isIn(visit.entered, world.query) {
          let until = observedUntil(journey, world.query)
          if let left = visit.left {
            closed.append(left.seconds - visit.entered.seconds)
            exits[visit.exit, default: 0] += 1
          } else if until >= visit.entered.seconds {
            open.append(until - visit.entered.seconds)
          } else {
            ahead += 1
          }
        }
      }
      #expect(stage.closed.n == closed.count && stage.open.n == open.count && stage.ahead == ahead)
      #expect(stage.forward == exits[.forward] ?? 0 && stage.back == exits[.back] ?? 0)
      #expect(stage.lost == exits[.lost] ?? 0)
      #expect(stage.closed.p50 == Quantile.type7(&closed, 0.5) && stage.closed.p90 == Quantile.type7(&closed, 0.9))
      #expect(stage.open.p50 == Quantile.type7(&open, 0.5))
      let curve = KaplanMeier(closed.map { ($0, true) } + open.map { ($0, false) })
      #expect(stage.median.value == curve?.quantile(0.5).value && stage.p90.value == curve?.quantile(0.9).value)
      #expect(stage.shares.isEmpty == (world.query.window == nil || curve == nil))
      // Whoever left did so one way.
      #expect(stage.shares.reduce(0) { $0 + $1.incidence.value } <= 1 + 1e-9)
    }
  }

  private static func expect(_ sales: SalesVelocity, of journeys: [Journey], _ world: World) {
    var cycles: [Int64] = []
    var lost = 0
    for journey in journeys where journey.firstEntry[4] != 0 {
      let bought = [5, 6, 7].map { journey.firstEntry[$0] }.filter { $0 != 0 }.min()
      if let bought {
        if isIn(Timestamp(seconds: Int64(bought)), world.query) {
          cycles.append(Int64(bought) - Int64(journey.firstEntry[4]))
        }
      } else if let at = journey.lostAt, journey.stage == .purchaseIntention, isIn(at, world.query) {
        lost += 1
      }
    }
    #expect(sales.won == cycles.count && sales.lost == lost && sales.negative == cycles.count { $0 < 0 })
    let decided = cycles.count + lost
    #expect(sales.winRate == (decided == 0 ? nil : Double(cycles.count) / Double(decided)))
    #expect(sales.cycle == Quantile.type7(&cycles, 0.5))
    let own = world.opportunities.filter { open in journeys.contains { $0.lead == open.lead } }
    #expect(sales.open == own.count && sales.unvalued == own.count { $0.expected == nil })
    #expect(sales.rows.reduce(0) { $0 + $1.open } + sales.unvalued == sales.open)
    for row in sales.rows {
      let amounts = own.compactMap(\.expected).filter { $0.currency == row.currency }.map(\.minor)
      #expect(row.open == amounts.count)
      #expect((row.gap == nil) == (row.perDay != nil))
      guard let perDay = row.perDay, let winRate = sales.winRate, let cycle = sales.cycle else { continue }
      let mean = Double(amounts.reduce(0, +)) / Double(amounts.count)
      #expect(abs(Double(perDay.minor) - Double(row.open) * mean * winRate / (cycle / 86_400)) <= 0.51)
      #expect(row.mean.map { abs(Double($0.minor) - mean) <= 0.5 } == true)
    }
  }

  @Test func everyNumberIsThatOfTheSentences() {
    var source = RandomHistory(seed: 95)
    var velocities = 0
    for _ in 0..<120 {
      let world = Self.world(&source)
      let report = world.report()
      let all = Self.counted(world, group: nil)
      Self.expect(report.total, of: all, world)
      Self.expect(report.total.sales, of: all, world)
      for group in report.groups {
        let own = Self.counted(world, group: group.key)
        Self.expect(group.table, of: own, world)
        Self.expect(group.table.sales, of: own, world)
      }
      velocities += report.total.sales.rows.count { $0.perDay != nil }
    }
    #expect(velocities > 20)
  }

  @Test func everyNumberHasItsList() {
    var source = RandomHistory(seed: 96)
    for _ in 0..<60 {
      let world = Self.world(&source)
      let report = world.report()
      let sales = world.sales
      #expect(sales.leads(.won).count == report.total.sales.won)
      #expect(sales.leads(.lost).count == report.total.sales.lost)
      for stage in report.total.stages {
        for number in StayNumber.allCases {
          var list = StayListScan(world.query, sales, stage: stage.stage, number)
          list.add(page: world.visits.span.bytes)
          let count =
            switch number {
            case .stays: stage.stays
            case .closed: stage.closed.n
            case .forward: stage.forward
            case .back: stage.back
            case .lost: stage.lost
            case .open: stage.open.n
            case .ahead: stage.ahead
            }
          #expect(list.visits.count == count)
        }
      }
    }
  }

  /// What cannot be said is not said as 0, and two currencies are two lines.
  @Test func aMissingFactorIsNamed() throws {
    let euro = try #require(Currency(code: "EUR"))
    let yen = try #require(Currency(code: "JPY"))
    func open(_ money: Money?...) -> [Opportunity] {
      money.enumerated().map { Opportunity(lead: LeadID(rawValue: UInt32($0.offset) + 1), expected: $0.element) }
    }
    let lead = LeadID(rawValue: 9)
    var outcomes = SalesScan.Outcomes()
    #expect(SalesVelocity([], outcomes).rows.map(\.gap) == [.noOpenLeads])
    #expect(SalesVelocity(open(nil), outcomes).rows.map(\.gap) == [.noExpectedValue])
    let valued = open(Money(minor: 1_000, currency: yen), Money(minor: 300, currency: euro), nil)
    #expect(SalesVelocity(valued, outcomes).rows.map(\.gap) == [.nothingDecided, .nothingDecided])
    outcomes.lost = [lead]
    #expect(SalesVelocity(valued, outcomes).rows.map(\.gap) == [.nothingWon, .nothingWon])
    outcomes.won = [lead]
    outcomes.cycles = [0]
    #expect(SalesVelocity(valued, outcomes).rows.map(\.gap) == [.cycleNotPositive, .cycleNotPositive])
    outcomes.cycles = [2 * 86_400]
    let velocity = SalesVelocity(valued, outcomes)
    #expect(velocity.unvalued == 1 && velocity.rows.map(\.currency) == [euro, yen])
    // 1 × 300 × 1/2 ÷ 2 d, 1 × 1000 × 1/2 ÷ 2 d.
    #expect(velocity.rows.map { $0.perDay?.minor } == [75, 250])
    outcomes.cycles = [1]
    let large = open(Money(minor: .max, currency: euro))
    #expect(SalesVelocity(large, outcomes).rows.map(\.gap) == [.tooLarge])
  }
}
