import SQLite
public import SharedFunnel

extension Store {
  /// How the forecast of each of the last whole months would have done, made when so many days of it had passed.
  ///
  /// One replay a month; where history was recorded live of what was known then, else of what had happened by then.
  public func backtest(_ request: OutlookRequest, months: Int, after day: Int = 10) throws -> BacktestAnswer {
    try read {
      let ahead = try ahead(request)
      let end = request.scope.end ?? request.scope.now
      let schedule = BacktestSchedule(months, before: end, after: day, zone: ahead.zone)
      var (unobserved, unknown) = (0, 0)
      let byTime = Dictionary(schedule.months.map { ($0.at, $0) }, uniquingKeysWith: { first, _ in first })
      let backtest = try Backtest(schedule.months.map(\.at)) { time throws -> Backtest.State? in
        guard let month = byTime[time] else { return nil }
        let actual = PeriodRevenue(ahead.outlook.ownPurchases, in: month.period, ahead.outlook.currency)
        guard !actual.isUnknown, let sum = actual.attained else {
          unknown += 1
          return nil
        }
        let state = try self.state(month, actual: sum, request)
        if state == nil { unobserved += 1 }
        return state
      }
      return BacktestAnswer(
        frame: ahead.frame, backtest: backtest, months: months, day: day, unobserved: unobserved, unknown: unknown)
    }
  }

  /// - Returns: `nil` where no lead had come in by then.
  private func state(
    _ month: BacktestSchedule.Month, actual: Money, _ request: OutlookRequest
  ) throws -> Backtest.State? {
    let basis = try basis(at: month.at, request.scope)
    var scope = ReportScope(now: month.at)
    switch basis {
    case .knownAt: scope.knownAt = month.at
    case .asOf: (scope.asOf, scope.knownAt) = (month.at, request.scope.knownAt)
    }
    let source = try RecordSource(self, scope, withRevenue: true)
    let outlook = try outlook(request.conditions, scope, source)
    guard let first = outlook.ownEntries.map(\.at).min(), first < outlook.asOf else { return nil }
    guard let input = outlook.input(for: month.period, simulation: request.simulation) else {
      throw StoreError.refused(.outOfRange)
    }
    let previous = PeriodRevenue(outlook.ownPurchases, in: month.previous, outlook.currency)
    let isSeen = first < month.period.lowerBound && !previous.isUnknown
    return Backtest.State(
      period: month.label, input: input, chain: outlook.chain, actual: actual.minor,
      previous: isSeen ? previous.attained?.minor : nil, begun: month.begun, days: month.days, basis: basis)
  }

  /// Whether the journal followed the world at that time.
  private func basis(at time: Timestamp, _ scope: ReportScope) throws -> Backtest.Basis {
    let window = Int64(Backtest.Basis.window) * 86_400_000
    let counts = try connection.first(
      """
      SELECT count(*), count(CASE WHEN command.recorded <= ?1 THEN 1 END)
      FROM event JOIN command ON command.number = event.command
      WHERE event.lead IS NOT NULL
        AND event.occurred > ?2 AND event.occurred <= ?1
        AND command.recorded <= ?3
      """, .integer(time.milliseconds), .integer(time.milliseconds - window),
      .integer(scope.knownAt?.milliseconds ?? .max)
    ) { row in (all: try row.int(0), recorded: try row.int(1)) }
    return Backtest.Basis(recorded: counts?.recorded ?? 0, of: counts?.all ?? 0)
  }
}
