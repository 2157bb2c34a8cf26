/// A Markov chain that ends in one of two ways, converted or lost.
///
/// Solved by state reduction (Grassmann, Taksar and Heyman, "Regenerative analysis and steady state distributions for
/// Markov chains", Operations Research 33, 1985): states are taken out one by one and the ways through them are
/// closed. It adds, multiplies and divides positive numbers only, so nothing cancels, and it is exact but for rounding.
struct AbsorbingChain {
  /// How often each state was followed by each other; the start is state 0. Whole counts, so that the order of adding
  /// does not matter.
  private(set) var next: [[Int: Double]]
  private(set) var converted: [Double]
  private(set) var lost: [Double]

  init(states: Int) {
    next = Array(repeating: [:], count: states)
    converted = Array(repeating: 0, count: states)
    lost = converted
  }

  mutating func add(_ count: Double, from state: Int, to other: Int) { next[state][other, default: 0] += count }
  mutating func addConversion(_ count: Double, from state: Int) { converted[state] += count }
  mutating func addLoss(_ count: Double, from state: Int) { lost[state] += count }

  /// The probability that a walk from the start converts when the states of which `isRemoved` is true lead nowhere.
  ///
  /// - Returns: 0 where nothing starts.
  func conversion(without isRemoved: (Int) -> Bool) -> Double {
    let count = next.count
    var rows: [[Double]] = []
    for state in 0..<count {
      // The last two columns are the ends.
      var row = [Double](repeating: 0, count: count + 2)
      for (other, weight) in next[state] { row[isRemoved(other) ? count + 1 : other] += weight }
      row[count] = converted[state]
      row[count + 1] += lost[state]
      rows.append(row)
    }
    let removed = (0..<count).map(isRemoved)
    for state in stride(from: count - 1, to: 0, by: -1) where !removed[state] {
      let row = rows[state]
      // What leads elsewhere: to earlier states and the ends. Staying only delays.
      let leaving = row[..<state].reduce(0, +) + row[count] + row[count + 1]
      guard leaving > 0 else { continue }
      for earlier in 0..<state where rows[earlier][state] > 0 {
        let through = rows[earlier][state] / leaving
        for column in 0..<state where row[column] > 0 { rows[earlier][column] += through * row[column] }
        rows[earlier][count] += through * row[count]
        rows[earlier][count + 1] += through * row[count + 1]
      }
    }
    guard let start = rows.first else { return 0 }
    let ended = start[count] + start[count + 1]
    return ended > 0 ? start[count] / ended : 0
  }
}
