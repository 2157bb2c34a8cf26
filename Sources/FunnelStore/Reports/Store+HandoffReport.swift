public import SharedFunnel

extension Store {
  public func handoffs(_ request: HandoffRequest) throws -> HandoffAnswer {
    try read {
      let source = try RecordSource(self, request.scope)
      let fates = try fates(source)
      var answer = try handoffs(request, fates, source)
      if let other = request.comparison {
        var before = request
        before.period = other
        answer.previous = [try handoffs(before, fates, source)]
      }
      return answer
    }
  }

  private func handoffs(
    _ request: HandoffRequest, _ fates: LeadFates, _ source: RecordSource
  ) throws -> HandoffAnswer {
    var query = try query(request, source)
    query.fates = fates
    query.working = try workingTimes(source)
    try group(&query, request, source)
    var scan = HandoffReportScan(query)
    try source.scan(&scan)
    let report = scan.report()
    return HandoffAnswer(
      report: report, groups: try groups(report, query, source.workspace),
      reasons: try reasons(report, source.workspace),
      zone: source.workspace.zone, observedUntil: request.scope.observedUntil, period: request.period,
      hasCalendar: query.working.values.contains { !$0.isClockTime })
  }

  /// How well both sides judged.
  public func handoffAudit(_ request: HandoffRequest) throws -> HandoffAuditAnswer {
    try read {
      let source = try RecordSource(self, request.scope)
      var query = try query(request, source)
      query.fates = try fates(source)
      query.offerers = try source.offerers()
      var report = HandoffReportScan(query)
      try source.scan(&report)
      var audit = HandoffAuditScan(query)
      try source.scan(&audit)
      return HandoffAuditAnswer(
        report: report.report(), audit: audit.audit(), members: source.workspace.roster.handles,
        zone: source.workspace.zone,
        observedUntil: request.scope.observedUntil, period: request.period)
    }
  }

  /// The crossings behind one number of the report.
  ///
  /// - Throws: ``StoreError/noSuchTerm(kind:text:known:)`` for a reason that the workspace does not have.
  public func handoffs(_ choice: HandoffChoice, of request: HandoffRequest) throws -> [HandoffListItem] {
    try read {
      let source = try RecordSource(self, request.scope)
      var query = try query(request, source)
      query.fates = try fates(source)
      if choice.member != nil { query.offerers = try source.offerers() }
      var scan = HandoffListScan(query, try pick(choice, source.workspace))
      try source.scan(&scan)
      return try items(of: scan.records, asOf: query.asOf)
    }
  }

  /// The leads that were offered so often over one line, a lead at each of its lines.
  public func leads(offered frequency: OfferFrequency, of request: HandoffRequest) throws -> [LeadAtLineItem] {
    try read {
      let source = try RecordSource(self, request.scope)
      var scan = HandoffAuditScan(try query(request, source))
      try source.scan(&scan)
      let found = scan.leads(frequency)
      let rows = Dictionary(try leads(found.map(\.lead)).map { ($0.lead, $0) }, uniquingKeysWith: { $1 })
      return found.compactMap { offers in rows[offers.lead].map { LeadAtLineItem(lead: $0, offers: offers) } }
    }
  }

  func query(_ request: HandoffRequest, _ source: RecordSource) throws -> HandoffQuery {
    var query = HandoffQuery(asOf: request.scope.end ?? request.scope.now)
    query.period = request.period.map { $0.seconds }
    query.window = request.window ?? .max
    if !request.conditions.isEmpty {
      // A crossing belongs to no cohort, and so to no month of one.
      if let month = request.conditions.first(where: { $0.dimension == .month }) {
        throw StoreError.noSuchTerm(kind: "month", text: month.value ?? "", known: [])
      }
      let filter = try filter(request.conditions, source.workspace)
      var slots = SlotScan(filter, departmentsByOwner: source.workspace.departmentsByOwner)
      try source.scan(&slots)
      query.slots = slots.slots
      query.waiting = filter.passing(
        try source.waitingLeads(), departmentsByOwner: source.workspace.departmentsByOwner)
    }
    return query
  }

  /// - Throws: where the system does not know the zone of a calendar that a file from elsewhere brought.
  private func workingTimes(_ source: RecordSource) throws -> [UInt16: WorkingTime] {
    let calendars = source.workspace.calendars
    guard !calendars.versions.isEmpty else { return [:] }
    var scan = ReceiverScan()
    try source.scan(&scan)
    return try scan.receivers.reduce(into: [:]) { $0[$1.rawValue] = try calendars.workingTime(of: $1) }
  }

  /// What became of the leads, as far as their crossings do not know it.
  private func fates(_ source: RecordSource) throws -> LeadFates {
    var leads = LeadFateScan()
    try source.scan(&leads)
    var offers = leads.pass()
    try source.scan(&offers)
    return offers.fates
  }
}

// MARK: - Groups and words

extension Store {
  private func group(_ query: inout HandoffQuery, _ request: HandoffRequest, _ source: RecordSource) throws {
    query.grouping = request.grouping
    if request.grouping == .member { query.offerers = try source.offerers() }
    if let dimension = request.grouping?.dimension {
      var everyone = FunnelQuery(observedUntil: request.scope.observedUntil)
      everyone.grouping = dimension
      everyone.groupLimit = try groupLimit(dimension, source.workspace)
      var scan = SlotGroupScan(everyone)
      try source.scan(&scan)
      query.groups = scan.groups
      query.waitingGroups = try waitingGroups(dimension, source)
    }
    if request.grouping == .month {
      var offers = OfferRangeScan()
      try source.scan(&offers)
      // An offer may fall due in the period without having been made in it.
      let range = request.period?.seconds ?? Store.range(offers.first, offers.last)
      query.months = try table(.month, range, source)
    }
  }

