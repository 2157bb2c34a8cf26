extension Message {
  public static let badWeekHours = Message(
    "calendar.bad_week_hours",
    "{text} does not say when people work. Write the weekdays and their hours, such as \"Mon-Fri 09:00-17:00\", "
      + "\"Mon,Wed 09:00-13:00 14:00-18:00\", \"Sat-Wed 08:00-16:00\" or \"daily 22:00-06:00\".")
  public static let badHours = Message(
    "calendar.bad_hours",
    "{text} are no hours of a day. Write two different times from 00:00 to 24:00, such as 09:00-17:00; what ends "
      + "before it starts ends on the next day, such as 22:00-06:00; a whole day is 00:00-24:00.")
  public static let hoursOverlap = Message(
    "calendar.hours_overlap",
    "The hours of {day} overlap: {one} and {other}. Name each hour once.")
  public static let noWorkingHours = Message(
    "calendar.no_hours",
    "A calendar needs working hours, such as --hours \"Mon-Fri 09:00-17:00\"; without any, nothing would ever fall due."
  )
  public static let noCalendarYet = Message(
    "calendar.none_yet",
    "{department} has no calendar at that time. Name its hours too, such as --hours \"Mon-Fri 09:00-17:00\".")
  public static let badCalendarDate = Message(
    "calendar.bad_date", "{text} is not a date. Write year, month and day, such as 2026-12-25.")
  public static let calendarDateTwice = Message(
    "calendar.date_twice", "{date} is named twice, with different hours. Name each date once.")
  public static let badDayName = Message(
    "calendar.bad_name", "{text} is no name of a day. Write at most 100 characters on one line.")
}
