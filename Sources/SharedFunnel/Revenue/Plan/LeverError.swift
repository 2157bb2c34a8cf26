/// Why the text of a lever was refused.
public enum LeverError: Error, Equatable {
  case notALever(String)
  case notAStage(String)
  /// Not from one stage to the next.
  case notAStep(String)
  /// What a buyer does is no part of the way to the purchase.
  case behindPurchase(Stage)
  /// Not a signed number with its unit.
  case notAChange(String, unit: String)
  case notWholeDays(String)
  case outOfRange(String, low: Int, high: Int)

  public var message: String {
    switch self {
    case .notALever(let text): Message.notALever(["text": text.quotedForMessage])
    case .notAStage(let text): Message.leverNotAStage(["text": text.quotedForMessage])
    case .notAStep(let text): Message.leverNotAStep(["text": text.quotedForMessage])
    case .behindPurchase(let stage): Message.leverBehindPurchase(["stage": stage.title()])
    case .notAChange(let text, let unit): Message.leverNotAChange(["text": text.quotedForMessage, "unit": unit])
    case .notWholeDays(let text): Message.leverNotWholeDays(["text": text.quotedForMessage])
    case .outOfRange(let text, let low, let high):
      Message.leverOutOfRange(["text": text.quotedForMessage, "low": String(low), "high": String(high)])
    }
  }
}
