extension Message {
  // What people type.
  public static let notAnInstant = Message(
    "time.not_an_instant",
    "{text} is not a time. Write a day such as 2026-11-03, a time such as 2026-11-03T14:05 (add Z or +01:00 for another "
      + "zone), \"now\", \"today\", \"yesterday\", \"3 days ago\" or \"2 hours ago\"."
  )
  public static let notAPeriod = Message(
    "time.not_a_period",
    "{text} is not a period. Write 2026, 2026-H1, 2026-Q4, 2026-10, 2026-W45, 2026-11-03, a range such as "
      + "2026-01-01..2026-03-31, \"last 90 days\", \"last 3 months\", \"this quarter\" or \"last month\"."
  )
  public static let notADuration = Message(
    "time.not_a_duration",
    "{text} is not a duration. Write a number and a unit: 90d, 12h, 30m, 45s or 2w."
  )
  public static let unevenDuration = Message(
    "time.uneven_duration",
    "{text} has no fixed length: months, quarters and years differ in days. Write days or weeks, such as 90d or 13w; "
      + "\"m\" means minutes."
  )
  public static let ambiguousDate = Message(
    "time.ambiguous_date",
    "{text} does not say which number is the day and which the month. Write the year first, such as 2026-11-03."
  )
  public static let periodEndsBeforeStart = Message(
    "time.period_ends_before_start",
    "{text} ends before it starts. Write the earlier day first, such as 2026-01-01..2026-03-31."
  )

  // Dates, of people and of files.
  public static let noSuchDate = Message(
    "time.no_such_date",
    "{text} is not in the calendar or not on the clock. Check the day, the month and the hours, such as 2026-11-03 14:05."
  )
  public static let dateOutOfRange = Message(
    "time.out_of_range",
    "{text} is out of range: times between 1970-01-02 and 2105-12-31 (UTC) can be kept, such as 2026-11-03."
  )
  public static let dateDoesNotMatch = Message(
    "time.does_not_match",
    "{text} is not written as {pattern} says. Correct the text, or name the pattern of the column, such as YYYY-MM-DD."
  )

  // Patterns.
  public static let unknownDateToken = Message(
    "time.unknown_token",
    "The date pattern {pattern} has {token}, which means nothing. Use {tokens} with punctuation between them, such as "
      + "YYYY-MM-DD HH:mm:ss, or iso8601, unix or unix_ms alone."
  )
  public static let missingDateToken = Message(
    "time.missing_token",
    "The date pattern {pattern} needs {token}. It tells year, month and day, and of the clock hour and minute or "
      + "nothing; h and hh go with A. For example: M/D/YYYY h:mm A."
  )
  public static let repeatedDateToken = Message(
    "time.repeated_token",
    "The date pattern {pattern} tells the same thing twice, again with {token}. Months are M or MM, minutes are mm, such "
      + "as YYYY-MM-DD HH:mm."
  )
  public static let joinedDateTokens = Message(
    "time.joined_tokens",
    "The date pattern {pattern} has {first} directly before {second}, so nobody can tell where one number ends. Use the "
      + "token of fixed width, such as YYYYMMDD."
  )

  // Zones.
  public static let unknownZone = Message(
    "time.unknown_zone",
    "There is no time zone {zone}. Write a name of the IANA list as it is spelled there, such as Europe/Berlin, "
      + "America/New_York or UTC."
  )
}
