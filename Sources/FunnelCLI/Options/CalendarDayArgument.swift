import ArgumentParser
import SharedFunnel

/// Reads a date of a calendar that people type, with its name behind `=`.
enum CalendarDayArgument {
  /// `2026-12-25` or `2026-12-25=Christmas`.
  static func readHoliday(_ text: String) throws -> SpecialDay {
    let (what, name) = split(text)
    return try day(what, hours: "", name)
  }

  /// `2026-12-24 09:00-13:00` or `2026-12-24 09:00-13:00=Christmas Eve`.
  static func readDay(_ text: String) throws -> SpecialDay {
    let (what, name) = split(text)
    let words = what.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { throw Failure.usage(Message.calendarDayWithoutHours(["text": text])) }
    return try day(words[0], hours: String(words[1]), name)
  }

  private static func split(_ text: String) -> (what: Substring, name: String?) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (parts.first ?? "", parts.count == 2 ? String(parts[1]) : nil)
  }

  private static func day(_ date: Substring, hours: String, _ name: String?) throws -> SpecialDay {
    do {
      guard let day = CivilDate(iso: String(date)) else { throw WorkingCalendarError.badDate(String(date)) }
      return try SpecialDay(date: day, hours: hours, name: name)
    } catch let error as WorkingCalendarError {
      // What a transform throws is shown by its description.
      throw Failure.usage(error.message)
    }
  }
}
