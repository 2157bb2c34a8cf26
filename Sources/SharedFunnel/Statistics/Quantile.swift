/// Exact percentiles of type 7 (Hyndman and Fan, 1996): linear between the two neighbours, as in R,
/// NumPy and spreadsheets.
public enum Quantile {
  /// - Parameters:
  ///   - values: in any order; the order changes.
  ///   - p: 0...1.
  /// - Returns: `nil` for no values.
  public static func type7(_ values: inout [Int64], _ p: Double) -> Double? {
    guard !values.isEmpty, (0...1).contains(p) else { return nil }
    let position = Double(values.count - 1) * p
    let index = min(Int(position), values.count - 1)
    let fraction = position - Double(index)
    let low = select(&values, index)
    guard fraction > 0, index + 1 < values.count else { return Double(low) }
    // Everything behind the selected place is at least as large, so its neighbour is their minimum.
    let high = values[(index + 1)...].min() ?? low
    return Double(low) + fraction * (Double(high) - Double(low))
  }

  /// The value that would stand at `place` if the values were sorted, by quickselect (Hoare, 1961)
  /// with the median of three as pivot.
  private static func select(_ values: inout [Int64], _ place: Int) -> Int64 {
    var low = 0
    var high = values.count - 1
    while low < high {
      let middle = low + (high - low) / 2
      if values[middle] < values[low] { values.swapAt(middle, low) }
      if values[high] < values[low] { values.swapAt(high, low) }
      if values[high] < values[middle] { values.swapAt(high, middle) }
      let pivot = values[middle]
      var left = low
      var right = high
      while left <= right {
        while values[left] < pivot { left += 1 }
        while values[right] > pivot { right -= 1 }
        if left <= right {
          values.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if place <= right {
        high = right
      } else if place >= left {
        low = left
      } else {
        break
      }
    }
    return values[place]
  }
}
