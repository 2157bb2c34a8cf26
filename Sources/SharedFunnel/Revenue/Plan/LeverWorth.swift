/// What pulling a lever would add to a forecast.
public struct LeverWorth: Sendable, Equatable {
  public let lever: Lever
  /// The forecast with the lever pulled, less the one without; `nil` where nothing tells, as for a step that nobody took.
  public let worth: Money?
  /// Purchases more, or fewer.
  public let purchases: Double?
  /// The forecast with the lever pulled.
  public let expected: Money?

  /// The most valuable first; then those that nothing tells, each in the order given.
  public static func ranked(_ levers: [Lever], _ input: ForecastInput, _ chain: StageChain) -> [LeverWorth] {
    let model = ForecastModel(input, chain)
    guard !chain.isEmpty, let base = model.expectation() else {
      return levers.map { LeverWorth(lever: $0, worth: nil, purchases: nil, expected: nil) }
    }
    let worths = levers.map { LeverWorth($0, model, base) }
    return worths.enumerated().sorted { left, right in
      switch (left.element.worth?.minor, right.element.worth?.minor) {
      case (let one?, let other?) where one != other: one > other
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }

  private init(lever: Lever, worth: Money?, purchases: Double?, expected: Money?) {
    self.lever = lever
    self.worth = worth
    self.purchases = purchases
    self.expected = expected
  }

  private init(_ lever: Lever, _ model: ForecastModel, _ base: ForecastExpectation) {
    self.lever = lever
    let pulled = model.expectation(lever.scenario)
    let hasSum = model.values.mean != nil || model.cells.contains { !$0.amounts.isEmpty }
    let currency = model.input.currency
    purchases = pulled.map { $0.purchases - base.purchases }
    worth = hasSum ? pulled.flatMap { Money(rounding: $0.amount - base.amount, currency) } : nil
    expected = hasSum ? pulled.flatMap { Money(rounding: Double(model.input.attained) + $0.amount, currency) } : nil
  }
}
