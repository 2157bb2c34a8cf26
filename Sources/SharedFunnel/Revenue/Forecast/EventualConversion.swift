/// What share of the leads that enter a stage ever reach a goal: the absorbing chain without its times.
///
/// With Q the shares of stays that end in another open stage and r of those that end at the goal or behind it, the
/// shares that get there are x = (I - Q)⁻¹ r (Kemeny and Snell, 1960), solved by elimination with the largest pivot.
enum EventualConversion {
  /// - Parameter chain: stages 1 to 5.
  /// - Returns: by stage; 1 from the goal on. `nil` where leads could go round for ever.
  static func shares(_ chain: [StageDensity], to goal: Stage) -> [Double]? {
    let size = min(goal.index, chain.count)
    var matrix = (0..<size).map { row in
      (0..<size).map { column in (row == column ? 1 : 0) - chain[row].eventual[column] }
        + [(size..<StageExit.lostIndex).reduce(0) { $0 + chain[row].eventual[$1] }]
    }
    for column in 0..<size {
      guard let pivot = (column..<size).max(by: { abs(matrix[$0][column]) < abs(matrix[$1][column]) }),
        abs(matrix[pivot][column]) > 1e-12
      else { return nil }
      matrix.swapAt(pivot, column)
      for row in 0..<size where row != column {
        let factor = matrix[row][column] / matrix[column][column]
        guard factor != 0 else { continue }
        for index in column...size { matrix[row][index] -= factor * matrix[column][index] }
      }
    }
    return chain.indices.map { $0 < size ? min(1, max(0, matrix[$0][size] / matrix[$0][$0])) : 1 }
  }
}
