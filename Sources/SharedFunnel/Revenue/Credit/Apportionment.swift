/// Divides an amount in minor units in proportion to weights, so that the parts sum to the amount.
///
/// Largest remainder (Hare's quota, Hamilton's method): each part is rounded down, and the units that are left go one
/// each to the largest remainders; of equal remainders, to the first. All in 128-bit integers, so the parts are
/// exact, the same on every machine, and nothing overflows. A negative amount is divided like the positive one, so
/// that a refund of the whole takes back exactly what was given. A weight of zero gets nothing.
public enum Apportionment {
  /// - Returns: a part for each weight, in their order; `nil` where every weight is zero, or there is none.
  public static func split(_ minor: Int64, weights: [UInt64]) -> [Int64]? {
    let total = weights.reduce(into: UInt128(0)) { $0 += UInt128($1) }
    guard total > 0 else { return nil }
    let amount = UInt128(minor.magnitude)
    var parts: [UInt64] = []
    var remainders: [UInt128] = []
    parts.reserveCapacity(weights.count)
    remainders.reserveCapacity(weights.count)
    for weight in weights {
      // Below 2^63 × 2^64, and the quotient is no larger than the amount.
      let (quotient, remainder) = (amount * UInt128(weight)).quotientAndRemainder(dividingBy: total)
      parts.append(UInt64(truncatingIfNeeded: quotient))
      remainders.append(remainder)
    }
    // Fewer than there are remainders above zero, so that a weight of zero never gets one.
    let left = Int(truncatingIfNeeded: minor.magnitude &- parts.reduce(0, &+))
    let order = remainders.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    for index in order.prefix(left) { parts[index] &+= 1 }
    return parts.map { Int64(truncatingIfNeeded: minor < 0 ? 0 &- $0 : $0) }
  }

  /// The same for weights that are not whole. All are scaled by one power of two, which is exact, so that the largest
  /// is 62 to 63 bits long, and rounded to the nearest whole number (half to even): a weight within a thousandth of
  /// the largest keeps every bit, and one of less than 2^-63 of it gets nothing.
  ///
  /// - Returns: `nil` also where a weight is negative, infinite or not a number.
  public static func split(_ minor: Int64, weights: [Double]) -> [Int64]? {
    guard let whole = wholeWeights(weights) else { return nil }
    return split(minor, weights: whole)
  }

  static func wholeWeights(_ weights: [Double]) -> [UInt64]? {
    guard let largest = weights.max(), weights.allSatisfy({ $0.isFinite && $0 >= 0 }), largest > 0 else { return nil }
    let shift = 62 - Int(largest.exponent)
    return weights.map { weight in
      guard weight > 0 else { return 0 }
      let scaled = Double(sign: .plus, exponent: Int(weight.exponent) + shift, significand: weight.significand)
      return UInt64(exactly: scaled.rounded(.toNearestOrEven)) ?? 0
    }
  }

  /// What each part changes by when the amount changes: the parts of the new amount less those of the old.
  ///
  /// Changes made one after another so add up to one split of what is left, whatever the steps: partial refunds that
  /// amount to the whole leave nothing on anybody. A part may move a unit against the change, for the largest
  /// remainders can be others.
  ///
  /// - Returns: `nil` where ``split(_:weights:)-(_,[UInt64])`` gives none, or a change does not fit 64 bits.
  public static func change(from old: Int64, to new: Int64, weights: [UInt64]) -> [Int64]? {
    guard let before = split(old, weights: weights), let after = split(new, weights: weights) else { return nil }
    var changes: [Int64] = []
    changes.reserveCapacity(weights.count)
    for (was, becomes) in zip(before, after) {
      let (change, overflow) = becomes.subtractingReportingOverflow(was)
      guard !overflow else { return nil }
      changes.append(change)
    }
    return changes
  }
}
