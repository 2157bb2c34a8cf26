import SharedFunnel

extension Message {
  static let disputeReportAbstract = Message(
    "report.disputes", "What the two sides disagreed on, how it was ruled, and how soon.")
  static let disputeReportDiscussion = Message(
    "report.disputes.discussion",
    """
    Every number leads to its list: --leads 'cause=budget,outcome=overturned', with the words of the report; null for \
    none. Outcomes: open, upheld, overturned, split; ruled for the last three. Sides: giver=marketing for what marketing \
    objected to, receiver=sales for what sales had decided; or 'side=by marketing', 'side=against sales'. The kind of a \
    cause is economic or cultural. In --where 'owner' is the member who works on the lead.

      funnel report disputes --period 2026-Q4
      funnel report disputes --period 2026-Q4 --compare previous
      funnel report disputes --by kind --by boundary --where source=email
      funnel report disputes --leads 'receiver=sales,outcome=overturned'
    """)
  static let disputePeriodHelp = Message(
    "report.disputes.period", "Disputes that were opened in it: 2026-Q4, 2026-10, 'last 90 days', 'this month'.")
  static let disputeByHelp = Message(
    "report.disputes.by", "One breakdown only, or several; without it by cause, month, opener and outcome.")
  static let disputeLeadsHelp = Message(
    "report.disputes.leads", "The disputes behind a number: 'cause=budget,outcome=open'; 'all' for every one.")
  static let disputeNoSuchKey = Message(
    "report.disputes.no_such_key", "'{key}' is no part of the report on disputes. There are: {known}, or 'all'.")

  static let disputeHeading = Message("report.disputes.heading", "Disputes: {what}")
  static let disputeOpenedIn = Message("report.disputes.opened_in", "opened in {period}")
  static let disputeNothing = Message("report.disputes.nothing", "No rejection and no return was disputed.")
  static let disputeSideGiver = Message("report.disputes.side.giver", "By the side that objected")
  static let disputeSideReceiver = Message("report.disputes.side.receiver", "Against the side that had decided")
  static let disputeSection = Message("report.disputes.section", "By {dimension}")
  static let disputeColumnBy = Message("report.disputes.column.by", "Disputes")
  static let disputeColumnBoundary = Message("report.disputes.column.boundary", "Boundary")
  static let disputeColumnUpheld = Message("report.disputes.column.upheld", "Upheld")
  static let disputeColumnOverturned = Message("report.disputes.column.overturned", "Overturned")
  static let disputeColumnSplit = Message("report.disputes.column.split", "Split")
  static let disputeColumnShare = Message("report.disputes.column.share", "Overturned (95 %)")
  static let disputeColumnHalf = Message("report.disputes.column.p50", "p50")
  static let disputeNoOpener = Message("report.disputes.no_opener", "(no member)")

  static let disputeIdentity = Message(
    "report.disputes.identity",
    "Opened {opened} = upheld {upheld} + overturned {overturned} + split {split} + open {open}.")
  static let disputeCohort = Message(
    "report.disputes.cohort", "Counted are all disputes; outcomes as of the end of observation.")
  static let disputeCohortIn = Message(
    "report.disputes.cohort_in", "Counted are disputes opened in {period}; outcomes as of the end of observation.")
  static let disputeShareNote = Message(
    "report.disputes.note.share",
    "Overturned = overturned ÷ rulings (upheld + overturned + split), with a 95 % Wilson interval. By a side: what it "
      + "objected to, and overturned are its wins. Against a side: what it had rejected or returned, and overturned are "
      + "its mistakes.")
  static let disputeTimesNote = Message(
    "report.disputes.note.times",
    "p50: half were ruled on within so long after the opening, on the clock, over the ruled ones.")
  static let disputeOldestNote = Message(
    "report.disputes.note.oldest", "The oldest that is open waits for {age}. Longer times are in --format csv and json."
  )
  static let disputeEarlierMonths = Message(
    "report.disputes.note.months", "{count} earlier months are not shown; --format csv has them all.")
  static let disputeCompareNote = Message(
    "report.disputes.note.compare",
    "Before: opened in {period}. Points: how many percentage points the share of overturned rulings changed by; 95 % "
      + "intervals (Newcombe) are in --format json.")
  static let disputeMedianNote = Message(
    "report.disputes.note.median",
    "p50 leaves the open ones out, which makes it too short; with them (Kaplan-Meier) the median is {median}, 95 % limits "
      + "{low} to {high}.")
  static let disputeNoMedian = Message("report.disputes.no_median", "not known yet")
  static let disputeListCount = Message("report.disputes.count", "Disputes: {count}.")
}
