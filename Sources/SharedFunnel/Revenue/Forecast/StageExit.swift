/// How a stay in one of the stages before the purchase ends: in another stage, or lost.
///
/// The purchase absorbs: what a buyer does later is no part of the chain. A loss absorbs as well.
public enum StageExit: Sendable, Hashable {
  /// The stage that the lead entered next; ``Stage/purchase`` stands for that and everything behind it.
  case reached(Stage)
  case lost

  /// Stages 1 to 5, which a lead passes before it buys.
  public static let transient = Array(Stage.allCases.prefix { $0 < .purchase })

  /// How many ways out there are, over all stages: to stages 1 to 6, and lost.
  static let count = 7
  static let lostIndex = 6

  /// 0 to 5: reached that stage, 6: lost; for arrays over the ways out.
  var index: Int {
    switch self {
    case .reached(let stage): min(stage, .purchase).index
    case .lost: StageExit.lostIndex
    }
  }
}
