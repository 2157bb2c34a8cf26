import SharedFunnel

extension Message {
  static let trendReportAbstract = Message("report.trend", "A rate over time.")
  static let trendReportDiscussion = Message(
    "report.trend.discussion",
    """
    Rates: a stage (of the leads that entered the funnel then, those that came to it), two stages FROM:TO (of those that \
    entered FROM then), loss or FROM:loss (those that were lost), each within --window of the entry; and of the offers \
    made then, acceptance and sla. Every number leads to its list: --leads 'point=2026-07,number=numerator'. Numbers: \
    numerator, denominator, unresolved.

      funnel report trend purchase --by quarter --window 60d
      funnel report trend brand_preference:purchase_intention --group source
      funnel report trend acceptance --by week --period 'last 12 weeks'
      funnel report trend loss --leads 'point=2026-07,number=numerator'
    """)
  static let trendRateHelp = Message(
    "report.trend.rate", "purchase, brand_preference:purchase_intention, loss, 4:loss, acceptance or sla.")
  static let trendByHelp = Message("report.trend.by", "day, week, month, quarter or year.")
  static let trendWindowHelp = Message(
    "report.trend.window", "Leads count for what happens within this time of their entry; 90d unless given.")
  static let trendGroupHelp = Message("report.trend.group", "A series for each of its values.")
  static let trendLeadsHelp = Message(
    "report.trend.leads", "What is behind a number: 'point=2026-07,number=numerator'.")

  static let trendBadRate = Message(
    "report.trend.bad_rate",
    "'{text}' is no rate. There are: a stage such as purchase, two stages such as brand_preference:purchase, loss, "
      + "brand_preference:loss, acceptance, sla.")
  static let trendNoReturns = Message(
    "report.trend.no_returns", "Returns of accepted leads are not recorded in this version, so there is no such rate.")
  static let trendNoWindow = Message(
    "report.trend.no_window", "--window is for rates of leads; an offer counts by how it was answered.")
  static let trendNoMode = Message("report.trend.no_mode", "--mode is for rates that lead to a stage.")
  static let trendNoMonths = Message(
    "report.trend.no_months", "A trend is cut in time by --by; group it by something else.")
  static let trendLeadsNeedPoint = Message(
    "report.trend.leads_need_point",
    "Name the number that the list is for: --leads 'point=2026-07,number=numerator' (or denominator, unresolved).")
  static let trendNoPoint = Message("report.trend.no_point", "The report has no point '{point}'.")

  static let trendHeading = Message("report.trend.heading", "{rate}, by {unit}: {what}")
  static let trendReaching = Message("report.trend.reaching", "{from} to {to}")
  static let trendLosing = Message("report.trend.losing", "Losses after {from}")
  static let trendAcceptance = Message("report.trend.acceptance", "Acceptance of offers")
  static let trendSLA = Message("report.trend.sla", "Offers answered in time")
  static let trendColumnPoint = Message("report.trend.column.point", "When")
  static let trendColumnRate = Message("report.trend.column.rate", "Rate (95 %)")
  static let trendColumnNumerator = Message("report.trend.column.numerator", "Count")
  static let trendColumnDenominator = Message("report.trend.column.denominator", "Of")
  static let trendColumnUnresolved = Message("report.trend.column.unresolved", "Unresolved")
  static let trendCourseHeading = Message("report.trend.course", "Course")
  static let trendColumnSeries = Message("report.trend.column.series", "Series")
  static let trendColumnPeriod = Message("report.trend.column.period", "Period")
  static let trendColumnLowest = Message("report.trend.column.lowest", "Lowest")
  static let trendColumnHighest = Message("report.trend.column.highest", "Highest")
  static let trendSeriesIn = Message("report.trend.series_in", "{series}, {period}")
  static let trendNothing = Message("report.trend.nothing", "Nothing to count in this time.")
  static let trendUnfinishedMark = Message("report.trend.unfinished_mark", "{point}+")

  static let trendReachingNote = Message(
    "report.trend.note.reaching",
    "Of the leads that first entered {from} then (Of), those that came to {to} within {window} of that (Count).")
  static let trendLosingNote = Message(
    "report.trend.note.losing",
    "Of the leads that first entered {from} then (Of), those that were lost within {window} of that (Count), from whatever "
      + "stage; a loss that was reopened is none.")
  static let trendAcceptanceNote = Message(
    "report.trend.note.acceptance",
    "Of the offers made then: accepted (Count) ÷ accepted, rejected and expired (Of). Unresolved: without an answer and not "
      + "due; withdrawn ones are in neither.")
  static let trendSLANote = Message(
    "report.trend.note.sla",
    "Of the offers made then that had a due time: answered by then (Count) ÷ answered or overdue (Of); withdrawn when "
      + "overdue is overdue. Unresolved: without an answer and not due.")
  static let trendUnresolvedNote = Message(
    "report.trend.note.unresolved",
    "Unresolved: neither that nor lost, and not yet observed for {window}; in Of.")
  static let trendImmatureNote = Message(
    "report.trend.note.immature",
    "est.: more than a quarter is unresolved, so the rate misleads; the estimate counts what is open for as long as it was "
      + "observed (Aalen-Johansen).")
  static let trendAheadNote = Message(
    "report.trend.note.ahead", "No rate: nothing was observed long enough to count yet.")
  static let trendUnfinishedNote = Message("report.trend.note.unfinished", "+: not over yet.")
  static let trendCourseNote = Message(
    "report.trend.note.course",
    "Course: the rate from zero to its highest, a sign a point; a gap where there is no rate; the estimate where the rate "
      + "is immature.")
  static let trendMorePoints = Message(
    "report.trend.note.more_points", "Earlier points that are not shown: {count}; --format csv has them all.")
  static let trendMoreGroups = Message(
    "report.trend.note.more_groups", "Smaller groups that are not shown: {count}; --format csv has them all.")
  static let trendAlignedNote = Message(
    "report.trend.note.aligned", "Before: the point at the same place of {period}.")
  static let trendIntervalNote = Message("report.trend.note.interval", "In brackets the 95 % Wilson interval.")
}
