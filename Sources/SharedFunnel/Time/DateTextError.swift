/// Why what a person typed for a time was refused; each case carries the text.
public enum DateTextError: Error, Equatable {
  case notAnInstant(String)
  case notAPeriod(String)
  case notADuration(String)
  /// The shape is right, but the calendar has no such day, week, month or quarter.
  case noSuchDate(String)
  /// Not wholly between 1970-01-02 and 2105-12-31, UTC.
  case outOfRange(String)
  /// Nobody can tell the day from the month.
  case ambiguousOrder(String)
  case endBeforeStart(String)
  /// A duration in months, quarters or years.
  case unevenUnit(String)

  public var message: String {
    switch self {
    case .notAnInstant(let text): Message.notAnInstant(["text": text.quotedForMessage])
    case .notAPeriod(let text): Message.notAPeriod(["text": text.quotedForMessage])
    case .notADuration(let text): Message.notADuration(["text": text.quotedForMessage])
    case .noSuchDate(let text): Message.noSuchDate(["text": text.quotedForMessage])
    case .outOfRange(let text): Message.dateOutOfRange(["text": text.quotedForMessage])
    case .ambiguousOrder(let text): Message.ambiguousDate(["text": text.quotedForMessage])
    case .endBeforeStart(let text): Message.periodEndsBeforeStart(["text": text.quotedForMessage])
    case .unevenUnit(let text): Message.unevenDuration(["text": text.quotedForMessage])
    }
  }
}
