/// A linear scale from 0 to a maximum, with ticks at round numbers: 1, 2 or 5 times a power of ten.
struct Scale {
  /// At least the largest value, and a tick itself.
  let top: Double
  let ticks: [Double]

  /// - Parameter most: how many steps there may be.
  init(upTo largest: Double, most: Int = 5) {
    guard largest.isFinite, largest > 0 else {
      top = 1
      ticks = [0, 1]
      return
    }
    var step = 1.0
    // Counts are whole, so no step is below 1.
    while step * Double(most) < largest {
      if step * 2 * Double(most) >= largest {
        step *= 2
      } else if step * 5 * Double(most) >= largest {
        step *= 5
      } else {
        step *= 10
      }
    }
    let steps = max(1, Int((largest / step).rounded(.up)))
    top = step * Double(steps)
    ticks = (0...steps).map { Double($0) * step }
  }
}
