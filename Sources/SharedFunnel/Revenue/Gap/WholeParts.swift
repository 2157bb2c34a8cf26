/// Rounds parts to whole units that sum to a given total: each is rounded down, and the units that are left go to the
/// largest remainders, the first of equal ones first (Hamilton's method).
///
/// Unlike the weights of an ``Apportionment``, parts may be below zero: what one factor took, another may have given.
enum WholeParts {
  /// - Returns: `nil` for parts that 64 bits do not hold.
  static func rounded(_ parts: [Double], to total: Int64) -> [Int64]? {
    guard !parts.isEmpty else { return total == 0 ? [] : nil }
    var whole: [Int64] = []
    var left = total
    for part in parts {
      guard let down = Int64(exactly: part.rounded(.down)) else { return nil }
      let (rest, overflow) = left.subtractingReportingOverflow(down)
      guard !overflow else { return nil }
      left = rest
      whole.append(down)
    }
    let order = parts.indices.sorted { one, other in
      let (a, b) = (parts[one] - parts[one].rounded(.down), parts[other] - parts[other].rounded(.down))
      return a == b ? one < other : a > b
    }
    // More than one unit each only where the parts did not sum to the total, but for rounding.
    let (each, extra) = (left.floorDivided(by: Int64(parts.count)), left.floorRemainder(by: Int64(parts.count)))
    for (place, index) in order.enumerated() {
      let (sum, overflow) = whole[index].addingReportingOverflow(each + (place < extra ? 1 : 0))
      guard !overflow else { return nil }
      whole[index] = sum
    }
    return whole
  }
}
