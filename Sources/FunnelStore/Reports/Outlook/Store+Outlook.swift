import SharedFunnel

extension Store {
  /// What looks ahead start from.
  ///
  /// - Parameters:
  ///   - conditions: which leads; all but one on the segment also choose whom the chain is learned from.
  ///   - purchases: of ``RecordSource/revenue()``, if that was asked before.
  func outlook(
    _ conditions: [Condition], _ scope: ReportScope, _ source: RecordSource, _ purchases: [RevenueEntry]? = nil
  ) throws -> Outlook {
    let end = scope.end ?? scope.now
    var query = ChainQuery(observedUntil: end)
    query.filter = try filter(conditions, source.workspace)
    let segment = query.filter.segment
    query.filter.segment = nil
    query.departmentsByOwner = source.workspace.departmentsByOwner
    if scope.asOf == nil {
      let ends = observedUntilBySource(source.workspace, scope)
      query.observedUntilByFeed = try terms.all(.feed).map { name in
        ends[name].map { UInt32(clamping: $0.seconds) } ?? query.observedUntil
      }
    }
    var leads = ChainLeadScan(query)
    try source.scan(&leads)
    var stays = ChainStayScan(leads)
    try source.scan(&stays)
    return Outlook(
      query, segment: segment, stays: stays.stays(), entries: leads.entries,
      purchases: try purchases ?? source.revenue(),
      expected: try source.expectedValues(), currency: try reportingCurrency(), asOf: end)
  }

  /// The revenue of a period as it is expected at the end of observation.
  func forecast(
    _ period: TargetPeriod, _ conditions: [Condition] = [], _ scope: ReportScope, _ source: RecordSource,
    _ purchases: [RevenueEntry]? = nil, simulation: ForecastSimulation = ForecastSimulation()
  ) throws -> Forecast {
    let outlook = try outlook(conditions, scope, source, purchases)
    return Forecast(try input(period, outlook, source, simulation), outlook.chain)
  }

  func input(
    _ period: TargetPeriod, _ outlook: Outlook, _ source: RecordSource,
    _ simulation: ForecastSimulation = ForecastSimulation()
  ) throws -> ForecastInput {
    let zone = try ReportingZone(identifier: source.workspace.zone)
    guard let input = outlook.input(for: period.seconds(in: zone), simulation: simulation) else {
      throw StoreError.refused(.outOfRange)
    }
    return input
  }
}
