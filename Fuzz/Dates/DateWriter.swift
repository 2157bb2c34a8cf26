@testable import SharedFunnel

/// Writes an instant, in UTC, as a format has it.
struct DateWriter {
  private let format: DateFormat

  init(_ format: DateFormat) { self.format = format }

  /// Nil where the format cannot tell the instant: two digits of a year tell those from 1970 to 2069.
  func text(_ instant: Timestamp) -> String? {
    switch format.shape {
    case .iso8601: return instant.iso8601
    case .unixSeconds: return "\(instant.seconds)"
    case .unixMilliseconds: return "\(instant.milliseconds)"
    case .pieces(let pieces):
      let civil = CivilDateTime(localMilliseconds: instant.milliseconds)
      var text = ""
      for piece in pieces {
        switch piece {
        case .literal(let byte): text.unicodeScalars.append(Unicode.Scalar(byte))
        case .token(.shortYear) where !(1970...2069).contains(civil.date.year): return nil
        case .token(let token): text += Self.text(token, civil)
        }
      }
      return text
    }
  }

  private static func text(_ token: DateFormat.Token, _ civil: CivilDateTime) -> String {
    switch token {
    case .year: padded(civil.date.year, 4)
    case .shortYear: padded(civil.date.year % 100, 2)
    case .month: "\(civil.date.month)"
    case .paddedMonth: padded(civil.date.month, 2)
    case .day: "\(civil.date.day)"
    case .paddedDay: padded(civil.date.day, 2)
    case .hour: "\(civil.hour)"
    case .paddedHour: padded(civil.hour, 2)
    case .twelveHour: "\((civil.hour + 11) % 12 + 1)"
    case .paddedTwelveHour: padded((civil.hour + 11) % 12 + 1, 2)
    case .minute: padded(civil.minute, 2)
    case .second: padded(civil.second, 2)
    case .fraction: padded(civil.millisecond, 3)
    case .meridiem: civil.hour < 12 ? "AM" : "PM"
    case .offset: "Z"
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
