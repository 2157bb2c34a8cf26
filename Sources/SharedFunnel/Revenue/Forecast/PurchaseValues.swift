/// What purchases brought, in minor units of one currency.
struct PurchaseValues: Sendable, Equatable {
  /// More would tell nothing that these do not.
  static let limit = 10_000

  private let amounts: [Int64]
  /// `nil` of none.
  let mean: Double?
  private let variance: Double

  /// - Parameter amounts: oldest first; of more than ``limit`` the latest count.
  init(_ amounts: [Int64]) {
    let latest = Array(amounts.suffix(PurchaseValues.limit))
    self.amounts = latest
    guard !latest.isEmpty else {
      mean = nil
      variance = 0
      return
    }
    let n = Double(latest.count)
    let mean = latest.reduce(0.0) { $0 + Double($1) } / n
    self.mean = mean
    variance = latest.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / n
  }

  func resampled(using random: inout SplitMix64) -> PurchaseValues {
    PurchaseValues(amounts.indices.map { _ in amounts[random.below(amounts.count)] })
  }

  /// What so many purchases bring: each drawn up to 64, beyond that their sum as a normal deviate.
  func sum(_ count: Int, using random: inout SplitMix64) -> Double {
    guard let mean, count > 0 else { return 0 }
    guard count > 64 else {
      return (0..<count).reduce(0.0) { sum, _ in sum + Double(amounts[random.below(amounts.count)]) }
    }
    return Double(count) * mean + (Double(count) * variance).squareRoot() * random.normal()
  }
}
