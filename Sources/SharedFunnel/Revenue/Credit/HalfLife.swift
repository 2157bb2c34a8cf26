/// Exponential decay in whole numbers: 2^(-time / half-life), the same to the last bit on every machine, which no C
/// library promises of its `exp2`.
struct HalfLife {
  /// At least 1.
  let seconds: Int64

  /// One is 2^42.
  static let one: UInt64 = 1 << 42

  /// The weight of a moment before another; ``one`` where it is not before. To the nearest 2^-42.
  func weight(from start: Timestamp, to end: Timestamp) -> UInt64 {
    guard start < end else { return HalfLife.one }
    let age = UInt64(bitPattern: end.milliseconds &- start.milliseconds)
    let span = UInt64(max(1, seconds)).multipliedReportingOverflow(by: 1000)
    guard !span.overflow else { return HalfLife.one }
    let (halvings, rest) = age.quotientAndRemainder(dividingBy: span.partialValue)
    guard halvings < 43 else { return 0 }
    // 2^63 is one here; the last bit but one is rounded.
    let shifted = HalfLife.power(rest, span.partialValue) >> (halvings + 20)
    return (shifted + 1) >> 1
  }

  /// 2^(-part / whole) times 2^63, for a part below the whole: the product of 2^(-1/2), 2^(-1/4) … for the binary
  /// digits of the fraction.
  private static func power(_ part: UInt64, _ whole: UInt64) -> UInt64 {
    var (value, rest) = (UInt64(1) << 63, UInt128(part))
    for root in roots where rest > 0 {
      rest *= 2
      guard rest >= UInt128(whole) else { continue }
      rest -= UInt128(whole)
      value = value.multipliedFullWidth(by: root).high
    }
    return value
  }

  /// 2^(-1/2), 2^(-1/4), 2^(-1/8) … times 2^64: each the square root of the one before.
  private static let roots: [UInt64] = {
    var roots: [UInt64] = []
    var square = UInt128(1) << 127
    for _ in 0..<56 {
      let root = squareRoot(square)
      roots.append(root)
      square = UInt128(root) << 64
    }
    return roots
  }()

  /// Rounded down, bit by bit.
  private static func squareRoot(_ square: UInt128) -> UInt64 {
    var root: UInt64 = 0
    for bit in (0..<64).reversed() {
      let next = root | 1 << UInt64(bit)
      if UInt128(next) * UInt128(next) <= square { root = next }
    }
    return root
  }
}
