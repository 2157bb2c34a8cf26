import SharedFunnel

extension Message {
  static let forecastAbstract = Message(
    "report.forecast", "What a period is expected to bring, with an interval, and how such forecasts would have done.")
  static let forecastDiscussion = Message(
    "report.forecast.discussion",
    """
    From the workspace's own conversion and times in stage, open stays allowed for. The interval holds four in five of \
    2,000 futures drawn from a seed. --backtest makes the forecast of each past month again and sets it beside what \
    came, last month's revenue and the linear pace. Every count leads to its list with --leads.

      funnel report forecast --period 2026-Q4
      funnel report forecast --by segment
      funnel report forecast --leads open
      funnel report forecast --backtest --months 6
    """)
  static let forecastByHelp = Message("report.forecast.by", "The same for each segment.")
  static let forecastBacktestHelp = Message(
    "report.forecast.backtest", "How it would have done at each past month, beside two simpler forecasts.")
  static let forecastMonthsHelp = Message(
    "report.forecast.months", "How many past months the backtest goes through; 12 unless named.")
  static let forecastLeadsHelp = Message(
    "report.forecast.leads",
    "What is behind a count: the open leads with their chance and weighted value, or purchases.")
  static let forecastMonthsBad = Message(
    "report.forecast.months_bad", "--months goes with --backtest and is a number from 1 to {most}.")
  static let forecastBacktestAlone = Message(
    "report.forecast.backtest_alone",
    "--backtest is of whole past months: leave out --period, --by and --leads, and say how many with --months.")

  static let forecastHeading = Message("report.forecast.heading", "Forecast: {what}")
  static let forecastParts = Message("report.forecast.parts", "What it is made of")
  static let forecastColumnExpected = Message("report.forecast.column.expected", "Expected")
  static let forecastColumnLow = Message("report.forecast.column.low", "80 % from")
  static let forecastColumnHigh = Message("report.forecast.column.high", "to")
  static let forecastColumnWeighted = Message("report.forecast.column.weighted", "Weighted")
  static let forecastColumnOpen = Message("report.forecast.column.open", "Open leads")
  static let forecastAttainedPart = Message("report.forecast.part.attained", "Attained so far")
  static let forecastValuedPart = Message("report.forecast.part.valued", "Open leads with an expected value")
  static let forecastAtMeanPart = Message("report.forecast.part.at_mean", "Open leads at the mean of past purchases")
  static let forecastEnteringPart = Message("report.forecast.part.entering", "New leads")
  static let forecastFurtherPart = Message("report.forecast.part.further", "Further purchases of buyers")

  static let forecastFormula = Message(
    "report.forecast.note.formula",
    "Expected = attained + open leads × their chance to buy in the {days:day|days} left × what they bring + new leads and "
      + "further purchases at the recent rate.")
  static let forecastMean = Message(
    "report.forecast.note.mean",
    "A lead brings its expected value, and without one the mean of past purchases, {mean}.")
  static let forecastOver = Message(
    "report.forecast.note.over", "The period is over, so the forecast is what was attained.")
  static let forecastInterval = Message(
    "report.forecast.note.interval",
    "Four in five of {draws} futures lie between the limits (seed {seed}); they allow for chance and for how little was "
      + "seen.")
  static let forecastWeighted = Message(
    "report.forecast.note.weighted",
    "Weighted: expected value × chance over the {count:open lead|open leads} with a recorded value, each rounded, then summed; "
      + "no new leads and no mean in it. It is no part of the sum beside it.")
  static let forecastRate = Message(
    "report.forecast.note.rate",
    "New leads: {entered} came in within the last {days} days (--leads entered), {rate} a day, and that is taken to last."
  )
  static let forecastBuyers = Message(
    "report.forecast.note.buyers", "Purchases still to come: {purchases}, four in five between {low} and {high}.")
  static let forecastSegments = Message(
    "report.forecast.note.segments",
    "Each segment is forecast on its own leads, with its own stays where at least 100 ended in a stage and else those of all, "
      + "and at the mean of all past purchases, so that they sum to all but for rounding; intervals do not sum.")

  static let forecastListHeading = Message("report.forecast.list_heading", "Behind {number}")
  static let forecastListCount = Message("report.forecast.list_count", "Rows: {count}.")
  static let forecastListChance = Message(
    "report.forecast.list_chance",
    "Chance: to buy in what is left of {period}, given the stage and the days in it. Weighted: expected × chance.")
  static let forecastColumnChance = Message("report.forecast.column.chance", "Chance")
  static let forecastColumnDays = Message("report.forecast.column.days", "Days")
  static let forecastColumnCounted = Message("report.forecast.column.counted", "Counted as")
  static let forecastColumnPaid = Message("report.forecast.column.paid", "Paid")
  static let forecastColumnValue = Message("report.forecast.column.value", "Value")
  static let forecastColumnGap = Message("report.forecast.column.gap", "Missing")
}
