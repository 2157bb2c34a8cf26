import Testing

@testable import SharedFunnel

/// What has to come in for a target, fed back through the chain, and backtests.
struct BackPlanTests {
  private static let day: UInt32 = 86_400
  private static let now: UInt32 = 1_767_225_600  // 2026-01-01T00:00:00Z

  private static func funnel(seed: UInt64) throws -> (input: ForecastInput, chain: StageChain) {
    let euro = try #require(Currency(code: "EUR"))
    var random = SplitMix64(seed: seed)
    var input = ForecastInput(currency: euro, period: now - 10 * day..<now + 59 * day, asOf: now)
    var stays: [StageStay] = []
    for lead in 1...UInt32(500) {
      let entered = now - UInt32(1 + random.below(120 * 86_400))
      let seen = KnownChain.seen(KnownChain.small.life(using: &random), lead: lead, entered: entered, until: now)
      stays += seen.stays
      input.entries.append(FunnelEntry(lead: lead, segment: 1, stage: .customerAwareness, at: entered))
      if seen.bought != nil { input.amounts.append(random.spread(around: 5_000)) }
    }
    input.open = OpenLead.all(stays, expected: [:])
    input.attained = 12_345
    input.simulation.samples = 2
    return (input, StageChain(stays))
  }

  /// The plan is the forecast turned round: with the rate that it asks for, the forecast is the target.
  @Test func feedingThePlanBackGivesTheTarget() throws {
    for seed in [81, 82, 83] as [UInt64] {
      let (input, chain) = try Self.funnel(seed: seed)
      let base = Forecast(input, chain)
      let target = Money(minor: (base.expected?.minor ?? 0) * 3 / 2, currency: input.currency)
      let plan = try #require(BackPlan(target, input, chain, zone: .utc))
      let rate = try #require(plan.entriesPerDay)
      #expect(plan.obstacle == nil && rate > plan.recentPerDay)
      // The lever that raises the entries to that rate.
      let lever = Lever.entries(percent: (rate / plan.recentPerDay - 1) * 100)
      let expected = try #require(LeverWorth.ranked([lever], input, chain).first?.expected)
      #expect(abs(expected.minor - target.minor) <= 1)
      #expect(plan.entries == Int((rate * 59).rounded(.up)))
      // And so is its own sum.
      let sum = (plan.foreseen?.minor ?? 0) + (plan.missing?.minor ?? 0) + plan.attained.minor
      #expect(abs(sum - target.minor) <= 1)
      // Purchases of the months are those of the forecast; entries those of the rate.
      let purchases = try #require(plan.stages.last { $0.stage == .purchase }).months
      #expect(purchases.map(\.month) == ["2026-01", "2026-02"])
      let open = purchases.reduce(0) { $0 + $1.fromOpen }
      #expect(abs(open - base.atMean.purchases) < 1e-6)
      let new = purchases.reduce(0) { $0 + $1.fromNew }
      #expect(abs(new - base.entering.purchases * rate / plan.recentPerDay) < 1e-6)
      let entries = try #require(plan.stages.first)
      #expect(entries.stage == .customerAwareness && entries.months.allSatisfy { $0.fromOpen == 0 })
      let shares = entries.months.map { $0.fromNew / rate }
      #expect(abs(shares[0] - 31) < 1e-6 && abs(shares[1] - 28) < 1e-6)
    }
  }

  @Test func aTargetThatIsMetAsksForNobody() throws {
    let (input, chain) = try Self.funnel(seed: 84)
    let euro = input.currency
    let plan = try #require(BackPlan(Money(minor: 100, currency: euro), input, chain, zone: .utc))
    #expect(plan.entriesPerDay == 0 && plan.entries == 0 && plan.missing?.minor == 0)
    #expect(plan.stages.allSatisfy { $0.months.allSatisfy { $0.fromNew == 0 } })
    let yen = try #require(Currency(code: "JPY"))
    #expect(BackPlan(Money(minor: 100, currency: yen), input, chain, zone: .utc) == nil)
  }

