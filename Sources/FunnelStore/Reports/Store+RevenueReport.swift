public import SharedFunnel

extension Store {
  public func revenue(_ request: RevenueRequest) throws -> RevenueAnswer {
    try read {
      let source = try RecordSource(self, request.scope, withRevenue: true)
      let entries = try source.revenue()
      let zone = try ReportingZone(identifier: source.workspace.zone)
      let period = try period(of: request, source.workspace, zone)
      var answer = try answer(request, period, entries, source)
      if let other = request.comparison {
        answer.previous = [
          try self.answer(request, TargetPeriod(other, in: zone), entries, source)
        ]
      }
      return answer
    }
  }

  /// The sales and refunds behind a number.
  ///
  /// - Parameter name: of a row of the breakdown; `nil` in a breakdown: the row without a name.
  /// - Throws: ``StoreError/noSuchTerm(kind:text:known:)`` for a row that is not there.
  public func revenueItems(
    _ choice: RevenueChoice, row name: String??, of request: RevenueRequest
  ) throws -> [RevenueListItem] {
    try read {
      let source = try RecordSource(self, request.scope, withRevenue: true)
      let entries = try source.revenue()
      let zone = try ReportingZone(identifier: source.workspace.zone)
      let query = try query(request, try period(of: request, source.workspace, zone), source, zone)
      var choice = choice
      if let name {
        let rows = try RevenueReport.checked(entries, query).rows
        let named = try rows.map { ($0.group, try self.name(of: $0.group, request.grouping)) }
        guard let row = named.first(where: { $0.1 == name }) else {
          throw StoreError.noSuchTerm(
            kind: request.grouping?.rawValue ?? "", text: name ?? "null",
            known: Store.someOf(named.map { $0.1 ?? "null" }[...]))
        }
        choice.group = row.0
      }
      let items = RevenueReport.list(choice, entries, query)
      let leads = Dictionary(
        try leads(Set(items.map(\.entry.lead)).sorted()).map { ($0.lead, $0) }, uniquingKeysWith: { $1 })
      return items.compactMap { item in leads[item.entry.lead].map { RevenueListItem(lead: $0, item: item) } }
    }
  }

  func answer(
    _ request: RevenueRequest, _ period: TargetPeriod, _ entries: [RevenueEntry], _ source: RecordSource
  ) throws -> RevenueAnswer {
    let zone = try ReportingZone(identifier: source.workspace.zone)
    let end = request.scope.end ?? request.scope.now
    let query = try query(request, period, source, zone)
    let report = try RevenueReport.checked(entries, query)
    let targets = source.workspace.targets
    // What is asked of all leads says nothing of some.
    let target = request.conditions.isEmpty ? targets.inForce(for: period, at: end) : nil
    let draft = targets.versions(of: period).last { $0.effective.map { $0 > end } ?? true }
    let observed = observedUntilBySource(source.workspace, request.scope)
    let forecast = try forecast(period, request.conditions, request.scope, source, entries)
    let rows = try report.rows.map { row in
      let name = try name(of: row.group, request.grouping)
      return RevenueAnswer.Row(
        group: row.group, name: name, figures: row.figures,
        target: request.grouping.flatMap { target?.part($0, name, in: zone) })
    }
    let channels = try channels(request, query, entries, source)
    return RevenueAnswer(
      total: report.total, rows: ordered(rows, request.grouping),
      channels: channels, channelNames: try names(of: channels),
      standing: RevenueStanding(
        report.total.attained, target: target?.amount, plan: try? target?.plan.curve(of: period),
        from: period.start(in: zone), at: min(end, period.end(in: zone)), in: zone),
      forecast: forecast,
      coverage: forecast.days <= 0
        ? nil : target.flatMap { PipelineCoverage(forecast, basis: .expectedValue, target: $0.amount) }, target: target,
      draft: draft,
      closing: request.conditions.isEmpty ? source.workspace.closings.closed(period, at: end) : nil,
      models: query.models, sourcing: query.sourcing, period: period,
      isDefaultPeriod: request.period == nil, currency: query.currency, zone: source.workspace.zone,
      observedUntil: request.scope.observedUntil, observedUntilBySource: observed)
  }

