/// A model that looks at all paths at once, so that new data change what it says of old purchases: to compare channels
/// by, never to pay by.
public enum ComparisonModel: Sendable, Hashable {
  /// What would be lost without a channel: see ``MarkovAttribution``.
  ///
  /// - order: how many steps back the next one depends on; at least 1.
  case markov(order: Int)
  /// What a channel adds, on average, to those that are there: see ``ShapleyAttribution``.
  case shapley(ShapleyGame)

  public static let all: [ComparisonModel] = [.markov(order: 1), .shapley(.conversions)]

  public var key: String {
    switch self {
    case .markov: "markov"
    case .shapley: "shapley"
    }
  }
}

/// Any model that people may look at.
public enum AttributionModel: Sendable, Hashable {
  case perPurchase(CreditModel)
  case comparison(ComparisonModel)

  /// Whether a signed period and a commission policy may lock it.
  public var isPerPurchase: Bool {
    if case .perPurchase = self { true } else { false }
  }

  /// The form in files, JSON and on the command line: see ``CreditModel/text``; `markov`, `markov:2`, `shapley`,
  /// `shapley:rate`.
  public var text: String {
    switch self {
    case .perPurchase(let model): model.text
    case .comparison(.markov(let order)) where order != 1: "markov:\(order)"
    case .comparison(.shapley(let game)) where game != .conversions: "shapley:\(game.rawValue)"
    case .comparison(let model): model.key
    }
  }

  /// Reads what ``text`` wrote.
  public init(text: String) throws(CreditModelError) {
    let parts = text.lowercased().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("markov", 1): self = .comparison(.markov(order: 1))
    case ("markov", _):
      guard let order = Int(parts[1]), (1...MarkovAttribution<Int>.largestOrder).contains(order) else {
        throw .unknown(text)
      }
      self = .comparison(.markov(order: order))
    case ("shapley", 1): self = .comparison(.shapley(.conversions))
    case ("shapley", _):
      guard let game = ShapleyGame(rawValue: String(parts[1])) else { throw .unknown(text) }
      self = .comparison(.shapley(game))
    default: self = .perPurchase(try CreditModel(text: text))
    }
  }

  /// The model, for what a policy locks.
  ///
  /// - Throws: ``CreditModelError/notPerPurchase(_:)`` for one that only compares.
  public func lockable() throws(CreditModelError) -> CreditModel {
    guard case .perPurchase(let model) = self else { throw .notPerPurchase(text) }
    return model
  }
}
