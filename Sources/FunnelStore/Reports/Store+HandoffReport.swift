public import SharedFunnel

/// A report on crossings as people ask for it.
public struct HandoffRequest: Sendable {
  public var scope: ReportScope
  public var period: Period?
  public var conditions: [Condition] = []
  /// The same is asked about this period too.
  public var comparison: Period?

  public init(scope: ReportScope) { self.scope = scope }
}

/// A report on crossings in words.
public struct HandoffAnswer: Sendable {
  public let report: HandoffReport
  /// Reasons of the rejections by their number.
  public let reasons: [TermID: String]
  public let zone: String
  public let observedUntil: Timestamp
  public let period: Period?
  /// The same over the period to compare with.
  public var previous: [HandoffAnswer] = []
}

/// A crossing in a list.
public struct HandoffListItem: Sendable {
  public let lead: LeadRow
  public let from: Stage?
  public let to: Stage?
  public let outcome: HandoffOutcome
  public let offered: Timestamp
  public let answered: Timestamp?
  public let due: Timestamp?
  public let giver: DepartmentSet
  public let receiver: DepartmentSet
  public let reason: String?
}

/// Which of the crossings of a report a list shows. All that is named holds at once; nothing named: every offer.
public struct HandoffChoice: Sendable, Equatable {
  /// Without one, every offer whatever came of it.
  public var outcome: HandoffOutcome?
  public var giver: DepartmentSet?
  public var receiver: DepartmentSet?
  /// A reason's key; `nil` inside: rejections without one.
  public var reason: String??

  public init() {}

  func includes(_ item: HandoffListItem) -> Bool {
    (giver.map { $0 == item.giver } ?? true) && (receiver.map { $0 == item.receiver } ?? true)
      && (reason.map { $0 == item.reason } ?? true)
  }
}

extension Store {
  public func handoffs(_ request: HandoffRequest) throws -> HandoffAnswer {
    try read {
      let source = try RecordSource(self, request.scope)
      var answer = try handoffs(request, source)
      if let other = request.comparison {
        var before = request
        before.period = other
        answer.previous = [try handoffs(before, source)]
      }
      return answer
    }
  }

  private func handoffs(_ request: HandoffRequest, _ source: RecordSource) throws -> HandoffAnswer {
    var scan = HandoffReportScan(try query(request, source))
    try source.scan(&scan)
    let report = scan.report()
    var reasons: [TermID: String] = [:]
    for rejection in report.rejections { reasons[rejection.reason] = try terms.text(.reason, rejection.reason) }
    return HandoffAnswer(
      report: report, reasons: reasons, zone: source.workspace.zone,
      observedUntil: request.scope.end ?? request.scope.now, period: request.period)
  }

  /// The crossings behind one number of the report.
  public func handoffs(_ choice: HandoffChoice, of request: HandoffRequest) throws -> [HandoffListItem] {
    try read {
      let source = try RecordSource(self, request.scope)
      let query = try query(request, source)
      var scan = HandoffListScan(query, outcome: choice.outcome)
      try source.scan(&scan)
      return try items(of: scan.records, asOf: query.asOf).filter(choice.includes)
    }
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
        lead: row, from: Stage(rawValue: record.from), to: Stage(rawValue: record.to), outcome: outcome,
        offered: Timestamp(seconds: Int64(record.offered)), answered: instant(record.answered),
        due: instant(record.due), giver: DepartmentSet(rawValue: record.giver),
        receiver: DepartmentSet(rawValue: record.receiver),
        reason: try terms.text(.reason, TermID(rawValue: record.reason)))
    }
  }

  func query(_ request: HandoffRequest, _ source: RecordSource) throws -> HandoffQuery {
    var query = HandoffQuery(asOf: request.scope.end ?? request.scope.now)
    query.period = request.period.map { $0.seconds }
    if !request.conditions.isEmpty {
      // A crossing belongs to no cohort, and so to no month of one.
      if let month = request.conditions.first(where: { $0.dimension == .month }) {
        throw StoreError.noSuchTerm(kind: "month", text: month.value ?? "", known: [])
      }
      let filter = try filter(request.conditions, source.workspace)
      var slots = SlotScan(filter, departmentsByOwner: source.workspace.departmentsByOwner)
      try source.scan(&slots)
      query.slots = slots.slots
    }
    return query
  }
}
