import ArgumentParser
import FunnelStore
import SharedFunnel

/// What every look ahead takes: of which period and leads, and from when it looks.
struct OutlookOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.outlookPeriodHelp)) var period: String?
  @OptionGroup var filter: WhereOptions
  @Option(help: ArgumentHelp(.outlookSeedHelp)) var seed: UInt64 = 1
  @OptionGroup var scope: ScopeOptions

  func request(in session: Session) throws -> OutlookRequest {
    var request = OutlookRequest(scope: try scope.scope(in: session))
    request.period = try period.map { try OutlookOptions.period($0, request.scope, in: session) }
    request.conditions = try filter.conditions().leadConditions(months: false)
    request.simulation.seed = seed
    return request
  }

  /// A period as targets name theirs, or in words such as `this quarter`.
  static func period(_ text: String, _ scope: ReportScope, in session: Session) throws -> TargetPeriod {
    if let named = try? TargetPeriodArgument.read(text, in: session) { return named }
    guard let spoken = try? session.period(text, scope) else {
      return try TargetPeriodArgument.read(text, in: session)
    }
    return try TargetPeriodArgument.read(spoken.label, in: session)
  }
}