  /// The value of each waiting lead in a dimension.
  func waitingGroups(_ dimension: Dimension, _ source: RecordSource) throws -> [UInt32: UInt32] {
    Dictionary(try source.waitingLeads().map { ($0.lead, $0.value(in: dimension)) }, uniquingKeysWith: { $1 })
  }

  private func groups(
    _ report: HandoffReport, _ query: HandoffQuery, _ workspace: Workspace
  ) throws -> [HandoffAnswer.Group] {
    let groups = try report.groups.map {
      HandoffAnswer.Group(name: try name(of: $0.key, in: query, workspace), counts: $0.counts)
    }
    guard query.grouping != .month else { return groups }
    return groups.sorted { left, right in
      if (left.name == nil) != (right.name == nil) { return right.name == nil }
      if left.counts[.offered] != right.counts[.offered] { return left.counts[.offered] > right.counts[.offered] }
      return (left.name ?? "") < (right.name ?? "")
    }
  }

  private func name(of key: UInt32, in query: HandoffQuery, _ workspace: Workspace) throws -> String? {
    switch query.grouping {
    case .source: try word(.source, key)
    case .campaign: try word(.campaign, key)
    case .segment: try word(.segment, key)
    case .reason: try word(.reason, key)
    case .giver, .receiver: DepartmentSet(rawValue: UInt16(clamping: key)).key
    case .member: key == 0 ? nil : workspace.roster.handles[MemberID(rawValue: key)] ?? "#\(key)"
    case .month: Int(key) < query.months.labels.count ? query.months.labels[Int(key)] : nil
    case .boundary, nil: nil
    }
  }

  private func reasons(
    _ report: HandoffReport, _ workspace: Workspace
  ) throws -> [TermID: HandoffAnswer.NamedReason] {
    var reasons: [TermID: HandoffAnswer.NamedReason] = [:]
    for count in report.total.rejections + report.total.returns {
      guard let key = try terms.text(.reason, count.reason) else { continue }
      reasons[count.reason] = HandoffAnswer.NamedReason(
        key: key, kind: workspace.reason(key: key, for: .rejection)?.kind)
    }
    return reasons
  }

  private func pick(_ choice: HandoffChoice, _ workspace: Workspace) throws -> HandoffPick {
    var pick = HandoffPick()
    pick.numbers = choice.numbers
    pick.line = choice.line
    pick.giver = choice.giver
    pick.receiver = choice.receiver
    pick.isOverridden = choice.isOverridden
    if let handle = choice.member {
      pick.member = try handle.map { try number(ofMember: $0, workspace) } ?? 0
    }
    pick.month = choice.month.map { $0.seconds }
    if let reason = choice.reason {
      pick.reason =
        try reason.map { key in
          if let term = try terms.find(.reason, key) { return term }
          let known = workspace.reasons.filter { $0.kind.use == .rejection }.map(\.key)
          guard known.contains(key.lowercased()) else {
            throw StoreError.noSuchTerm(kind: "reason", text: key, known: known)
          }
          // Known, and never given.
          return TermID(rawValue: .max)
        } ?? TermID.none
    }
    return pick
  }

  /// - Throws: ``StoreError/noSuchTerm(kind:text:known:)`` for a handle that nobody has.
  private func number(ofMember handle: String, _ workspace: Workspace) throws -> UInt32 {
    if let member = workspace.roster.member(handle: handle) { return member.id.rawValue }
    throw StoreError.noSuchTerm(
      kind: "member", text: handle, known: Store.someOf(workspace.roster.members.map(\.handle)[...]))
  }

  /// Crossings in words, by lead.
  func items(of records: [HandoffRecord], asOf time: UInt32) throws -> [HandoffListItem] {
    let rows = Dictionary(
      try leads(records.map { LeadID(rawValue: $0.lead) }).map { ($0.lead, $0) }, uniquingKeysWith: { $1 })
    func instant(_ seconds: UInt32) -> Timestamp? { seconds == 0 ? nil : Timestamp(seconds: Int64(seconds)) }
    return try records.sorted { ($0.lead, $0.offered) < ($1.lead, $1.offered) }.compactMap { record in
      guard let row = rows[LeadID(rawValue: record.lead)],
        let outcome = HandoffOutcome(rawValue: record.outcome(asOf: time))
      else { return nil }
      return HandoffListItem(
        lead: row, from: Stage(rawValue: record.from), to: Stage(rawValue: record.to),
        line: HandoffLine(packed: record.line), outcome: outcome,
        offered: Timestamp(seconds: Int64(record.offered)), answered: instant(record.answered),
        due: instant(record.due), giver: DepartmentSet(rawValue: record.giver),
        receiver: DepartmentSet(rawValue: record.receiver),
        reason: try terms.text(.reason, TermID(rawValue: record.reason)), contacted: instant(record.contacted),
        contactDue: instant(record.contactDue), returned: instant(record.returned), ruling: record.marks.ruling)
    }
  }
}

extension HandoffRecord.Marks {
  /// `nil`: nothing was disputed, or the ruling is still awaited.
  fileprivate var ruling: Ruling? {
    if contains(.upheld) { return .upheld }
    if contains(.overturned) { return .overturned }
    return contains(.split) ? .split : nil
  }
}
