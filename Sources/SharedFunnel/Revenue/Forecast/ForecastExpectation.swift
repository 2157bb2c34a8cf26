/// What is expected under one scenario, before anything is rounded: minor units and purchases.
struct ForecastExpectation: Sendable, Equatable {
  struct Part: Sendable, Equatable {
    var purchases = 0.0
    var amount = 0.0
  }

  /// Open leads with an expected value in the currency, and those that bring the mean.
  var valued = Part()
  var atMean = Part()
  /// Those that bring no sum.
  var withoutSum = 0.0
  var entering = Part()
  var further = Part()

  var amount: Double { valued.amount + atMean.amount + entering.amount + further.amount }
  var purchases: Double {
    valued.purchases + atMean.purchases + withoutSum + entering.purchases + further.purchases
  }

  init(_ model: ForecastModel, _ chances: ForecastModel.Chances, _ scenario: ForecastScenario) {
    let mean = (model.values.mean ?? 0) * scenario.value
    for (cell, chance) in zip(model.cells, chances.cells) {
      guard let chance else { continue }
      valued.purchases += chance * Double(cell.amounts.count)
      valued.amount += chance * cell.amounts.sum * scenario.value
      atMean.purchases += chance * Double(cell.atMean)
      withoutSum += chance * Double(cell.withoutSum)
    }
    atMean.amount = atMean.purchases * mean
    entering.purchases = chances.entering.reduce(0, +) * model.entries.rate * scenario.entries
    entering.amount = entering.purchases * mean
    further.purchases = model.further.rate * Double(model.to - model.from)
    further.amount = further.purchases * mean
  }
}

extension ForecastModel {
  /// What is expected; `nil` where the scenario cannot be told.
  func expectation(_ scenario: ForecastScenario = ForecastScenario()) -> ForecastExpectation? {
    chances(scenario, densities: chain.densities(_:limit:)).map { ForecastExpectation(self, $0, scenario) }
  }
}