  private func names(of comparisons: [ChannelComparison]) throws -> [(term: TermID, name: String)] {
    try Set(comparisons.flatMap(\.credits.keys)).map { term in
      (term, try word(.channel, term.rawValue) ?? "")
    }.sorted { $0.1 < $1.1 }
  }

  private func channels(
    _ request: RevenueRequest, _ query: RevenueQuery, _ entries: [RevenueEntry], _ source: RecordSource
  ) throws -> [ChannelComparison] {
    guard !request.channelModels.isEmpty else { return [] }
    let others = try source.channelsWithoutPurchase(by: query.period.upperBound) { journey in
      query.filter.matches(journey, query)
    }
    let paths = ChannelComparison.paths(entries, query, others: others)
    return try request.channelModels.map { model in
      do throws(AttributionError) { return try ChannelComparison(model, paths) } catch {
        throw StoreError.notComparable(error)
      }
    }
  }

  /// The period that is asked about.
  func period(of request: RevenueRequest, _ workspace: Workspace, _ zone: ReportingZone) throws -> TargetPeriod {
    if let period = request.period { return period }
    let end = request.scope.end ?? request.scope.now
    return try workspace.targets.period(holding: end, in: zone)
  }

  func query(
    _ request: RevenueRequest, _ period: TargetPeriod, _ source: RecordSource, _ zone: ReportingZone
  ) throws -> RevenueQuery {
    let end = request.scope.end ?? request.scope.now
    let target = source.workspace.targets.inForce(for: period, at: end)
    let locked = target?.model ?? .positionBased
    let (start, after) = (period.start(in: zone), period.end(in: zone))
    var query = RevenueQuery(
      currency: try reportingCurrency(), period: start..<max(start, after),
      models: [locked] + request.models.filter { $0 != locked }, sourcing: target?.sourcing ?? .creation, zone: zone)
    query.filter = try filter(request.conditions, source.workspace)
    query.departmentsByOwner = source.workspace.departmentsByOwner
    query.grouping = request.grouping
    return query
  }

  /// Members go by their present names, also at a time at which they were not recorded yet.
  func name(of group: RevenueGroup, _ dimension: RevenueDimension?) throws -> String? {
    switch group {
    case .month(let day): return String(day.iso.prefix(7))
    case .currency(let currency): return currency?.code
    case .member(let member): return member.map { workspace.roster[$0]?.handle ?? "#\($0.rawValue)" }
    case .term(let term):
      let kinds: [RevenueDimension: TermKind] = [
        .segment: .segment, .source: .source, .campaign: .campaign, .channel: .channel, .product: .product,
      ]
      return try dimension.flatMap { kinds[$0] }.flatMap { try word($0, term.rawValue) }
    }
  }

  /// Months in their order; all else by what it brought, and what has no name last.
  private func ordered(_ rows: [RevenueAnswer.Row], _ dimension: RevenueDimension?) -> [RevenueAnswer.Row] {
    rows.sorted { left, right in
      if (left.name == nil) != (right.name == nil) { return right.name == nil }
      let (one, other) = (left.name ?? "", right.name ?? "")
      if dimension == .month { return one < other }
      let (a, b) = (left.figures.credits.first?.total ?? 0, right.figures.credits.first?.total ?? 0)
      return a == b ? one < other : a > b
    }
  }
}

extension RevenueReport {
  /// - Throws: ``StoreError/refused(_:)`` where a sum does not fit 64 bits.
  static func checked(_ entries: [RevenueEntry], _ query: RevenueQuery) throws -> RevenueReport {
    do throws(CreditTotals.Failure) { return try RevenueReport(entries, query) } catch {
      throw StoreError.refused(.outOfRange)
    }
  }
}
