import SharedFunnel

extension Store {
  public func flow(_ request: FlowRequest) throws -> FlowAnswer {
    try read {
      let source = try RecordSource(self, request.scope)
      var answer = try flow(request, request.period, source)
      if let other = request.comparison { answer.previous = [try flow(request, other, source)] }
      return answer
    }
  }

  private func flow(_ request: FlowRequest, _ period: Period?, _ source: RecordSource) throws -> FlowAnswer {
    let query = try query(request, period, source)
    var scan = FlowScan(query)
    try source.scan(&scan)
    let end = request.scope.end ?? request.scope.now
    let report = scan.report(source.workspace.ownership, at: end)
    // Written before records told how a stay began: nothing is guessed, and a rebuild knows it.
    guard report.unknownEntries == 0 else {
      throw StoreError.damaged(StoreMessages.noRecord(["what": "visit_page.entry"]))
    }
    return FlowAnswer(
      report: report, groups: try groups(request, query, source, at: end), period: period, zone: source.workspace.zone,
      observedUntil: request.scope.observedUntil,
      observedUntilBySource: observedUntilBySource(source.workspace, request.scope))
  }

  private func groups(
    _ request: FlowRequest, _ query: FlowQuery, _ source: RecordSource, at end: Timestamp
  ) throws -> [FlowAnswer.Group] {
    guard let dimension = request.grouping else { return [] }
    var leads = LeadGroupScan(
      try filter(request.conditions, source.workspace), by: dimension,
      limit: try groupLimit(dimension, source.workspace), departmentsByOwner: source.workspace.departmentsByOwner)
    try source.scan(&leads)
    var scan = FlowGroupScan(query, by: leads.groups)
    try source.scan(&scan)
    let words = FunnelQuery(observedUntil: end)
    let groups = try scan.report(source.workspace.ownership, at: end).map { group in
      FlowAnswer.Group(name: try name(of: group.key, in: dimension, words), report: group.report)
    }
    func size(_ group: FlowAnswer.Group) -> Int { group.report.total.whole.opening + group.report.total.whole.entered }
    return groups.sorted { left, right in
      if (left.name == nil) != (right.name == nil) { return right.name == nil }
      return size(left) != size(right) ? size(left) > size(right) : (left.name ?? "") < (right.name ?? "")
    }
  }

  /// The stays behind one number of the report; `nil` for an interval that it does not have.
  public func visits(behind choice: FlowChoice, of request: FlowRequest) throws -> [VisitListItem]? {
    try read {
      let source = try RecordSource(self, request.scope)
      var query = try query(request, request.period, source)
      if let stage = choice.stage { query.stages = [stage] }
      let interval = query.intervals.first { $0.label == choice.interval }
      guard choice.interval == nil || interval != nil else { return nil }
      var scan = FlowListScan(query, choice.number, in: interval)
      try source.scan(&scan)
      return try listed(scan.visits)
    }
  }

  /// Stays with the leads they are of, by lead and time.
  func listed(_ visits: [VisitRecord]) throws -> [VisitListItem] {
    let rows = Dictionary(
      try leads(Set(visits.map { LeadID(rawValue: $0.lead) }).sorted()).map { ($0.lead, $0) }, uniquingKeysWith: { $1 })
    return visits.sorted { ($0.lead, $0.entered, $0.left) < ($1.lead, $1.entered, $1.left) }.compactMap { visit in
      guard let row = rows[LeadID(rawValue: visit.lead)], let stage = Stage(rawValue: visit.stage) else { return nil }
      return VisitListItem(
        lead: row, stage: stage, entered: Timestamp(seconds: Int64(visit.entered)),
        entry: VisitEntry(rawValue: visit.entry),
        left: visit.left == 0 ? nil : Timestamp(seconds: Int64(visit.left)),
        exit: VisitExit(rawValue: visit.exit) ?? .open)
    }
  }

  private func query(_ request: FlowRequest, _ period: Period?, _ source: RecordSource) throws -> FlowQuery {
    var query = FlowQuery(unit: request.unit, intervals: try intervals(request, period, source))
    query.stages = request.stages
    query.leads = try marks(request.conditions, source)
    return query
  }

  /// The leads that conditions let through; `nil` without any.
  private func marks(_ conditions: [Condition], _ source: RecordSource) throws -> LeadMarks? {
    guard !conditions.isEmpty else { return nil }
    let filter = try filter(conditions, source.workspace)
    var scan = LeadMarkScan(filter, departmentsByOwner: source.workspace.departmentsByOwner)
    try source.scan(&scan)
    return scan.marks
  }

  /// What lies behind the end of observation as a whole has not happened yet, and is no interval.
  private func intervals(
    _ request: FlowRequest, _ period: Period?, _ source: RecordSource
  ) throws -> [FlowInterval] {
    let zone = try ReportingZone(identifier: source.workspace.zone)
    let end = request.scope.end ?? request.scope.now
    if let period {
      return FlowInterval.intervals(request.unit, from: period.start, to: period.end, zone: zone)
        .filter { $0.start <= end }
    }
    var scan = FirstVisitScan()
    try source.scan(&scan)
    guard let first = scan.first else { return [] }
    let grid = PeriodGrid(
      request.unit, from: Timestamp(seconds: Int64(first)), to: Timestamp(milliseconds: end.milliseconds + 1),
      zone: zone)
    guard let start = grid.boundaries.first, let last = grid.boundaries.last else { return [] }
    return FlowInterval.intervals(
      request.unit, from: Timestamp(seconds: start), to: Timestamp(seconds: last), zone: zone)
  }
}
