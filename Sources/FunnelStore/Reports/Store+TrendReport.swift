public import SharedFunnel

extension Store {
  public func trend(_ request: TrendRequest) throws -> TrendAnswer {
    try read {
      let source = try RecordSource(self, request.who.scope)
      var answer = try trend(request, request.who.period, source)
      if let other = request.who.comparison { answer.previous = [try trend(request, other, source)] }
      return answer
    }
  }

  private func trend(_ request: TrendRequest, _ period: Period?, _ source: RecordSource) throws -> TrendAnswer {
    let funnel = try query(request.who, period, source)
    let report =
      switch request.rate {
      case .leads(let goal): try leadTrend(try cohortQuery(funnel, goal, request, source), source)
      case .handoffs(let rate): try handoffTrend(try handoffQuery(funnel, rate, request, period, source), source)
      }
    let scope = request.who.scope
    return TrendAnswer(
      points: report.points,
      groups: try report.groups.map {
        TrendAnswer.Group(name: try name(of: $0.key, in: request.who.grouping, funnel), points: $0.points)
      }, zone: source.workspace.zone, observedUntil: scope.observedUntil,
      observedUntilBySource: observedUntilBySource(source.workspace, scope), period: period)
  }

  /// The leads or crossings behind one number of a trend; `nil` for a point that has no place in it.
  public func list(
    behind number: TrendNumber, at label: String, of request: TrendRequest
  ) throws -> TrendList? {
    try read {
      let source = try RecordSource(self, request.who.scope)
      let funnel = try query(request.who, request.who.period, source)
      switch request.rate {
      case .leads(let goal):
        let query = try cohortQuery(funnel, goal, request, source)
        guard let place = query.cohorts.labels.firstIndex(of: label) else { return nil }
        let outcomes: Set<CohortOutcome> =
          switch number {
          case .numerator: [.converted]
          case .denominator: Set(CohortOutcome.allCases)
          case .unresolved: [.unresolved]
          }
        var list = CohortListScan(
          query, cohorts: [query.cohorts.starts[place]], age: query.ages[0], outcomes: outcomes)
        try source.scan(&list)
        return .leads(list.leads.sorted())
      case .handoffs(let rate):
        let query = try handoffQuery(funnel, rate, request, request.who.period, source)
        guard let place = query.periods.labels.firstIndex(of: label) else { return nil }
        var list = HandoffTrendListScan(query, point: query.periods.starts[place], number: number)
        try source.scan(&list)
        return .crossings(try items(of: list.records, asOf: query.handoffs.asOf))
      }
    }
  }

  // MARK: Leads

  private func cohortQuery(
    _ funnel: FunnelQuery, _ goal: CohortQuery.Goal, _ request: TrendRequest, _ source: RecordSource
  ) throws -> CohortQuery {
    CohortQuery(
      funnel, goal: goal, ages: [funnel.window ?? .max],
      cohorts: try table(request.unit, try entryRange(funnel, source), source))
  }

  private func leadTrend(_ query: CohortQuery, _ source: RecordSource) throws -> TrendReport {
    var scan = CohortScan(query)
    try source.scan(&scan)
    let isGrouped = query.funnel.grouping != nil
    var total = scan.report()
    var groups = isGrouped ? ([0] + scan.groups).map { (key: $0, report: scan.report(group: $0)) } : []
    // Every group has the rows of all, so that the points stand under each other.
    for index in groups.indices { groups[index].report.alignRows(with: total) }
    groups.removeAll { $0.report.leads == 0 }
    let immature = groups.reduce(total.immatureStarts) { $0.union($1.report.immatureStarts) }
    if !immature.isEmpty {
      var times = CohortTimesScan(query, cohorts: immature)
      try source.scan(&times)
      times.estimate(&total)
      for index in groups.indices { times.estimate(&groups[index].report, group: groups[index].key) }
    }
    return TrendReport(total, groups: groups)
  }

  // MARK: Offers

  private func handoffQuery(
    _ funnel: FunnelQuery, _ rate: HandoffRate, _ request: TrendRequest, _ period: Period?, _ source: RecordSource
  ) throws -> HandoffTrendQuery {
    var handoffs = HandoffRequest(scope: request.who.scope)
    handoffs.period = period
    handoffs.conditions = request.who.conditions
    var query = try self.query(handoffs, source)
    var groups: SlotGroupScan?
    if let dimension = request.who.grouping {
      query.waitingGroups = try waitingGroups(dimension, source)
      // Whose group it is does not depend on when the lead entered.
      var everyone = funnel
      everyone.period = nil
      everyone.filter = LeadFilter()
      var scan = SlotGroupScan(everyone)
      try source.scan(&scan)
      groups = scan
    }
    var range = query.period
    if range == nil {
      var offers = OfferRangeScan()
      try source.scan(&offers)
      range = Store.range(offers.first, offers.last)
    }
    return HandoffTrendQuery(
      query, rate: rate, periods: try table(request.unit, range ?? 0..<0, source), groups: groups?.groups)
  }

  private func handoffTrend(_ query: HandoffTrendQuery, _ source: RecordSource) throws -> TrendReport {
    var scan = HandoffTrendScan(query)
    try source.scan(&scan)
    return scan.report()
  }
}
