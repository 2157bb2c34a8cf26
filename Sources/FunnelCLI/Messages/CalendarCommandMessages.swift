import SharedFunnel

extension Message {
  static let calendarAbstract = Message(
    "cli.calendar", "Say when each department works.")
  static let calendarDiscussion = Message(
    "cli.calendar.discussion",
    """
    Answers are due, and times to answer are measured, in the working time of the department that has to act. Until a \
    calendar is set, every hour counts.

      funnel calendar show
      funnel calendar set sales --hours 'Mon-Fri 09:00-17:00' --holiday 2026-12-25
    """)
  static let calendarShowAbstract = Message(
    "cli.calendar_show", "Show the working hours and the holidays to come.")
  static let calendarShowDiscussion = Message(
    "cli.calendar_show.discussion",
    """
      funnel calendar show
      funnel calendar show sales --at 2026-12-24T15:00
    """)
  static let calendarSetAbstract = Message(
    "cli.calendar_set", "Set the working hours, the zone and the holidays of a department, from a date on.")
  static let calendarSetDiscussion = Message(
    "cli.calendar_set.discussion",
    """
    For a head of the department; where it has none, for its members. With --hours the calendar is made anew. Without, \
    the one that holds is taken over, and the dates that are named are added to it, or changed.

      funnel calendar set sales --hours 'Mon-Fri 09:00-13:00 14:00-18:00'
      funnel calendar set both --hours 'Sat-Wed 08:00-16:00' --zone Asia/Tehran
      funnel calendar set sales --holiday 2026-12-25=Christmas
      funnel calendar set sales --day '2026-12-24 09:00-13:00=Christmas Eve'
      funnel calendar set sales --holidays 2027.ics
      funnel calendar set sales --always
    """)
  static let calendarDepartmentHelp = Message(
    "arg.calendar_department", "Only this one: marketing or sales.")
  static let calendarWhoseHelp = Message(
    "arg.calendar_whose", "marketing, sales or both.")
  static let calendarAtHelp = Message(
    "arg.calendar_at", "As it was, or will be, at that time. Without it: now.")
  static let calendarHoursHelp = Message(
    "arg.calendar_hours",
    "Weekdays and their hours on the clock of the zone: 'Mon-Fri 09:00-17:00', 'daily 22:00-06:00' (ends on the next "
      + "day). Can be repeated.")
  static let calendarZoneHelp = Message(
    "arg.calendar_zone", "IANA name such as Europe/Berlin. Without it, that of the workspace.")
  static let calendarHolidayHelp = Message(
    "arg.calendar_holiday", "A day off, with its name if wanted. Can be repeated.")
  static let calendarDayHelp = Message(
    "arg.calendar_day", "A date with hours of its own: '2026-12-24 09:00-13:00=Christmas Eve'. Can be repeated.")
  static let calendarHolidaysHelp = Message(
    "arg.calendar_holidays", "CSV with the columns date, name and hours, or iCalendar (.ics). Can be repeated.")
  static let calendarAlwaysHelp = Message(
    "arg.calendar_always", "Every hour counts, as before any calendar was set.")

  // What a command says.
  static let calendarSet = Message(
    "done.calendar_set", "Set for {departments} from {time}. Offers that were made keep their due times.")
  static let calendarLater = Message(
    "calendar.later", "From {time} on, another calendar of {department} holds.")
  static let calendarNotSet = Message(
    "calendar.not_set", "{department}: no calendar is set, so every hour counts (clock time).")
  static let calendarIsAlways = Message(
    "calendar.is_always", "{department}: every hour counts (clock time), since {time}.")
  static let calendarHours = Message(
    "calendar.hours", "{department}: {hours} in {zone}, since {time}; {week} a week.")
  static let calendarOpen = Message("calendar.open", "At {time}: working.")
  static let calendarClosed = Message("calendar.closed", "At {time}: closed until {opens}.")
  static let calendarNever = Message("calendar.never", "further notice")
  static let calendarKnownUntil = Message("calendar.known_until", "The last date with hours of its own: {date}.")
  static let calendarNoHolidays = Message("calendar.no_holidays", "No holidays are set.")
  static let calendarEveryHour = Message("calendar.every_hour", "every hour")
  static let calendarHoliday = Message("calendar.holiday", "holiday")
  static let calendarNone = Message("calendar.none", "No calendar was ever set: every hour counts.")

  // Columns.
  static let columnHours = Message("column.hours", "Hours")
  static let columnSpecialDays = Message("column.special_days", "Special days")
  static let columnDate = Message("column.date", "Date")
  static let columnWeekday = Message("column.weekday", "Weekday")

  // Refusals.
  static let calendarNothing = Message(
    "usage.calendar_nothing",
    "Say what to set: --hours 'Mon-Fri 09:00-17:00', --zone, --holiday, --day, --holidays or --always.")
  static let calendarAlwaysAlone = Message(
    "usage.calendar_always_alone", "--always has neither hours nor holidays nor a zone. Leave one of them out.")
  static let calendarDayWithoutHours = Message(
    "usage.calendar_day",
    "'{text}' names no hours. Write a date and its hours, such as '2026-12-24 09:00-13:00', or use --holiday for a day "
      + "off.")
}
