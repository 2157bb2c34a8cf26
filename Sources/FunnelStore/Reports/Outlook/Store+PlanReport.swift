public import SharedFunnel

/// What it takes to meet a target, and what each lever is worth.
public struct PlanAnswer: Sendable {
  public let frame: OutlookFrame
  /// `nil` without a target for what was asked.
  public let plan: BackPlan?
  /// Without any lever pulled.
  public let forecast: Forecast
  /// The most valuable first.
  public let levers: [LeverWorth]
  public let entered: Int
}

extension Store {
  /// - Parameter levers: empty: the usual ones, of comparable size.
  public func plan(_ request: OutlookRequest, levers: [Lever] = []) throws -> PlanAnswer {
    try read {
      let ahead = try ahead(request)
      let input = try input(ahead.frame.period, ahead.outlook, ahead.source, request.simulation)
      return PlanAnswer(
        frame: ahead.frame,
        plan: ahead.frame.share.flatMap { BackPlan($0, input, ahead.outlook.chain, zone: ahead.zone) },
        forecast: Forecast(input, ahead.outlook.chain),
        levers: LeverWorth.ranked(levers.isEmpty ? Lever.usual : levers, input, ahead.outlook.chain),
        entered: input.entries.count { input.recent.contains($0.at) })
    }
  }
}
