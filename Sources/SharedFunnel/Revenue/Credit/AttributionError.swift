/// Why channels could not be compared.
public enum AttributionError: Error, Sendable, Equatable {
  /// A chain has more states than can be solved.
  case tooManyStates(Int)
  /// A chain remembers at least one channel, and not more than some.
  case badOrder(Int)
  /// One path met more channels than the game of rates can be computed for.
  case tooManyChannels(Int)
  /// Counts or amounts that do not fit 64 bits in all.
  case tooLarge

  public var message: String {
    switch self {
    case .tooManyStates(let count):
      Message.tooManyChainStates(["count": String(count), "most": String(MarkovAttribution<Int>.mostStates)])
    case .badOrder(let order):
      Message.badChainOrder(["order": String(order), "most": String(MarkovAttribution<Int>.largestOrder)])
    case .tooManyChannels(let count):
      Message.tooManyPathChannels(["count": String(count), "most": String(ShapleyAttribution<Int>.mostChannels)])
    case .tooLarge: Message.creditTotalTooLarge()
    }
  }
}
