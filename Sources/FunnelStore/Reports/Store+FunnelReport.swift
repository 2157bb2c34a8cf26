public import SharedFunnel

extension Store {
  public func funnel(_ request: FunnelRequest) throws -> FunnelAnswer {
    try read {
      let source = try RecordSource(self, request.scope)
      var answer = try funnel(request, request.period, source)
      if request.comparesPrevious, let period = request.period {
        let zone = try ReportingZone(identifier: source.workspace.zone)
        answer.previous = [try funnel(request, period.previous(zone), source)]
      }
      return answer
    }
  }

  private func funnel(
    _ request: FunnelRequest, _ period: Period?, _ source: RecordSource
  ) throws -> FunnelAnswer {
    let query = try query(request, period, source)
    var scan = FunnelScan(query)
    try source.scan(&scan)
    var report = scan.report()
    try estimate(&report.total, group: nil, query, source)
    for index in report.groups.indices {
      try estimate(&report.groups[index].table, group: report.groups[index].key, query, source)
    }
    let groups = try report.groups.map { group in
      FunnelAnswer.Group(name: try name(of: group.key, in: request.grouping, query), table: group.table)
    }
    let sources = request.scope.end == nil ? source.workspace.observedUntil : [:]
    return FunnelAnswer(
      total: report.total, groups: groups, zone: source.workspace.zone,
      observedUntil: request.scope.end ?? request.scope.now, observedUntilBySource: sources, period: period)
  }

  /// An immature rate is never shown without the estimate that allows for open leads.
  private func estimate(
    _ table: inout FunnelTable, group: UInt32?, _ query: FunnelQuery, _ source: RecordSource
  ) throws {
    for index in table.steps.indices where table.steps[index].immature {
      guard let from = table.steps[index].from else { continue }
      var scan = StepTimesScan(query, from: from, to: table.steps[index].stage, group: group)
      try source.scan(&scan)
      table.steps[index].estimate = scan.estimate()
    }
  }

  /// The leads behind one number of the report, as lists show them.
  ///
  /// - Parameter stage: the row.
  public func leads(behind request: FunnelRequest, stage: Stage, outcome: StepOutcome) throws -> [LeadID] {
    try read {
      let source = try RecordSource(self, request.scope)
      let query = try query(request, request.period, source)
      var funnel = FunnelScan(query)
      try source.scan(&funnel)
      guard let step = funnel.report().total.steps.first(where: { $0.stage == stage }) else { return [] }
      var list = FunnelListScan(query, step: step, outcome: outcome)
      try source.scan(&list)
      return list.leads.sorted()
    }
  }

  private func query(_ request: FunnelRequest, _ period: Period?, _ source: RecordSource) throws -> FunnelQuery {
    var query = FunnelQuery(observedUntil: request.scope.end ?? request.scope.now)
    query.mode = request.mode
    query.window = request.window.map { UInt32(clamping: $0) }
    query.from = request.from
    query.period = period.map { $0.seconds }
    query.grouping = request.grouping
    query.pair = request.pair
    query.ownership = source.workspace.ownership
    query.departmentsByOwner = source.workspace.departmentsByOwner
    query.filter = try filter(request.conditions, source.workspace)
    if request.scope.end == nil {
      query.observedUntilByFeed = try observedUntilByFeed(source.workspace, now: request.scope.now)
    }
    if request.grouping == .month { query.months = try monthTable(source) }
    if request.mode == .strict { query.chains = try source.chains() }
    return query
  }

  private func observedUntilByFeed(_ workspace: Workspace, now: Timestamp) throws -> [UInt32] {
    try terms.all(.feed).map { name in
      UInt32(clamping: (workspace.observedUntil[name] ?? now).seconds)
    }
  }

  private func monthTable(_ source: RecordSource) throws -> MonthTable {
    var range = EntryRangeScan()
    try source.scan(&range)
    guard let first = range.first, let last = range.last else { return MonthTable(starts: [], labels: []) }
    let zone = try ReportingZone(identifier: source.workspace.zone)
    let grid = PeriodGrid(
      .month, from: Timestamp(seconds: Int64(first)), to: Timestamp(seconds: Int64(last) + 1), zone: zone)
    return MonthTable(
      starts: grid.boundaries.prefix(grid.labels.count).map { UInt32(clamping: $0) }, labels: grid.labels)
  }

  /// The filter that the conditions amount to.
  ///
  /// - Throws: ``StoreError/noSuchTerm(kind:text:known:)`` for a word that no lead has.
  func filter(_ conditions: [Condition], _ workspace: Workspace) throws -> LeadFilter {
    var filter = LeadFilter()
    func term(_ kind: TermKind, _ condition: Condition) throws -> UInt32 {
      guard let text = condition.value else { return 0 }
      guard let term = try terms.find(kind, text) else {
        throw StoreError.noSuchTerm(
          kind: condition.dimension.rawValue, text: text, known: Array(try terms.all(kind).dropFirst()))
      }
      return term.rawValue
    }
    for condition in conditions {
      switch condition.dimension {
      case .source: filter.source = try term(.source, condition)
      case .campaign: filter.campaign = try term(.campaign, condition)
      case .segment: filter.segment = try term(.segment, condition)
      case .owner: filter.owner = try condition.value.map { try member($0).id.rawValue } ?? 0
      case .department:
        guard let text = condition.value else {
          filter.department = 0
          continue
        }
        guard let set = DepartmentSet(key: text) else {
          throw StoreError.noSuchTerm(kind: "department", text: text, known: Department.all.map(\.key))
        }
        filter.department = UInt32(set.rawValue)
      case .month: throw StoreError.noSuchTerm(kind: "month", text: condition.value ?? "", known: [])
      }
    }
    return filter
  }

  private func name(of key: UInt32, in dimension: Dimension?, _ query: FunnelQuery) throws -> String? {
    switch dimension {
    case .source: try terms.text(.source, TermID(rawValue: key))
    case .campaign: try terms.text(.campaign, TermID(rawValue: key))
    case .segment: try terms.text(.segment, TermID(rawValue: key))
    case .owner: key == 0 ? nil : workspace.roster[MemberID(rawValue: key)]?.handle ?? "#\(key)"
    case .department: key == 0 ? nil : DepartmentSet(rawValue: UInt16(clamping: key)).key
    case .month: Int(key) < query.months.labels.count ? query.months.labels[Int(key)] : nil
    case nil: nil
    }
  }
}

extension Period {
  /// Whole seconds since 1970 as records keep them.
  var seconds: Range<UInt32> {
    let low = UInt32(clamping: start.seconds)
    return low..<max(low, UInt32(clamping: end.seconds))
  }
}

extension Workspace {
  /// ``DepartmentSet`` raw values by member number.
  var departmentsByOwner: [UInt16] {
    let known = roster.members.filter { $0.id.rawValue <= MemberID.largest }
    var departments = [UInt16](repeating: 0, count: Int(known.last?.id.rawValue ?? 0) + 1)
    for member in known { departments[Int(member.id.rawValue)] = member.departments.rawValue }
    return departments
  }
}
