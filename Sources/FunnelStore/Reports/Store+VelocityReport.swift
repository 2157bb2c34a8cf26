public import SharedFunnel

extension Store {
  public func velocity(_ request: VelocityRequest) throws -> VelocityAnswer {
    try read {
      let source = try RecordSource(self, request.scope)
      var answer = try velocity(request, request.period, source)
      if let other = request.comparison { answer.previous = [try velocity(request, other, source)] }
      return answer
    }
  }

  private func velocity(
    _ request: VelocityRequest, _ period: Period?, _ source: RecordSource
  ) throws -> VelocityAnswer {
    let passes = try passes(request, period, source)
    var scan = VelocityScan(passes.query, passes.sales)
    try source.scan(&scan)
    let end = request.scope.end ?? request.scope.now
    let open = try opportunities(request, period, source, passes.sales)
    let report = scan.report(open.opportunities, open.sales, source.workspace.ownership, at: end)
    let words = FunnelQuery(observedUntil: end)
    let groups = try report.groups.map { group in
      VelocityAnswer.Group(name: try name(of: group.key, in: request.grouping, words), table: group.table)
    }
    return VelocityAnswer(
      total: report.total, groups: sorted(groups), period: period, zone: source.workspace.zone,
      observedUntil: request.scope.observedUntil,
      observedUntilBySource: observedUntilBySource(source.workspace, request.scope), openAt: open.at)
  }

  /// The group with most stays first, and leads without a value last.
  private func sorted(_ groups: [VelocityAnswer.Group]) -> [VelocityAnswer.Group] {
    func stays(_ group: VelocityAnswer.Group) -> Int { group.table.stages.reduce(0) { $0 + $1.stays } }
    return groups.sorted { left, right in
      if (left.name == nil) != (right.name == nil) { return right.name == nil }
      let (one, other) = (stays(left), stays(right))
      return one != other ? one > other : (left.name ?? "") < (right.name ?? "")
    }
  }

  /// The open leads in stage 5 without a purchase at the end of the period. Where that lies behind us they are those of
  /// then, from a replay: what is open now says nothing of it.
  private func opportunities(
    _ request: VelocityRequest, _ period: Period?, _ source: RecordSource, _ sales: SalesScan
  ) throws -> (opportunities: [Opportunity], sales: SalesScan, at: Timestamp) {
    let end = request.scope.end ?? request.scope.now
    guard let period, period.end <= end else { return (try source.opportunities(among: sales.candidates), sales, end) }
    var scope = request.scope
    scope.asOf = Timestamp(milliseconds: period.end.milliseconds - 1)
    let then = try RecordSource(self, scope)
    let passes = try passes(request, period, then)
    return (
      try then.opportunities(among: passes.sales.candidates), passes.sales,
      Timestamp(milliseconds: period.end.milliseconds - 1)
    )
  }

  /// The stays behind a number of the report.
  public func stays(
    _ number: StayNumber, in stage: Stage?, of request: VelocityRequest
  ) throws -> [VisitListItem] {
    try read {
      let source = try RecordSource(self, request.scope)
      let passes = try passes(request, request.period, source)
      var list = StayListScan(passes.query, passes.sales, stage: stage, number)
      try source.scan(&list)
      return try listed(list.visits)
    }
  }

  /// The leads behind a factor of the sales velocity.
  ///
  /// - Parameter currency: only open leads whose expected value is in it.
  public func leads(
    behind factor: SalesFactor, in currency: Currency?, of request: VelocityRequest
  ) throws -> [LeadID] {
    try read {
      let source = try RecordSource(self, request.scope)
      let passes = try passes(request, request.period, source)
      guard factor == .open || factor == .unvalued else { return passes.sales.leads(factor) }
      return try opportunities(request, request.period, source, passes.sales).opportunities.filter { open in
        factor == .unvalued ? open.expected == nil : currency == nil || open.expected?.currency == currency
      }.map(\.lead).sorted()
    }
  }

  private func passes(
    _ request: VelocityRequest, _ period: Period?, _ source: RecordSource
  ) throws -> (query: VelocityQuery, sales: SalesScan) {
    let end = request.scope.end ?? request.scope.now
    var query = VelocityQuery(observedUntil: end)
    query.period = period.map { $0.seconds }
    query.filter = try filter(request.conditions, source.workspace)
    query.grouping = request.grouping
    query.groupLimit = try groupLimit(request.grouping, source.workspace)
    query.stages = request.stages
    query.window = request.window
    query.departmentsByOwner = source.workspace.departmentsByOwner
    if request.scope.asOf == nil {
      let ends = observedUntilBySource(source.workspace, request.scope)
      query.observedUntilByFeed = try terms.all(.feed).map { name in
        ends[name].map { UInt32(clamping: $0.seconds) } ?? query.observedUntil
      }
    }
    var sales = SalesScan(query)
    try source.scan(&sales)
    return (query, sales)
  }
}
