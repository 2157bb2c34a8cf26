/// Why a text names no model.
public enum CreditModelError: Error, Sendable, Equatable {
  case unknown(String)
  case badHalfLife(String)
  case badWeights(String)
  /// The model of that key has nothing to set.
  case noSetting(String)
  /// It compares channels, and new data change what it says of old purchases.
  case notPerPurchase(String)

  public var message: String {
    switch self {
    case .unknown(let text):
      Message.unknownCreditModel([
        "text": text.quotedForMessage, "models": CreditModel.all.map(\.key).joined(separator: ", "),
        "others": ComparisonModel.all.map(\.key).joined(separator: ", "),
      ])
    case .badHalfLife(let text): Message.badHalfLife(["text": text.quotedForMessage])
    case .badWeights(let text): Message.badTransitionWeights(["text": text.quotedForMessage])
    case .noSetting(let model): Message.creditModelHasNoSetting(["model": model])
    case .notPerPurchase(let model):
      Message.creditModelNotPerPurchase([
        "model": model, "models": CreditModel.all.map(\.key).joined(separator: ", "),
      ])
    }
  }
}
