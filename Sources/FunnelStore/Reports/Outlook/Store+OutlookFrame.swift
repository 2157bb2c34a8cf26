import SharedFunnel

extension Store {
  /// What a look ahead is made from, for a request.
  struct Ahead {
    let source: RecordSource
    let zone: ReportingZone
    let outlook: Outlook
    let frame: OutlookFrame
  }

  func ahead(_ request: OutlookRequest) throws -> Ahead {
    let source = try RecordSource(self, request.scope, withRevenue: true)
    let zone = try ReportingZone(identifier: source.workspace.zone)
    let outlook = try outlook(request.conditions, request.scope, source)
    let end = request.scope.end ?? request.scope.now
    let targets = source.workspace.targets
    let choice = try PeriodChoice(request.period, targets: targets, at: end, in: zone)
    let target = targets.inForce(for: choice.period, at: end)
    return Ahead(
      source: source, zone: zone, outlook: outlook,
      frame: OutlookFrame(
        choice: choice, target: target, share: target.flatMap { share(of: $0, request.conditions) },
        currency: outlook.currency, zone: source.workspace.zone, observedUntil: request.scope.observedUntil,
        observedUntilBySource: observedUntilBySource(source.workspace, request.scope),
        revenue: PeriodRevenue(outlook.ownPurchases, in: choice.period.seconds(in: zone), outlook.currency),
        stages: StageExit.transient.map { stage in
          OutlookFrame.StageKnowledge(
            basis: outlook.chain.basis(of: stage, in: outlook.segment),
            exits: outlook.chain.exits(of: stage, in: outlook.segment))
        }))
  }

  /// A target is one figure for all leads; only its parts by segment say what some of them are to bring.
  private func share(of target: RevenueTarget, _ conditions: [Condition]) -> Money? {
    guard let condition = conditions.first else { return target.amount }
    guard conditions.count == 1, condition.dimension == .segment, let segment = condition.value else { return nil }
    let part = target.parts.first { $0.by == .segment && $0.key.lowercased() == segment.lowercased() }
    return part.map { Money(minor: $0.minor, currency: target.amount.currency) }
  }
}
