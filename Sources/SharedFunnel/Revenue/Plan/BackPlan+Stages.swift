extension BackPlan {
  /// What is missing, in minor units, and the rate that brings it.
  struct Need {
    let foreseen: Double
    let missing: Double
    /// A day; `nil`: none does.
    let rate: Double?

    /// - Parameter perEntry: what an entry brings on average; `nil`: not known, or nothing.
    init(_ target: Money, _ input: ForecastInput, _ expectation: ForecastExpectation, perEntry: Double?, days: Int) {
      foreseen = expectation.amount - expectation.entering.amount
      missing = max(0, Double(target.minor) - Double(input.attained) - foreseen)
      guard missing > 0 else {
        rate = 0
        return
      }
      guard let perEntry, perEntry > 0, days > 0 else {
        rate = nil
        return
      }
      rate = missing / perEntry / Double(days)
    }
  }

  /// The months from now to the end, in days from now.
  private struct Month {
    let label: String
    let days: Range<Int>
  }

  private static func months(_ model: ForecastModel, _ zone: ReportingZone) -> [Month] {
    let start = Int64(model.input.asOf)
    let grid = PeriodGrid(
      .month, from: Timestamp(seconds: start), to: Timestamp(seconds: Int64(model.input.period.upperBound)), zone: zone)
    return grid.labels.enumerated().compactMap { index, label in
      func day(_ boundary: Int64) -> Int { min(model.to, max(0, Int((boundary - start + 43_200) / 86_400))) }
      let (first, end) = (day(grid.boundaries[index]), day(grid.boundaries[index + 1]))
      return first < end ? Month(label: label, days: first..<end) : nil
    }
  }

  /// A row for each stage up to the purchase, from the first that anybody is in or enters by.
  static func rows(_ model: ForecastModel, rate: Double, _ zone: ReportingZone) -> [StageRow] {
    let months = months(model, zone)
    let limit = model.horizon + (model.cells.map { model.age($0.key, ForecastScenario()) }.max() ?? 0)
    let chains = Dictionary(uniqueKeysWithValues: model.keys.map { ($0, model.chain.densities($0, limit: limit)) })
    let first = min(model.cells.map(\.key.stage).min() ?? .purchase, model.mixture.map(\.stage).min() ?? .purchase)
    return Stage.allCases.filter { $0 >= first && $0 <= .purchase }.map { goal in
      var open = [Double](repeating: 0, count: months.count)
      var entering = [Double](repeating: 0, count: months.count)
      for key in model.keys {
        guard let chain = chains[key] else { continue }
        let passage = Passage(chain, to: goal, horizon: model.horizon)
        for cell in model.cells where cell.key.chain == key && cell.key.stage < goal {
          for (index, month) in months.enumerated() {
            open[index] += Double(cell.leads.count) * landing(model, passage, cell, month.days)
          }
        }
        for part in model.mixture where part.chain == key && part.stage <= goal {
          for (index, month) in months.enumerated() {
            let landing =
              part.stage == goal
              ? Double(month.days.count)
              : (0..<month.days.upperBound).reduce(0) {
                $0 + ForecastModel.entering(passage, part.stage, on: $1, landing: month.days)
              }
            entering[index] += rate * part.share * landing
          }
        }
      }
      return StageRow(
        stage: goal,
        months: months.indices.map { Cell(month: months[$0].label, fromOpen: open[$0], fromNew: entering[$0]) })
    }
  }

  /// The chance that a lead of the cell gets there in those days; what happened between the end of its observation and
  /// now is counted as the first of them.
  private static func landing(
    _ model: ForecastModel, _ passage: Passage, _ cell: ForecastModel.Cell, _ days: Range<Int>
  ) -> Double {
    let key = cell.key
    let passed = max(0, key.to - model.to)
    let age = model.age(key, ForecastScenario())
    let until = passage.chance(from: key.stage, age: age, within: passed + days.upperBound) ?? 0
    let start = days.lowerBound == 0 ? 0 : passed + days.lowerBound
    return max(0, until - (passage.chance(from: key.stage, age: age, within: start) ?? 0))
  }
}

extension Int {
  /// The next integer up, or the nearest end.
  init(clamping value: Double) {
    // Rounding errors of a sum do not ask for a lead more.
    let up = (value - 1e-9).rounded(.up)
    self = up.isNaN ? 0 : Int(exactly: up) ?? (up > 0 ? .max : .min)
  }
}
