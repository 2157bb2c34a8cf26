/// What each factor of a product adds when all change, averaged over every order in which they could change one by one:
/// the Shapley value of the change (``ShapleyValue``; for decompositions Shorrocks, 2013).
///
/// The parts sum to the change of the product, and no order is preferred.
enum OrderAverage {
  /// - Parameters:
  ///   - old: the factors before; at most 16.
  ///   - new: as many, after.
  static func parts(from old: [Double], to new: [Double]) -> [Double] {
    let count = min(old.count, new.count)
    func product(_ changed: Int) -> Double {
      var result = 1.0
      for factor in 0..<count { result *= changed >> factor & 1 == 1 ? new[factor] : old[factor] }
      return result
    }
    let before = product(0)
    return ShapleyValue.values(players: count) { product($0) - before } ?? []
  }

  /// What a unit of one factor is worth, averaged over the orders of the others.
  static func rate(_ old: [Double], _ new: [Double], of factor: Int) -> Double {
    var (from, to) = (old, new)
    from[factor] = 0
    to[factor] = 1
    return parts(from: from, to: to)[factor]
  }
}
