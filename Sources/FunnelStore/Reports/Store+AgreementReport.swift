public import SharedFunnel

/// A report on agreements as people ask for it.
public struct AgreementRequest: Sendable {
  public var scope: ReportScope
  /// When the offers were made, and for which time promises are counted; `nil`: since the first one.
  public var period: Period?
  /// `nil`: every line.
  public var line: HandoffLine?
  /// The same is asked about this period too.
  public var comparison: Period?

  public init(scope: ReportScope) { self.scope = scope }
}

/// A report on agreements, with what is needed to explain it.
public struct AgreementAnswer: Sendable {
  public let report: AgreementReport
  /// Versions that do not count yet.
  public let awaited: [AwaitedAgreement]
  public let zone: String
  public let observedUntil: Timestamp
  public let period: Period?
  /// The same over the period to compare with.
  public var previous: [AgreementAnswer] = []
}

extension Store {
  public func agreements(_ request: AgreementRequest) throws -> AgreementAnswer {
    try read {
      let source = try RecordSource(self, request.scope)
      let end = request.scope.end ?? request.scope.now
      // A version does not say when it was drafted, and the journal does.
      let drafted = request.scope.end == nil ? workspace : try workspace(knownAt: end)
      let awaited = drafted.agreements.awaited(at: end).filter { version in
        request.line.map { $0 == version.agreement.line } ?? true
      }
      func answer(_ request: AgreementRequest) throws -> AgreementAnswer {
        var scan = AgreementScan(try query(request, source))
        try source.scan(&scan)
        return AgreementAnswer(
          report: scan.report(), awaited: awaited, zone: source.workspace.zone,
          observedUntil: request.scope.observedUntil, period: request.period)
      }
      var own = try answer(request)
      if let other = request.comparison {
        var before = request
        before.period = other
        own.previous = [try answer(before)]
      }
      return own
    }
  }

  /// The offers behind one number of the report.
  public func offers(_ choice: AgreementChoice, of request: AgreementRequest) throws -> [HandoffListItem] {
    try read {
      let source = try RecordSource(self, request.scope)
      let query = try query(request, source)
      var scan = AgreementScan(query, listing: choice)
      try source.scan(&scan)
      return try items(of: scan.records, asOf: UInt32(clamping: query.asOf.seconds))
    }
  }

  private func query(_ request: AgreementRequest, _ source: RecordSource) throws -> AgreementQuery {
    let workspace = source.workspace
    var query = AgreementQuery(
      agreements: workspace.agreements, ownership: workspace.ownership,
      zone: try ReportingZone(identifier: workspace.zone), asOf: request.scope.end ?? request.scope.now)
    query.period = request.period.map { $0.seconds }
    query.line = request.line
    return query
  }
}