  @Test func whatCannotBeReachedIsSaid() throws {
    var (input, chain) = try Self.funnel(seed: 85)
    let target = Money(minor: 10_000_000, currency: input.currency)
    func obstacle(_ input: ForecastInput, _ chain: StageChain) -> BackPlan.Obstacle? {
      BackPlan(target, input, chain, zone: .utc)?.obstacle
    }
    #expect(obstacle(input, StageChain([])) == .noEndedStays)
    var other = input
    other.amounts = []
    #expect(obstacle(other, chain) == .noPurchaseAmounts)
    other = input
    other.entries = []
    #expect(obstacle(other, chain) == .noRecentEntries)
    // Nobody buys within a day of coming in.
    input.period = Self.now - Self.day..<Self.now + Self.day
    #expect(obstacle(input, chain) == .tooLate)
  }

  @Test func aBacktestIsTheSumOfItsMonths() throws {
    let euro = try #require(Currency(code: "EUR"))
    func row(_ actual: Int64, _ forecast: Int64?, _ low: Int64?, _ high: Int64?, _ naive: Int64?) -> Backtest.Row {
      func money(_ minor: Int64?) -> Money? { minor.map { Money(minor: $0, currency: euro) } }
      return Backtest.Row(
        period: "2026-01", at: 0, basis: .asOf, actual: Money(minor: actual, currency: euro), forecast: money(forecast),
        low: money(low), high: money(high), naive: money(naive), linear: nil)
    }
    let test = Backtest([
      row(100, 110, 90, 120, 50), row(200, 100, 90, 120, 100), row(0, 5, 0, 9, 100), row(50, nil, nil, nil, 100),
    ])
    #expect(test.coverage == Rate(2, of: 3))
    #expect(test.forecast.n == 2 && abs((test.forecast.mape ?? 0) - 0.3) < 1e-12)
    #expect(test.naive.n == 3 && abs((test.naive.mape ?? 0) - (0.5 + 0.5 + 1) / 3) < 1e-12)
    #expect(test.linear.mape == nil && test.linear.n == 0 && Backtest([Backtest.Row]()).forecast.mape == nil)
  }

  /// Each past time is asked once, in its order, and what stops the asking stops the test.
  @Test func aBacktestAsksThePast() throws {
    struct Unreadable: Error {}
    let (input, chain) = try Self.funnel(seed: 86)
    let times = [1, 2, 3].map { Timestamp(seconds: Int64(Self.now) - $0 * 86_400) }
    var asked: [Timestamp] = []
    let test = Backtest(times) { time in
      asked.append(time)
      guard time != times[1] else { return nil }
      return Backtest.State(
        period: "2026-01", input: input, chain: chain, actual: 100_000, previous: 5, begun: 10, days: 30,
        basis: .knownAt)
    }
    #expect(asked == times && test.rows.count == 2 && test.rows.allSatisfy { $0.basis == .knownAt })
    // 12345 in 10 of 30 days.
    #expect(test.rows.first?.linear?.minor == 37_035 && test.rows.first?.naive?.minor == 5)
    #expect(test.rows.first?.forecast == Forecast(input, chain).expected)
    #expect(throws: Unreadable.self) { try Backtest(times) { _ in throw Unreadable() } }
  }

  /// The last whole months, cut where the workspace cuts them.
  @Test func aScheduleIsOfWholeMonths() throws {
    let zone = try ReportingZone(identifier: "Europe/Berlin")
    // 2026-01-01 in Berlin, though not yet in Greenwich: December is over.
    let schedule = BacktestSchedule(3, before: Timestamp(seconds: Int64(Self.now) - 3_600), zone: zone)
    #expect(schedule.months.map(\.label) == ["2025-10", "2025-11", "2025-12"])
    // October has 31 days and an hour.
    #expect(schedule.months.first?.period.count == 31 * 86_400 + 3_600)
    #expect(schedule.months.last?.at == zone.timestamp(of: try #require(CivilDate(year: 2025, month: 12, day: 11))))
    #expect(schedule.months.allSatisfy { $0.period.contains(UInt32($0.at.seconds)) })
    #expect(BacktestSchedule(-1, before: .earliest, zone: zone).months.isEmpty)
    #expect(BacktestSchedule(5, before: .earliest, zone: zone).months.isEmpty)
  }
}
