/// What each factor of a product adds when all change, averaged over every order in which they could change one by one:
/// the Shapley value of the change (Shapley, 1953; for decompositions Shorrocks, 2013).
///
/// The parts sum to the change of the product, and no order is preferred.
enum OrderAverage {
  /// - Parameters:
  ///   - old: the factors before; at most 16.
  ///   - new: as many, after.
  static func parts(from old: [Double], to new: [Double]) -> [Double] {
    let count = min(old.count, new.count)
    guard count > 0, count <= 16 else { return [] }
    // How many orders put a set of that size before a factor, of all: |S|! (n - 1 - |S|)! ÷ n!
    var weights = [Double](repeating: 1 / Double(count), count: count)
    for size in 1..<max(1, count) { weights[size] = weights[size - 1] * Double(size) / Double(count - size) }
    return (0..<count).map { factor in
      let others = (0..<count).filter { $0 != factor }
      var sum = 0.0
      for set in 0..<(1 << others.count) {
        var product = weights[set.nonzeroBitCount]
        for (bit, other) in others.enumerated() { product *= set >> bit & 1 == 1 ? new[other] : old[other] }
        sum += product
      }
      return (new[factor] - old[factor]) * sum
    }
  }
}
