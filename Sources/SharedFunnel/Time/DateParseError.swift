/// Why a date of an import could not be read. The text is cut after 60 bytes.
public enum DateParseError: Error, Equatable {
  case doesNotMatch(String, pattern: String)
  /// The shape is right, but there is no such day or no such time of day.
  case noSuchDate(String)
  /// Before 1970-01-02 or after 2105-12-31, UTC.
  case outOfRange(String)

  public var message: String {
    switch self {
    case .doesNotMatch(let text, let pattern):
      Message.dateDoesNotMatch(["pattern": pattern, "text": text.quotedForMessage])
    case .noSuchDate(let text): Message.noSuchDate(["text": text.quotedForMessage])
    case .outOfRange(let text): Message.dateOutOfRange(["text": text.quotedForMessage])
    }
  }
}
