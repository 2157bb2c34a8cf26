/// A small generator of random numbers that gives the same ones everywhere: SplitMix64 (Steele, Lea and
/// Flood, "Fast splittable pseudorandom number generators", 2014). Not for secrets.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// A generator of its own for each place of a sequence.
  init(seed: UInt64, place: UInt64) {
    var first = SplitMix64(seed: seed)
    self.init(seed: first.next() ^ place &* 0x9E37_79B9_7F4A_7C15)
    _ = next()
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension SplitMix64 {
  /// 0 ..< count; 0 for a count of 0.
  mutating func below(_ count: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(max(0, count))).high) }

  mutating func chance(perMille: Int) -> Bool { below(1000) < perMille }

  /// An element; the list is not empty.
  mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

  /// The place of one of the weights, in proportion to them.
  mutating func place(weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (place, weight) in weights.enumerated() {
      if left < weight { return place }
      left -= weight
    }
    return max(0, weights.count - 1)
  }

  /// A value around a median as waiting times and amounts spread: lognormal with a deviation of 1, cut at
  /// the first and the last of 33 quantiles.
  mutating func spread(around median: Int64) -> Int64 {
    let steps = SplitMix64.quantiles.count - 1
    let draw = below(steps << 10)
    let low = SplitMix64.quantiles[draw >> 10]
    let high = SplitMix64.quantiles[draw >> 10 + 1]
    let factor = low << 10 + (high - low) * Int64(draw & 1023)
    return (median * factor) >> 20
  }

  /// exp(z) at the middles of 33 equal parts of the normal distribution, times 1024. Whole numbers, since
  /// the last bit of a logarithm differs from one C library to the next.
  private static let quantiles: [Int64] = [
    117, 189, 244, 294, 342, 389, 437, 485, 534, 585, 638, 694, 752, 814, 879, 949, 1024, 1105, 1193, 1289, 1394, 1512,
    1643, 1792, 1963, 2163, 2402, 2694, 3066, 3566, 4297, 5553, 8934,
  ]
}
