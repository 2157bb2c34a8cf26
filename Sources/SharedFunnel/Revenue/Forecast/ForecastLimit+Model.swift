extension ForecastLimit {
  /// What holds for a forecast, the gravest first.
  static func all(_ model: ForecastModel, _ base: ForecastModel.Chances?, isTooLarge: Bool) -> [ForecastLimit] {
    var limits: [ForecastLimit] = []
    guard let base else { return [.noEndedStays] }
    if isTooLarge { limits.append(.tooLarge) }
    if !model.chain.hasSeenPurchase { limits.append(.noPurchaseSeen) }
    let first = model.cells.map(\.key.stage).min() ?? .purchase
    let earliest = min(first, model.mixture.map(\.stage).min() ?? .purchase)
    for stage in StageExit.transient where stage >= earliest {
      let ended = model.chain.basis(of: stage).ended
      if ended < StageChain.enough { limits.append(.fewEndedStays(stage, ended: ended)) }
    }
    func add(_ count: Int, _ limit: (Int) -> ForecastLimit) { if count > 0 { limits.append(limit(count)) } }
    add(
      zip(model.cells, base.cells).reduce(0) { $0 + ($1.1 == nil ? $1.0.leads.count : 0) }, ForecastLimit.olderThanSeen)
    let other = model.input.open.count { lead in lead.expected.map { $0.currency != model.input.currency } ?? false }
    add(other, ForecastLimit.inOtherCurrency)
    if model.values.mean == nil {
      add(model.input.open.count { $0.expected == nil }, ForecastLimit.withoutValue)
      limits.append(.noPurchaseAmounts)
    }
    if model.entries.total == 0 { limits.append(.noRecentEntries) }
    add(model.input.open.count { $0.observedUntil < model.input.asOf }, ForecastLimit.observationEndedBefore)
    return limits
  }
}

extension StageChain {
  var hasSeenPurchase: Bool {
    risks(StageChain.pooledKey).contains { $0.total[Stage.purchase.index] > 0 }
  }
}
