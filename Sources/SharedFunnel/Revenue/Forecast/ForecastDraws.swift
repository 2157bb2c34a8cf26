/// Futures drawn under chains, rates and means that other samples of the same size could have shown: both what is
/// chance in the future and what is not known of the past make the interval wide.
struct ForecastDraws: Sendable {
  /// Minor units, attained included.
  private(set) var amounts: [Int64] = []
  /// From now on.
  private(set) var purchases: [Int64] = []

  /// - Parameter base: the chances under the chain as it was seen, for cells that a drawn chain cannot tell.
  init(_ model: ForecastModel, _ base: ForecastModel.Chances) {
    let simulation = model.input.simulation
    for sample in 0..<max(1, simulation.samples) {
      var random = SplitMix64(seed: simulation.seed, place: UInt64(sample))
      let scenario = ForecastScenario()
      let drawn = model.chances(scenario) { key, limit in model.chain.densities(key, limit: limit, using: &random) }
      guard let drawn else { continue }
      let chances = zip(drawn.cells, base.cells).map { $0 ?? $1 ?? 0 }
      let entries = model.entries.resampled(using: &random)
      let further = model.further.resampled(using: &random)
      let values = model.values.resampled(using: &random)
      for _ in 0..<max(1, simulation.futures) {
        var amount = Double(model.input.attained)
        var atMean = 0
        var withoutSum = 0
        for (cell, chance) in zip(model.cells, chances) where chance > 0 {
          let valued = cell.amounts.draw(chance, using: &random)
          amount += valued.amount
          withoutSum += valued.count + random.binomial(cell.withoutSum, chance)
          atMean += random.binomial(cell.atMean, chance)
        }
        for day in 0..<model.to {
          atMean += random.binomial(entries.draw(using: &random), drawn.entering[day])
          if day >= model.from { atMean += further.draw(using: &random) }
        }
        amount += values.sum(atMean, using: &random)
        amounts.append(Int64(clamping: amount))
        purchases.append(Int64(atMean + withoutSum))
      }
    }
  }

  /// The limits between which the next draw lies with the probability of the level.
  ///
  /// Type 6 of Hyndman and Fan (1996): of n draws in order, the next one falls below the i-th with probability
  /// i ÷ (n + 1). Type 7, which describes the draws themselves, gives limits that are too close for few of them.
  static func limits(_ values: [Int64], _ level: Double) -> Interval? {
    guard let least = values.min(), let most = values.max() else { return nil }
    let sorted = values.sorted()
    let side = (1 - min(1, max(0, level))) / 2
    func quantile(_ p: Double) -> Double {
      let place = Double(sorted.count + 1) * p
      guard place >= 1 else { return Double(least) }
      let index = Int(place)
      guard index < sorted.count else { return Double(most) }
      let (low, high) = (Double(sorted[index - 1]), Double(sorted[index]))
      return low + (place - Double(index)) * (high - low)
    }
    return Interval(low: quantile(side), high: quantile(1 - side))
  }
}

extension Int64 {
  /// The nearest integer, halves away from zero, or the nearest end of 64 bits.
  fileprivate init(clamping value: Double) {
    let rounded = value.rounded(.toNearestOrAwayFromZero)
    self = Int64(exactly: rounded) ?? (rounded > 0 ? .max : .min)
  }
}
