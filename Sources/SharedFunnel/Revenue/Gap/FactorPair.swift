/// Two sides of a comparison as four numbers each, whose products are the revenues.
///
/// A factor that one side does not have, as the value where nobody bought, is taken to be that of the other side: nothing
/// shows that it changed.
struct FactorPair {
  let old: [Double]
  let new: [Double]
  private let oldSteps: [Double]
  private let newSteps: [Double]

  /// - Returns: `nil` where a side's revenue is not the product of its factors: money came in, or went back, without
  ///   a purchase, or purchases without entries that could have led to them.
  init?(_ old: RevenueFactors, _ new: RevenueFactors) {
    guard let steps = old.steps ?? new.steps, let newSteps = new.steps ?? old.steps, steps.count == newSteps.count,
      steps.count == StageExit.transient.count
    else { return nil }
    oldSteps = steps
    self.newSteps = newSteps
    func sides(_ left: Double?, _ right: Double?) -> (Double, Double) { (left ?? right ?? 0, right ?? left ?? 0) }
    let landing = sides(old.landing, new.landing)
    let value = sides(old.value, new.value)
    self.old = [old.entries, steps.reduce(1, *), landing.0, value.0]
    self.new = [new.entries, newSteps.reduce(1, *), landing.1, value.1]
    guard FactorPair.isProduct(self.old, old.revenue), FactorPair.isProduct(self.new, new.revenue) else { return nil }
  }

  private static func isProduct(_ factors: [Double], _ revenue: Money) -> Bool {
    abs(factors.reduce(1, *) - Double(revenue.minor)) <= 0.5 + 1e-9 * abs(Double(revenue.minor))
  }

  /// The conversion's part among its steps: the change of their product, averaged over all orders of the steps, at the
  /// rate at which the conversion's change is worth money.
  func steps(_ total: Int64) -> [Int64]? {
    let parts = OrderAverage.parts(from: oldSteps, to: newSteps)
    let rate = OrderAverage.rate(old, new, of: 1)
    return WholeParts.rounded(parts.map { $0 * rate }, to: total)
  }
}
