import SharedFunnel
import Testing

@testable import FunnelStore

/// What holds of the reports on disputes and agreements in any file.
enum LineProperties {
  static func expect(_ store: Store, now: Timestamp) throws {
    try expectDisputes(store, now: now)
    try expectAgreements(store, now: now)
  }

  /// The table tells what a replay tells, and every number has a list as long as it says.
  private static func expectDisputes(_ store: Store, now: Timestamp) throws {
    var request = DisputeRequest(scope: ReportScope(now: now))
    request.dimensions = DisputeDimension.allCases
    let live = try store.disputes(request).report
    request.scope.asOf = now
    #expect(try store.disputes(request).report == live)
    for breakdown in live.breakdowns {
      #expect(breakdown.rows.reduce(0) { $0 + $1.tally.opened } == live.total.opened)
      for row in breakdown.rows {
        var choice = DisputeChoice()
        choice.words = [(breakdown.dimension, row.name)]
        #expect(try store.disputes(choice, of: request).count == row.tally.opened)
      }
    }
  }

  private static func expectAgreements(_ store: Store, now: Timestamp) throws {
    var request = AgreementRequest(scope: ReportScope(now: now))
    let live = try store.agreements(request).report
    request.scope.asOf = now
    #expect(try store.agreements(request).report == live)
    let offers = try store.handoffs(HandoffChoice(), of: HandoffRequest(scope: ReportScope(now: now)))
    let counted = live.balances.map { $0[.offered] } + live.without.map(\.offered)
    #expect(counted.reduce(0, +) == offers.count)
    for balance in live.balances {
      for number in AgreementNumber.allCases {
        var choice = AgreementChoice()
        choice.number = number
        choice.version = balance.version
        choice.line = balance.line
        #expect(try store.offers(choice, of: request).count == balance[number], "\(number)")
      }
    }
  }
}
