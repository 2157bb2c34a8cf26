/// Draws for simulations, by additions, multiplications and square roots alone: the last bit of a logarithm differs
/// from one C library to the next, and a seed has to give the same report everywhere.
extension SplitMix64 {
  /// 0 ..< 1, in steps of 2^-53.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A normal deviate, as the sum of twelve uniform ones: mean 0 and variance 1 exactly, and between the tenth and the
  /// ninetieth percentile within a hundredth of the normal distribution.
  mutating func normal() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += uniform() }
    return sum
  }

  /// How many of `n` succeed. Exact up to 64 and where few are expected to succeed or to fail; else normal.
  mutating func binomial(_ n: Int, _ p: Double) -> Int {
    guard n > 0, p > 0 else { return 0 }
    guard p < 1 else { return n }
    if n <= 64 {
      var successes = 0
      for _ in 0..<n where uniform() < p { successes += 1 }
      return successes
    }
    if p > 0.5 { return n - binomial(n, 1 - p) }
    let mean = Double(n) * p
    if mean < 16 { return inverted(n, p) }
    let draw = (mean + (mean * (1 - p)).squareRoot() * normal()).rounded()
    return min(n, max(0, Int(draw)))
  }

  /// Adds up the probabilities of 0, 1, 2 … until they exceed a uniform draw.
  private mutating func inverted(_ n: Int, _ p: Double) -> Int {
    let draw = uniform()
    var term = SplitMix64.power(1 - p, n)
    var sum = term
    var successes = 0
    while draw >= sum, successes < n {
      successes += 1
      term *= Double(n - successes + 1) / Double(successes) * p / (1 - p)
      sum += term
    }
    return successes
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
