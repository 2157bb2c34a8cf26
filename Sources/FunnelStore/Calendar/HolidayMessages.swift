import SharedFunnel

/// Why a file of holidays was not read.
enum HolidayMessages {
  static let notText = Message("holidays.not_text", "it is not UTF-8; save the calendar as UTF-8")
  static let noDateColumn = Message(
    "holidays.no_date_column",
    "there is no column \"date\"; write the columns date and name in the first line, and hours if a day has some, or "
      + "name an iCalendar file")
  static let noProperty = Message(
    "holidays.no_property", "this is no line of an iCalendar file, which is NAME:value")
  static let unbalanced = Message("holidays.unbalanced", "BEGIN and END do not match; the file is cut or damaged")
  static let repeats = Message(
    "holidays.repeats",
    "an event repeats by a rule, and is not guessed; write the dates of each year into a CSV file with the columns date "
      + "and name")
  static let notAllDay = Message(
    "holidays.not_all_day",
    "an event does not last whole days; leave it out, or write the dates and hours into a CSV file with the columns "
      + "date, name and hours")
  static let noStart = Message("holidays.no_start", "an event has no DTSTART")
  static let tooManyDays = Message("holidays.too_many_days", "an event lasts longer than a year")
}
