/// What each player of a cooperative game brings to it: the average, over all orders in which players can join, of what
/// the value rises by when the player does (Shapley, "A value for n-person games", 1953).
///
/// Computed over coalitions: of n players each coalition S without player i counts 1 / (n × C(n - 1, |S|)).
enum ShapleyValue {
  /// 2^16 coalitions; beyond, a game takes too long.
  static let mostPlayers = 16

  /// - Parameter value: of the coalition whose bits are set; the empty one is worth nothing.
  /// - Returns: one for each player, summing to the value of all; `nil` for more than ``mostPlayers``.
  static func values(players: Int, _ value: (Int) -> Double) -> [Double]? {
    guard players <= mostPlayers else { return nil }
    let worth = (0..<(1 << players)).map { $0 == 0 ? 0 : value($0) }
    var share: [Double] = []
    var choices = 1.0
    for size in 0..<players {
      share.append(1 / (Double(players) * choices))
      choices = choices * Double(players - 1 - size) / Double(size + 1)
    }
    return (0..<players).map { player in
      let bit = 1 << player
      var sum = 0.0
      for coalition in worth.indices where coalition & bit == 0 {
        sum += share[coalition.nonzeroBitCount] * (worth[coalition | bit] - worth[coalition])
      }
      return sum
    }
  }
}
