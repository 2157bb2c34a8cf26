public import SharedFunnel

/// Which stage each department owns, in words.
public struct OwnersAnswer: Sendable {
  public let report: OwnersReport
  /// Handles of the responsible members by their number.
  public let members: [MemberID: String]
  public let zone: String
  public let observedUntil: Timestamp
}

extension Store {
  public func owners(_ scope: ReportScope, period: Period) throws -> OwnersAnswer {
    try read {
      let source = try RecordSource(self, scope)
      let end = scope.end ?? scope.now
      var scan = OwnersScan(period: period.seconds, asOf: end)
      try source.scan(&scan)
      let members = source.workspace.roster.members.map { ($0.id, $0.handle) }
      return OwnersAnswer(
        report: scan.report(source.workspace.ownership),
        members: Dictionary(members, uniquingKeysWith: { $1 }), zone: source.workspace.zone, observedUntil: end)
    }
  }
}
