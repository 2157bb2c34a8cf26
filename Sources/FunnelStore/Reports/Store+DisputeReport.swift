public import SharedFunnel

/// A report on disputes as people ask for it.
public struct DisputeRequest: Sendable {
  public var scope: ReportScope
  /// When they were opened.
  public var period: Period?
  public var conditions: [Condition] = []
  public var dimensions: [DisputeDimension] = [.cause, .month, .opener, .outcome]
  /// The same is asked about this period too.
  public var comparison: Period?

  public init(scope: ReportScope) { self.scope = scope }
}

/// A report on disputes in words.
public struct DisputesAnswer: Sendable {
  public let report: DisputeReport
  public let zone: String
  public let observedUntil: Timestamp
  public let period: Period?
  /// The same over the period to compare with.
  public var previous: [DisputesAnswer] = []
}

/// A dispute in a list.
public struct DisputeListItem: Sendable {
  public let lead: LeadRow
  public let dispute: DisputeCase
  public let cause: String?
  public let kind: String?
  public let openedBy: String?
  public let ruledBy: String?
  /// Why the lead was rejected or returned.
  public let reason: String?
}

extension Store {
  public func disputes(_ request: DisputeRequest) throws -> DisputesAnswer {
    try read {
      let source = try RecordSource(self, request.scope)
      var answer = try answer(request, source)
      if let other = request.comparison {
        var before = request
        before.period = other
        answer.previous = [try self.answer(before, source)]
      }
      return answer
    }
  }

  private func answer(_ request: DisputeRequest, _ source: RecordSource) throws -> DisputesAnswer {
    DisputesAnswer(
      report: try disputes(request, source).scan.report(by: request.dimensions), zone: source.workspace.zone,
      observedUntil: request.scope.observedUntil, period: request.period)
  }

  /// The disputes behind one number of the report.
  ///
  /// - Throws: ``StoreError/noSuchTerm(kind:text:known:)`` for a word that is in no row of its breakdown.
  public func disputes(_ choice: DisputeChoice, of request: DisputeRequest) throws -> [DisputeListItem] {
    try read {
      let (query, scan) = try disputes(request, try RecordSource(self, request.scope))
      for (wanted, breakdown) in zip(choice.words, scan.report(by: choice.words.map(\.dimension)).breakdowns)
      where !breakdown.rows.contains(where: { $0.name == wanted.word }) {
        // What can be, and is not, is an empty list.
        let isPossible = wanted.dimension == .outcome || wanted.dimension == .subject || wanted.dimension == .boundary
        guard isPossible else {
          throw StoreError.noSuchTerm(
            kind: wanted.dimension.rawValue, text: wanted.word ?? "null",
            known: breakdown.rows.map { $0.name ?? "null" })
        }
      }
      let cases = scan.cases(choice)
      let leads = Dictionary(try leads(cases.map(\.lead)).map { ($0.lead, $0) }, uniquingKeysWith: { $1 })
      return try cases.compactMap { found in
        guard let lead = leads[found.lead] else { return nil }
        return DisputeListItem(
          lead: lead, dispute: found, cause: query.name(of: found, in: .cause), kind: query.name(of: found, in: .kind),
          openedBy: query.name(of: found, in: .opener),
          ruledBy: found.ruledBy.map { query.members[$0] ?? "#\($0.rawValue)" },
          reason: try word(.reason, found.reason.rawValue))
      }
    }
  }

  private func disputes(
    _ request: DisputeRequest, _ source: RecordSource
  ) throws -> (query: DisputeQuery, scan: DisputeScan) {
    let cases = try source.disputes()
    var query = DisputeQuery(asOf: request.scope.end ?? request.scope.now)
    query.period = request.period
    query.filter = try filter(request.conditions, source.workspace)
    query.departmentsByOwner = source.workspace.departmentsByOwner
    for cause in Set(cases.map(\.cause)) where cause != .none {
      query.causes[cause] = try terms.text(.reason, cause)
      query.kinds[cause] = query.causes[cause].flatMap { source.workspace.reason(key: $0, for: .conflict)?.kind }
    }
    query.members = source.workspace.roster.handles
    let times = cases.map { UInt32(clamping: $0.opened.seconds) }
    query.months = try table(.month, Store.range(times.min(), times.max()), source)
    var scan = DisputeScan(query)
    for found in cases { scan.add(found) }
    return (query, scan)
  }
}
