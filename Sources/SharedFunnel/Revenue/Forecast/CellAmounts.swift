/// The expected values of leads that have the same chance, in minor units.
struct CellAmounts: Sendable {
  /// Those of the first 64; of more only what their sum needs is asked.
  private(set) var first: [Double] = []
  private(set) var count = 0
  private(set) var sum = 0.0
  /// Σ (amount - mean)², kept as they come in (Welford, 1962).
  private var deviation = 0.0
  private var mean = 0.0

  var isEmpty: Bool { count == 0 }

  mutating func add(_ amount: Double) {
    if count < 64 { first.append(amount) }
    count += 1
    sum += amount
    let before = amount - mean
    mean += before / Double(count)
    deviation += before * (amount - mean)
  }

  /// Who of them buys, and for how much: each drawn up to 64, beyond that their number, and its sum as a normal
  /// deviate without replacement.
  func draw(_ chance: Double, using random: inout SplitMix64) -> (count: Int, amount: Double) {
    guard count > 64 else {
      var (buyers, sum) = (0, 0.0)
      for amount in first where random.uniform() < chance {
        buyers += 1
        sum += amount
      }
      return (buyers, sum)
    }
    let n = Double(count)
    let buyers = random.binomial(count, chance)
    let share = Double(buyers) / n
    let spread = (share * (n - Double(buyers)) * deviation / (n - 1)).squareRoot()
    return (buyers, Double(buyers) * mean + spread * random.normal())
  }
}
