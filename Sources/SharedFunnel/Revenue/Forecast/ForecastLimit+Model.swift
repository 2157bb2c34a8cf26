extension ForecastLimit {
  /// What holds for a forecast, the gravest first.
  static func all(_ model: ForecastModel, _ base: ForecastModel.Chances?, isTooLarge: Bool) -> [ForecastLimit] {
    var limits: [ForecastLimit] = []
    if model.input.withoutAmount > 0 { limits.append(.attainedUnknown(purchases: model.input.withoutAmount)) }
    guard let base else { return limits + [model.isTooFar ? .tooFarAhead : .noEndedStays] }
    if isTooLarge { limits.append(.tooLarge) }
    if !model.chain.hasSeenPurchase { limits.append(.noPurchaseSeen) }
    let starts = Set(model.cells.map(\.key.stage)).union(model.mixture.map(\.stage))
    for stage in model.chain.stages(from: starts) {
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
    let forgotten = model.input.open.count { model.isForgotten($0) }
    let unseen = model.input.open.count { $0.observedUntil < model.input.asOf } - forgotten
    add(unseen, ForecastLimit.observationEndedBefore)
    add(forgotten, ForecastLimit.observationEndedLongAgo)
    return limits
  }
}

extension StageChain {
  /// The stages that leads who start in some go through, as far as was seen, in order.
  func stages(from starts: Set<Stage>) -> [Stage] {
    let risks = risks(StageChain.pooledKey)
    var found = starts.filter { $0 < .purchase }
    var open = Array(found)
    while let stage = open.popLast() {
      for next in StageExit.transient where risks[stage.index].total[next.index] > 0 && found.insert(next).inserted {
        open.append(next)
      }
    }
    return found.sorted()
  }

  var hasSeenPurchase: Bool {
    risks(StageChain.pooledKey).contains { $0.total[Stage.purchase.index] > 0 }
  }
}
