/// Why a pattern of dates was refused.
public enum DateFormatError: Error, Equatable {
  case unknownToken(String, pattern: String)
  /// A part that the pattern needs, by the token that would tell it.
  case missing(String, pattern: String)
  /// A token for a part that an earlier token tells.
  case twice(String, pattern: String)
  /// Two numbers with nothing between them, of which the first has no fixed width.
  case runTogether(String, String, pattern: String)

  public var message: String {
    let tokens = DateFormat.Token.allCases.map(\.rawValue).joined(separator: ", ")
    switch self {
    case .unknownToken(let token, let pattern):
      return Message.unknownDateToken([
        "tokens": tokens, "token": token.quotedForMessage, "pattern": pattern.quotedForMessage,
      ])
    case .missing(let token, let pattern):
      return Message.missingDateToken(["token": token, "pattern": pattern.quotedForMessage])
    case .twice(let token, let pattern):
      return Message.repeatedDateToken(["token": token, "pattern": pattern.quotedForMessage])
    case .runTogether(let first, let second, let pattern):
      return Message.joinedDateTokens(["first": first, "second": second, "pattern": pattern.quotedForMessage])
    }
  }
}
