public import SharedFunnel

extension Store {
  public func cohorts(_ request: CohortRequest) throws -> CohortAnswer {
    try read {
      let source = try RecordSource(self, request.who.scope)
      var request = request
      let query = try query(request, request.who.period, source)
      request.ages = query.ages.count
      var answer = try cohorts(request, query, request.who.period, source)
      if let other = request.who.comparison {
        answer.previous = [try cohorts(request, try self.query(request, other, source), other, source)]
      }
      return answer
    }
  }

  private func cohorts(
    _ request: CohortRequest, _ query: CohortQuery, _ period: Period?, _ source: RecordSource
  ) throws -> CohortAnswer {
    var scan = CohortScan(query)
    try source.scan(&scan)
    var report = scan.report()
    if !report.immatureStarts.isEmpty {
      var times = CohortTimesScan(query, cohorts: report.immatureStarts)
      try source.scan(&times)
      times.estimate(&report)
    }
    let scope = request.who.scope
    return CohortAnswer(
      report: report, zone: source.workspace.zone, observedUntil: scope.observedUntil,
      observedUntilBySource: observedUntilBySource(source.workspace, scope), period: period)
  }

  /// The leads behind one number of a triangle; `nil` for a cohort or an age that has no place in it.
  public func leads(behind number: CohortNumber, of request: CohortRequest) throws -> [LeadID]? {
    try read {
      let source = try RecordSource(self, request.who.scope)
      let query = try query(request, request.who.period, source)
      let age = (number.age ?? 1) - 1
      guard query.ages.indices.contains(age) else { return nil }
      var scan = CohortScan(query)
      try source.scan(&scan)
      let rows = scan.report().rows.filter { row in
        number.cohort.map { $0 == row.label } ?? (row.cells[age].maturity == .mature)
      }
      guard number.cohort == nil || !rows.isEmpty else { return nil }
      var list = CohortListScan(
        query, cohorts: Set(rows.map(\.start)), age: query.ages[age],
        outcomes: number.outcome.map { [$0] } ?? Set(CohortOutcome.allCases))
      try source.scan(&list)
      return list.leads.sorted()
    }
  }

  private func query(_ request: CohortRequest, _ period: Period?, _ source: RecordSource) throws -> CohortQuery {
    let funnel = try query(request.who, period, source)
    let range = try entryRange(funnel, source)
    let lived = Int64(funnel.observedUntil) - Int64(range.lowerBound)
    let length = Int64(request.age.seconds)
    let count = request.ages ?? Int(min(max(1, lived / length), Int64(CohortRequest.mostAges)))
    return CohortQuery(
      funnel, goal: request.goal, ages: (1...max(1, count)).map { UInt32(clamping: Int64($0) * length) },
      cohorts: try table(request.unit, range, source))
  }

  /// The seconds in which the entries of a question lie: its period, else those of the file.
  func entryRange(_ query: FunnelQuery, _ source: RecordSource) throws -> Range<UInt32> {
    if let period = query.period { return period }
    var range = EntryRangeScan()
    try source.scan(&range)
    return Store.range(range.first, range.last)
  }

  static func range(_ first: UInt32?, _ last: UInt32?) -> Range<UInt32> {
    guard let first, let last else { return 0..<0 }
    return first..<max(first, last == .max ? last : last + 1)
  }

  /// The months (weeks …) of the reporting zone that cover some seconds.
  func table(_ unit: PeriodUnit, _ range: Range<UInt32>, _ source: RecordSource) throws -> PeriodTable {
    let zone = try ReportingZone(identifier: source.workspace.zone)
    return PeriodTable(
      PeriodGrid(
        unit, from: Timestamp(seconds: Int64(range.lowerBound)), to: Timestamp(seconds: Int64(range.upperBound)),
        zone: zone))
  }
}
