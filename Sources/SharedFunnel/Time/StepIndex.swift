/// Where a number stands among ascending ones that are spread evenly, such as the instants at which a clock changes: one
/// load, and hardly ever a step.
struct StepIndex: Sendable, Equatable {
  private let steps: [Int64]
  private let shift: Int64
  private let firstBucket: Int64
  /// How many steps lie before the start of each bucket of 2^shift numbers.
  private var places: [Int32] = []

  /// - Parameters:
  ///   - steps: ascending. The table has a place for each 2^shift between the first and the last.
  ///   - shift: so that a bucket seldom has more than one.
  init(_ steps: [Int64], shift: Int64) {
    self.steps = steps
    self.shift = shift
    firstBucket = (steps.first ?? 0) >> shift
    guard let last = steps.last else { return }
    var place = 0
    for bucket in firstBucket...(last >> shift) {
      while place < steps.count, steps[place] < bucket << shift { place += 1 }
      places.append(Int32(truncatingIfNeeded: place))
    }
  }

  /// How many steps are at most this number.
  @inline(__always)
  func count(through number: Int64) -> Int {
    let bucket = (number >> shift) - firstBucket
    guard bucket >= 0 else { return 0 }
    guard bucket < places.count else { return steps.count }
    var place = Int(places[Int(bucket)])
    while place < steps.count, steps[place] <= number { place += 1 }
    return place
  }
}
