/// How the credit for one purchase is divided among its touchpoints. It depends on the path of that purchase alone, so
/// that new data never change it: a commission policy may lock any of these, and none of ``ComparisonModel``.
public enum CreditModel: Sendable, Hashable {
  /// All to the first contact.
  case firstTouch
  /// All to the last contact before the purchase.
  case lastTouch
  /// The same to each contact.
  case linear
  /// 40 % to the first contact, 40 % to the last, 20 % evenly to those between; of two, half each.
  case positionBased
  /// Half as much for each half-life that a contact lies farther back; in seconds, above 0.
  case timeDecay(halfLife: Int64)
  /// To the owners, at the time, of each stage that the lead left forward.
  case transitions(TransitionWeights)

  /// Seven days.
  public static let defaultHalfLife: Int64 = 7 * 86_400

  /// Every model with its defaults, in the order in which people read them.
  public static let all: [CreditModel] = [
    .firstTouch, .lastTouch, .linear, .positionBased, .timeDecay(halfLife: defaultHalfLife), .transitions(.equal),
  ]

  /// The model without its settings: `time_decay`.
  public var key: String {
    switch self {
    case .firstTouch: "first_touch"
    case .lastTouch: "last_touch"
    case .linear: "linear"
    case .positionBased: "position_based"
    case .timeDecay: "time_decay"
    case .transitions: "transitions"
    }
  }

  /// The touchpoints of the path that it counts.
  public func evidence(in path: CreditPath) -> [Touchpoint] {
    if case .transitions = self { path.moves } else { path.contacts }
  }

  /// A weight for each touchpoint of its evidence, on a scale of the model's own; below 2^43.
  func weights(of evidence: [Touchpoint]) -> [UInt64] {
    let count = evidence.count
    switch self {
    case .firstTouch: return evidence.indices.map { $0 == 0 ? 1 : 0 }
    case .lastTouch: return evidence.indices.map { $0 == count - 1 ? 1 : 0 }
    case .linear: return evidence.map { _ in 1 }
    case .positionBased:
      // 40 : 20 / (n - 2) is 2 (n - 2) : 1.
      let end = count > 2 ? UInt64(2 * (count - 2)) : 1
      return evidence.indices.map { $0 == 0 || $0 == count - 1 ? end : 1 }
    case .timeDecay(let halfLife):
      guard let last = evidence.map(\.at).max() else { return [] }
      // Counted from the last contact: what lies between it and the purchase would cancel out.
      return evidence.map { HalfLife(seconds: halfLife).weight(from: $0.at, to: last) }
    case .transitions(let weights): return evidence.map { $0.left.map { UInt64(weights[$0]) } ?? 0 }
    }
  }
}
