import SharedFunnel

extension Message {
  static let flowAbstract = Message(
    "report.flow", "The balance of each stage, what came in and what went out, by day, week, month or quarter.")
  static let flowDiscussion = Message(
    "report.flow.discussion",
    """
    Every number leads to its list: --leads 'stage=4,outcome=lost,interval=2026-10'. Outcomes: opening, in, new, \
    forward_in, back_in, reopened, out, forward_out, back_out, lost, closing. Without 'interval' the whole period is \
    meant, without 'stage' all of them; conditions of --where narrow the list.

      funnel report flow --period 2026-Q3 --by week
      funnel report flow --period 2026-10 --by day --stage 4 --where source=email
      funnel report flow --period 2026-Q3 --group source --stage 4
      funnel report flow --leads 'stage=4,outcome=lost,interval=2026-08'
    """)
  static let flowByHelp = Message("report.flow.by", "What the period is cut into, in the reporting zone.")
  static let flowGroupHelp = Message(
    "report.flow.group", "Also the flow of each of its values over the whole period, in place of the intervals.")
  static let flowNoMonths = Message(
    "report.flow.no_months", "A flow is cut in time by --by; group it by something else.")
  static let flowStageHelp = Message("report.flow.stage", "Only this stage; may be given several times.")
  static let flowLeadsHelp = Message(
    "report.flow.leads", "The stays behind a number: 'stage=4,outcome=lost,interval=2026-10'.")
  static let flowLeadsNeedOutcome = Message(
    "report.flow.leads_need_outcome", "Name the number that the list is for: outcome is one of {known}.")
  static let flowNoInterval = Message(
    "report.flow.no_interval",
    "The report has no interval '{interval}'. It is cut by {unit}; look at its labels, or choose another --by or --period."
  )
  static let flowNothing = Message("report.flow.nothing", "Nothing had happened by then.")

  static let flowHeading = Message("report.flow.heading", "Flow: {what}")
  static let flowSeriesHeading = Message("report.flow.series", "By {unit}")
  static let flowGroupsHeading = Message("report.flow.groups", "By {dimension}: {what}")
  static let flowGroupsNote = Message(
    "report.flow.note.groups",
    "By {dimension}: over the whole period; in every stage the groups sum to all leads. --where has the intervals of one."
  )
  static let flowColumnInterval = Message("report.flow.column.interval", "Interval")
  static let flowColumnOpening = Message("report.flow.column.opening", "Opening")
  static let flowColumnIn = Message("report.flow.column.in", "In")
  static let flowColumnNew = Message("report.flow.column.new", "New")
  static let flowColumnForwardIn = Message("report.flow.column.forward_in", "Forward in")
  static let flowColumnBackIn = Message("report.flow.column.back_in", "Back in")
  static let flowColumnReopened = Message("report.flow.column.reopened", "Reopened")
  static let flowColumnOut = Message("report.flow.column.out", "Out")
  static let flowColumnForwardOut = Message("report.flow.column.forward_out", "Forward")
  static let flowColumnBackOut = Message("report.flow.column.back_out", "Back")
  static let flowColumnCourse = Message("report.flow.column.course", "Course")
  static let flowColumnClosing = Message("report.flow.column.closing", "Closing")
  static let flowColumnInBefore = Message("report.flow.column.in_before", "In before")
  static let flowColumnOutBefore = Message("report.flow.column.out_before", "Out before")
  static let flowColumnClosingBefore = Message("report.flow.column.closing_before", "Closing before")

  static let flowIdentity = Message(
    "report.flow.identity",
    "Opening {opening} + in {in} - out {out} = closing {closing}, and so in every row; the closing balance is the next "
      + "opening one.")
  static let flowInNote = Message(
    "report.flow.note.in",
    "Counted are stays of open leads. In: new (the lead's first stay in any stage), forward in (from an earlier stage), "
      + "back in (from a later one), reopened (lost before).")
  static let flowOutNote = Message(
    "report.flow.note.out",
    "Out: Forward (to a later stage), Back (to an earlier one), Lost. A move is one out and one in, so a sum over stages "
      + "has both.")
  static let flowCourseNote = Message(
    "report.flow.note.course", "Course: the closing balance of the last {count} intervals, from zero.")
  static let flowCut = Message(
    "report.flow.note.cut", "*: reaches beyond the period or is not over; counted is what lies within and was seen.")
  static let flowMore = Message(
    "report.flow.note.more", "Shown are the last {most} of {count} intervals; --format csv has them all.")
  static let flowBefore = Message("report.flow.note.before", "Before: the same for {period}.")
  static let flowSources = Message(
    "report.flow.note.sources", "Behind the end of its import a lead stands as it was seen last.")

  // Lists of stays, of this report and others.
  static let visitColumnEntered = Message("report.visits.column.entered", "Entered")
  static let visitColumnEntry = Message("report.visits.column.entry", "How")
  static let visitColumnLeft = Message("report.visits.column.left", "Left")
  static let visitColumnExit = Message("report.visits.column.exit", "Exit")
  static let visitListHeading = Message("report.visits.heading", "Stays behind {number}")
  static let visitListCount = Message("report.visits.count", "Stays: {count}.")
}
