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
    request.period = try period.map { try session.targetPeriod($0, request.scope) }
    request.conditions = try filter.conditions().leadConditions(months: false)
    request.simulation.seed = seed
    return request
  }
}
