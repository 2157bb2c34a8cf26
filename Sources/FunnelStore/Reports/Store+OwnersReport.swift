public import SharedFunnel

/// Which stage each department owns, in words.
public struct OwnersAnswer: Sendable {
  public let report: OwnersReport
  /// Handles of the responsible members by their number.
  public let members: [MemberID: String]
  public let zone: String
  public let observedUntil: Timestamp
  /// Arrivals and departures in the period to compare with; open leads and owners are those of the end of observation.
  public var previous: [OwnersReport] = []
}

extension Store {
  public func owners(_ scope: ReportScope, period: Period, comparison: Period? = nil) throws -> OwnersAnswer {
    try read {
      let source = try RecordSource(self, scope)
      let end = scope.end ?? scope.now
      func report(_ period: Period) throws -> OwnersReport {
        var scan = OwnersScan(period: period.seconds, asOf: end)
        try source.scan(&scan)
        return scan.report(source.workspace.ownership)
      }
      let members = source.workspace.roster.members.map { ($0.id, $0.handle) }
      return OwnersAnswer(
        report: try report(period), members: Dictionary(members, uniquingKeysWith: { $1 }),
        zone: source.workspace.zone, observedUntil: scope.observedUntil,
        previous: try comparison.map { [try report($0)] } ?? [])
    }
  }
}
