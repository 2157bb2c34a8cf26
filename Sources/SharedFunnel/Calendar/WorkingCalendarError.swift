/// Why a working calendar was refused.
public enum WorkingCalendarError: Error, Sendable, Equatable {
  case badWeekHours(String)
  case badHours(String)
  case overlap(Weekday, HourSpan, HourSpan)
  case overlapOnDate(CivilDate, HourSpan, HourSpan)
  /// Nobody ever works: nothing would ever fall due.
  case noHours
  /// Something should change in a calendar that is not there.
  case nothingToAmend(Department)
  case badDate(String)
  case dateTwice(CivilDate)
  case badName(String)

  public var message: String {
    switch self {
    case .badWeekHours(let text): Message.badWeekHours(["text": text.quotedForMessage])
    case .badHours(let text): Message.badHours(["text": text.quotedForMessage])
    case .overlap(let day, let one, let other):
      Message.hoursOverlap(["day": day.name, "one": one.label, "other": other.label])
    case .overlapOnDate(let date, let one, let other):
      Message.hoursOverlap(["day": date.iso, "one": one.label, "other": other.label])
    case .noHours: Message.noWorkingHours()
    case .nothingToAmend(let department): Message.noCalendarYet(["department": department.key])
    case .badDate(let text): Message.badCalendarDate(["text": text.quotedForMessage])
    case .dateTwice(let date): Message.calendarDateTwice(["date": date.iso])
    case .badName(let text): Message.badDayName(["text": text.quotedForMessage])
    }
  }
}
