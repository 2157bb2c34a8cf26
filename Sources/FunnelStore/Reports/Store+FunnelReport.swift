public import SharedFunnel

extension Store {
  public func funnel(_ request: FunnelRequest) throws -> FunnelAnswer {
    try read {
      let source = try RecordSource(self, request.scope)
      var answer = try funnel(request, request.period, source)
      if let other = request.comparison { answer.previous = [try funnel(request, other, source)] }
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
    try estimate(&report, query, source)
    let groups = try report.groups.map { group in
      FunnelAnswer.Group(name: try name(of: group.key, in: request.grouping, query), table: group.table)
    }
    return FunnelAnswer(
      total: report.total, groups: sorted(groups, by: request.grouping), zone: source.workspace.zone,
      observedUntil: request.scope.observedUntil,
      observedUntilBySource: observedUntilBySource(source.workspace, request.scope), period: period)
  }

  /// Months in their order; else the largest group first and leads without a value last.
  private func sorted(_ groups: [FunnelAnswer.Group], by dimension: Dimension?) -> [FunnelAnswer.Group] {
    guard dimension != .month else { return groups }
    return groups.sorted { left, right in
      if (left.name == nil) != (right.name == nil) { return right.name == nil }
      if left.table.cohort != right.table.cohort { return left.table.cohort > right.table.cohort }
      return (left.name ?? "") < (right.name ?? "")
    }
  }

  /// An immature rate is never shown without the estimate that allows for open leads. One scan for each pair of stages,
  /// however many groups there are.
  private func estimate(_ report: inout FunnelReport, _ query: FunnelQuery, _ source: RecordSource) throws {
    var scans: [StagePair: StepTimesScan] = [:]
    func estimate(_ table: inout FunnelTable, group: UInt32?) throws {
      for index in table.steps.indices where table.steps[index].immature {
        guard let from = table.steps[index].from, table.steps[index].conversion != nil else { continue }
        let pair = StagePair(from: from, to: table.steps[index].stage)
        if scans[pair] == nil {
          var scan = StepTimesScan(query, from: pair.from, to: pair.to)
          try source.scan(&scan)
          scans[pair] = scan
        }
        table.steps[index].estimate = scans[pair]?.estimate(group: group)
      }
    }
    try estimate(&report.total, group: nil)
    for index in report.groups.indices {
      try estimate(&report.groups[index].table, group: report.groups[index].key)
    }
  }

  /// The leads behind one number of the report, as lists show them; `nil` for a stage that has no row in it.
  public func leads(behind number: FunnelNumber, of request: FunnelRequest) throws -> [LeadID]? {
    try read {
      let source = try RecordSource(self, request.scope)
      let query = try query(request, request.period, source)
      switch number {
      case .step(let stage, let outcome, let charged):
        var funnel = FunnelScan(query)
        try source.scan(&funnel)
        guard let step = funnel.report().total.steps.first(where: { $0.stage == stage }) else { return nil }
        var list = FunnelListScan(query, step: step, outcome: outcome, bucket: charged)
        try source.scan(&list)
        return list.leads.sorted()
      case .pair(let negativeOnly):
        guard let pair = request.pair else { return nil }
        var list = PairListScan(query, pair: pair, negativeOnly: negativeOnly)
        try source.scan(&list)
        return list.leads.sorted()
      }
    }
  }

  func query(_ request: FunnelRequest, _ period: Period?, _ source: RecordSource) throws -> FunnelQuery {
    var query = FunnelQuery(observedUntil: request.scope.observedUntil)
    query.mode = request.mode
    query.window = request.window.map { UInt32(clamping: $0) }
    query.from = request.from
    query.period = try cohort(period, request, source.workspace)
    query.grouping = request.grouping
    query.groupLimit = try groupLimit(request.grouping, source.workspace)
    query.pair = request.pair
    query.ownership = source.workspace.ownership
    query.departmentsByOwner = source.workspace.departmentsByOwner
    query.filter = try filter(request.conditions, source.workspace)
    if request.scope.asOf == nil {
      let ends = observedUntilBySource(source.workspace, request.scope)
      query.observedUntilByFeed = try terms.all(.feed).map { name in
        ends[name].map { UInt32(clamping: $0.seconds) } ?? query.observedUntil
      }
    }
    if request.grouping == .month { query.months = try monthTable(source) }
    if request.mode == .strict { query.chains = try source.chains() }
    return query
  }

  /// When observation ends for the leads of each import: as it was known, and never later than the report's own end. A
  /// time that was asked for with `asOf` stands in place of all of them.
  func observedUntilBySource(_ workspace: Workspace, _ scope: ReportScope) -> [String: Timestamp] {
    guard scope.asOf == nil else { return [:] }
    return workspace.observedUntil.mapValues { min($0, scope.end ?? scope.now) }
  }

  /// The period, cut to the months that a condition names.
  private func cohort(
    _ period: Period?, _ request: FunnelRequest, _ workspace: Workspace
  ) throws -> Range<UInt32>? {
    var range = period.map { $0.seconds }
    for condition in request.conditions where condition.dimension == .month {
      let zone = try ReportingZone(identifier: workspace.zone)
      // Every lead of a cohort has an entry, and so a month.
      let month = try condition.value.map {
        try DateText.period($0, now: request.scope.end ?? request.scope.now, zone: zone).seconds
      }
      range = (range ?? 0..<UInt32.max).clamped(to: month ?? 0..<0)
    }
    return range
  }

  private func monthTable(_ source: RecordSource) throws -> PeriodTable {
    var range = EntryRangeScan()
    try source.scan(&range)
    guard let first = range.first, let last = range.last else { return PeriodTable(starts: [], labels: []) }
    let zone = try ReportingZone(identifier: source.workspace.zone)
    let grid = PeriodGrid(
      .month, from: Timestamp(seconds: Int64(first)), to: Timestamp(seconds: Int64(last) + 1), zone: zone)
    return PeriodTable(grid)
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
          kind: condition.dimension.rawValue, text: text, known: Store.someOf(try terms.all(kind).dropFirst()))
      }
      return term.rawValue
    }
    for condition in conditions {
      switch condition.dimension {
      case .source: filter.source = try term(.source, condition)
      case .campaign: filter.campaign = try term(.campaign, condition)
      case .segment: filter.segment = try term(.segment, condition)
      case .owner:
        filter.owner =
          try condition.value.map { handle in
            guard let member = workspace.roster.member(handle: handle) else {
              throw StoreError.noSuchTerm(
                kind: "owner", text: handle, known: Store.someOf(workspace.roster.members.map(\.handle)[...]))
            }
            return member.id.rawValue
          } ?? 0
      case .department:
        guard let text = condition.value else {
          filter.department = 0
          continue
        }
        guard let set = DepartmentSet(key: text) else {
          throw StoreError.noSuchTerm(kind: "department", text: text, known: Department.all.map(\.key))
        }
        filter.department = UInt32(set.rawValue)
      case .month: continue
      }
    }
    return filter
  }

  /// As many words as a person reads in an error.
  static func someOf(_ words: ArraySlice<String>) -> [String] {
    let most = 12
    let shown = words.sorted().prefix(most)
    return words.count > most ? shown + [StoreMessages.more(["count": String(words.count - most)])] : Array(shown)
  }

  /// `nil` for leads without a word.
  func word(_ kind: TermKind, _ key: UInt32) throws -> String? {
    key == 0 ? nil : try terms.text(kind, TermID(rawValue: key)) ?? "#\(key)"
  }

  func groupLimit(_ dimension: Dimension?, _ workspace: Workspace) throws -> UInt32 {
    switch dimension {
    case .source: UInt32(clamping: try terms.all(.source).count)
    case .campaign: UInt32(clamping: try terms.all(.campaign).count)
    case .segment: UInt32(clamping: try terms.all(.segment).count)
    case .owner: (workspace.roster.members.last?.id.rawValue ?? 0) + 1
    case .department, .month, nil: .max
    }
  }

  func name(of key: UInt32, in dimension: Dimension?, _ query: FunnelQuery) throws -> String? {
    switch dimension {
    case .source: try word(.source, key)
    case .campaign: try word(.campaign, key)
    case .segment: try word(.segment, key)
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
