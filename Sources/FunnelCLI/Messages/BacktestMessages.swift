import SharedFunnel

extension Message {
  static let backtestHeading = Message("report.backtest.heading", "Backtest: {what}")
  static let backtestMonths = Message("report.backtest.months", "last {months:month|months}")
  static let backtestErrors = Message("report.backtest.errors", "How far off")
  static let backtestEmpty = Message("report.backtest.empty", "No past month can be forecast again.")
  static let backtestColumnMonth = Message("report.backtest.column.month", "Month")
  static let backtestColumnMade = Message("report.backtest.column.made", "Made")
  static let backtestColumnActual = Message("report.backtest.column.actual", "Actual")
  static let backtestColumnForecast = Message("report.backtest.column.forecast", "Forecast")
  static let backtestColumnHeld = Message("report.backtest.column.held", "Held")
  static let backtestColumnNaive = Message("report.backtest.column.naive", "Naive")
  static let backtestColumnLinear = Message("report.backtest.column.linear", "Linear")
  static let backtestColumnMethod = Message("report.backtest.column.method", "Method")
  static let backtestColumnError = Message("report.backtest.column.mape", "Mean error")
  static let backtestColumnCount = Message("report.backtest.column.n", "Months")
  static let backtestYes = Message("report.backtest.held", "yes")
  static let backtestNo = Message("report.backtest.not_held", "no")

  static let backtestCoverage = Message(
    "report.backtest.note.coverage",
    "Held: what came lies within the interval, in {held} of {of:month|months} ({rate}). Near 80 % the interval can be believed; "
      + "far below, it is too narrow.")
  static let backtestError = Message(
    "report.backtest.note.error",
    "Mean error: the mean of |forecast - actual| ÷ actual, over months with an actual above zero. Where naive or linear has the "
      + "smaller one, believe that.")
  static let backtestMethods = Message(
    "report.backtest.note.methods",
    "Made after {days:day|days} of the month. Naive: the revenue of the month before. Linear: attained so far ÷ the share of the "
      + "days that had begun.")
  static let backtestBasis = Message(
    "report.backtest.note.basis",
    "Basis known_at: what had been recorded by then, where four in five of the events of the {days} days before had been. Else "
      + "as_of: what had happened by then, and later corrections may leak.")
  static let backtestUnobserved = Message(
    "report.backtest.note.unobserved",
    "Left out: {count:month|months} at whose time no lead had come in.")
  static let backtestUnknown = Message(
    "report.backtest.note.unknown",
    "Left out: {count:month|months} with purchases of which none has an amount in {currency}, so that nobody knows what came."
  )
}
