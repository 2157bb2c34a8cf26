/// What each step forward is worth beside the others, by the stage that the lead leaves with it: the owners of that
/// stage made it.
public struct TransitionWeights: Sendable, Hashable {
  private var weights: SIMD8<UInt32>

  /// Every step alike.
  public static let equal = TransitionWeights(weights: SIMD8(1, 1, 1, 1, 1, 1, 1, 0))

  private init(weights: SIMD8<UInt32>) { self.weights = weights }

  /// The weights of stages 1 to 7, for nothing lies behind stage 8.
  ///
  /// - Returns: `nil` for another number of weights, or for none above zero.
  public init?(_ list: [UInt32]) {
    guard list.count == 7, list.contains(where: { $0 > 0 }) else { return nil }
    weights = SIMD8(repeating: 0)
    for (index, weight) in list.enumerated() { weights[index] = weight }
  }

  public subscript(stage: Stage) -> UInt32 { weights[stage.index] }

  /// Stages 1 to 7.
  public var list: [UInt32] { (0..<7).map { weights[$0] } }
}
