import SharedFunnel

extension Message {
  // Options of every report.
  static let reportAsOfHelp = Message(
    "report.as_of.help", "Only what had happened by then: 2026-11-03, 2026-Q3, yesterday, 2026-11-03T14:05.")
  static let reportKnownAtHelp = Message(
    "report.known_at.help", "Only what had been recorded by then, so that a past report prints again.")
  static let reportPeriodHelp = Message(
    "report.period.help", "2026, 2026-Q4, 2026-10, 2026-01-01..2026-03-31, 'last 90 days', 'this month'.")
  static let reportWhereHelp = Message(
    "report.where.help",
    "Only such leads: source=email,segment=smb. 'source=null' are those without one; a comma stands in quotes: "
      + "campaign=\"spring, 2026\".")

  // Mistakes in them.
  static let reportFuture = Message(
    "report.future", "'{text}' lies in the future, and what has not happened yet cannot be observed.")
  static let reportBadPairs = Message(
    "report.bad_conditions",
    "'{text}' is not a list of conditions such as source=email,segment=smb; a comma inside a value stands in quotes.")
  static let reportUnclosedQuote = Message("report.unclosed_quote", "A quote in '{text}' is never closed.")
  static let reportKeyTwice = Message(
    "report.key_twice", "'{key}' is named twice; a lead has one, so no lead can be both.")
  static let reportNoSuchKey = Message("report.no_such_key", "'{key}' is no condition. There are: {known}.")
  static let reportNoSuchValue = Message(
    "report.no_such_value", "'{value}' is no {key}. There are: {known}.")
  static let reportLeadsAlone = Message(
    "report.leads_alone",
    "--leads lists what stands behind one number: leave out {options}, and narrow the list itself, such as "
      + "--leads '{example}'.")
  static let reportValueNeeded = Message("report.value_needed", "'{key}' needs a value, one of: {known}.")

  // Footnotes that reports share.
  static let reportObserved = Message("report.observed", "Observed until {time}. Days are cut in {zone}.")
  static let reportObservedBySource = Message(
    "report.observed_by_source",
    "Observed until {time}; leads of an import no longer than their source was: {sources}. Days are cut in {zone}.")
  static let reportObservedSource = Message("report.observed_source", "{source} {time}")
  static let reportAsKnown = Message(
    "report.as_known",
    "As known at {time}. History that an import brought counts as recorded on the day of the import.")
  static let reportUnfinished = Message(
    "report.unfinished", "{period} is not over: it is seen up to {time}.")
  static let reportLeadsAsNow = Message(
    "report.leads_as_now", "The rows show the leads as they stand now, not as they stood then.")
  static let reportWarning = Message("report.warning", "Warning: {sentence}")

  static let reportWithout = Message("report.without", "(none)")
  static let reportTotal = Message("report.total", "All")
  static let reportRange = Message("report.range", "{rate} ({low}{dash}{high})")
}
