/// How a column of an import writes its dates.
///
/// A pattern is made of the tokens of ``Token`` and of punctuation that must be there as it is, such as
/// `YYYY-MM-DD HH:mm:ss`, `M/D/YYYY H:mm` or `D.M.YYYY`; or it is one of the words `iso8601`, `unix` (seconds) and
/// `unix_ms`. The text must match from its first byte to its last: spaces around it do not.
public struct DateFormat: Sendable, Equatable {
  /// A part of a pattern, by the letters that stand for it.
  enum Token: String, Sendable, CaseIterable {
    case year = "YYYY"
    /// 70 ... 99 mean the years 19xx and 00 ... 69 the years 20xx, as POSIX has it.
    case shortYear = "YY"
    case month = "M"
    case paddedMonth = "MM"
    case day = "D"
    case paddedDay = "DD"
    case hour = "H"
    case paddedHour = "HH"
    /// 1 ... 12, with ``meridiem``.
    case twelveHour = "h"
    case paddedTwelveHour = "hh"
    case minute = "mm"
    case second = "ss"
    /// 1 to 9 digits of a fraction of a second; what is finer than a millisecond is cut off.
    case fraction = "SSS"
    /// AM or PM, in either case.
    case meridiem = "A"
    /// `Z`, `±HH:MM` or `±HHMM`; it overrides the zone.
    case offset = "Z"

    /// What of an instant the token tells. A pattern tells each of them once at most.
    var part: Part {
      switch self {
      case .year, .shortYear: .year
      case .month, .paddedMonth: .month
      case .day, .paddedDay: .day
      case .hour, .paddedHour, .twelveHour, .paddedTwelveHour: .hour
      case .minute: .minute
      case .second: .second
      case .fraction: .fraction
      case .meridiem: .meridiem
      case .offset: .offset
      }
    }

    var isTwelveHour: Bool { self == .twelveHour || self == .paddedTwelveHour }
  }

  enum Part: Hashable {
    case year, month, day, hour, minute, second, fraction, meridiem, offset
  }

  enum Piece: Sendable, Equatable {
    case token(Token)
    case literal(UInt8)
  }

  enum Shape: Sendable, Equatable {
    case iso8601
    case unixSeconds
    case unixMilliseconds
    case pieces([Piece])
  }

  /// As it was given.
  public let pattern: String
  /// Whether the texts tell a time of day; where they do not, the start of the day is meant.
  public let hasClock: Bool
  let shape: Shape

  public init(pattern: String) throws(DateFormatError) {
    self.pattern = pattern
    switch pattern {
    case "iso8601": shape = .iso8601
    case "unix": shape = .unixSeconds
    case "unix_ms": shape = .unixMilliseconds
    default: shape = .pieces(try DateFormat.pieces(of: pattern))
    }
    hasClock =
      switch shape {
      case .pieces(let pieces): pieces.contains { $0.token?.part == .hour }
      default: true
      }
  }
}

extension DateFormat.Piece {
  var token: DateFormat.Token? {
    if case .token(let token) = self { token } else { nil }
  }
}
