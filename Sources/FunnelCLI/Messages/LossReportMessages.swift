import SharedFunnel

extension Message {
  static let lossReportAbstract = Message(
    "report.losses", "Which leads were lost: why, from which stage, whose they were then, and where they came from.")
  static let lossReportDiscussion = Message(
    "report.losses.discussion",
    """
    Every number leads to its list: --leads 'reason=no_budget,owner=marketing', with the words of the report; null for \
    none. There 'owner' is who answers for the loss, as in the report, and 'month' its month; in --where 'owner' is the \
    member who works on the lead, and 'month' that of its entry.

      funnel report losses --period 2026-Q3 --compare previous
      funnel report losses --by reason --entered 2026-Q1 --where source=email
      funnel report losses --leads 'stage=4,owner=in_handoff'
    """)
  static let lossPeriodHelp = Message(
    "report.losses.period", "Leads that were lost in it: 2026-Q4, 2026-10, 'last 90 days', 'this month'.")
  static let lossEnteredHelp = Message("report.losses.entered", "Leads that first entered the funnel in it.")
  static let lossByHelp = Message(
    "report.losses.by", "One breakdown only, or several; without it by reason, stage, owner and source.")
  static let lossLeadsHelp = Message(
    "report.losses.leads", "The leads behind a number: 'reason=no_budget,stage=4'; 'all' for every loss.")
  static let lossNoSuchKey = Message(
    "report.losses.no_such_key", "'{key}' is no breakdown. There are: {known}, or 'all'.")

  static let lossHeading = Message("report.losses.heading", "Losses by {dimension}: {what}")
  static let lossLostIn = Message("report.losses.lost_in", "lost in {period}")
  static let lossColumnLost = Message("report.losses.column.lost", "Lost")
  static let lossColumnShare = Message("report.losses.column.share", "Of losses")
  static let lossColumnOfLeads = Message("report.losses.column.of_leads", "Of leads (95 %)")
  static let lossColumnStay = Message("report.losses.column.stay", "p50 in stage")
  static let lossNothing = Message("report.losses.nothing", "No lead was lost.")
  static let lossNoReason = Message("report.losses.no_reason", "(no reason given)")
  static let lossUnknownReason = Message("report.losses.unknown_reason", "(unknown reason {reason})")

  static let lossTotalNote = Message(
    "report.losses.note.total", "Lost: {lost} of {cohort} leads; every table sums to that.")
  static let lossCohortAll = Message(
    "report.losses.note.cohort_all", "Leads: all of the cohort, which are those that entered the funnel {entered}.")
  static let lossCohortIn = Message(
    "report.losses.note.cohort_in",
    "Leads: those of the cohort that were in the funnel at some time of {period} (entered before its end, not lost before "
      + "its start); the cohort are those that entered the funnel {entered}.")
  static let lossAnyTime = Message("report.losses.any_time", "at any time")
  static let lossIn = Message("report.losses.in", "in {period}")
  static let lossReopenedNote = Message(
    "report.losses.note.reopened", "A loss counts as of the end of observation; a lead that was reopened is not lost.")
  static let lossOwnerNote = Message(
    "report.losses.note.owner",
    "Owner: of the stage that the lead was lost from, at that time; in handoff: lost while an offer was open, expired or "
      + "rejected.")
  static let lossStayNote = Message(
    "report.losses.note.stay", "p50 in stage: median time between the last entry to the stage and the loss.")
  static let lossMoreRows = Message(
    "report.losses.note.more_rows", "{dimension}: {count} smaller rows are not shown; --format csv has them all.")
  static let lossCompareNote = Message(
    "report.losses.note.compare",
    "Before: the same for {period}. Points: by how many percentage points the share of the leads changed; 95 % intervals "
      + "(Newcombe) are in --format json.")
}
