import SharedFunnel

extension Message {
  static let handoffReportAbstract = Message(
    "report.handoffs", "What was offered over the lines, how it was answered, and how fast.")
  static let handoffReportDiscussion = Message(
    "report.handoffs.discussion",
    """
    Every number leads to its list: --leads 'outcome=rejected,reason=not_qualified'. Outcomes: offered, accepted, \
    rejected, expired, withdrawn, pending, unrecorded. Conditions: giver, receiver, reason, and those of --where.

      funnel report handoffs --period 'last 90 days'
      funnel report handoffs --leads 'outcome=rejected'
    """)
  static let handoffLeadsHelp = Message(
    "report.handoffs.leads", "The crossings behind a number: 'outcome=rejected'.")
  static let handoffHeading = Message("report.handoffs.heading", "Handoffs: {what}")
  static let handoffOfferedIn = Message("report.handoffs.offered_in", "offered in {period}")
  static let handoffNothing = Message("report.handoffs.nothing", "No lead crossed a line or was offered over one.")
  static let handoffColumnGiver = Message("report.handoffs.column.giver", "Giver")
  static let handoffColumnLine = Message("report.handoffs.column.line", "Line")
  static let handoffColumnAccepted = Message("report.handoffs.column.accepted", "Accepted")
  static let handoffColumnRejected = Message("report.handoffs.column.rejected", "Rejected")
  static let handoffColumnExpired = Message("report.handoffs.column.expired", "Expired")
  static let handoffColumnWithdrawn = Message("report.handoffs.column.withdrawn", "Withdrawn")
  static let handoffColumnPending = Message("report.handoffs.column.pending", "Pending")
  static let handoffColumnUnrecorded = Message("report.handoffs.column.unrecorded", "Unrecorded")
  static let handoffColumnAcceptance = Message("report.handoffs.column.acceptance", "Acceptance (95 %)")
  static let handoffColumnSlowest = Message("report.handoffs.column.max", "Slowest")
  static let handoffColumnReason = Message("report.handoffs.column.reason", "Reason")
  static let handoffColumnCount = Message("report.handoffs.column.count", "Rejected")
  static let handoffLine = Message("report.handoffs.line", "{giver} to {receiver}")
  static let handoffTimes = Message("report.handoffs.times", "Acceptance, and time to answer")
  static let handoffRejections = Message("report.handoffs.rejections", "Rejections by reason")
  static let handoffNoReason = Message("report.handoffs.no_reason", "(no reason given)")
  static let handoffIdentity = Message(
    "report.handoffs.identity",
    "Offered {offered} = accepted {accepted} + rejected {rejected} + expired {expired} + withdrawn {withdrawn} + pending "
      + "{pending}.")
  static let handoffUnrecordedNote = Message(
    "report.handoffs.unrecorded_note",
    "Unrecorded {count}: leads seen behind a line that nobody offered them over, as imports show them; in no other number."
  )
  static let handoffAcceptanceNote = Message(
    "report.handoffs.acceptance",
    "Acceptance = accepted ÷ (accepted + rejected + expired), with a 95 % Wilson interval; withdrawn and pending are in "
      + "neither. Time to answer: from the offer to acceptance or rejection, on the clock.")
  static let handoffCompared = Message("report.handoffs.compared", "All lines, compared with {period}")
  static let handoffCompareNote = Message(
    "report.handoffs.compare_note",
    "Compared: the same for {period}; acceptance changed by percentage points, whose 95 % interval (Newcombe) is in "
      + "--format json.")
  static let handoffCohort = Message(
    "report.handoffs.cohort",
    "Counted are offers made, and crossings seen, {period}; outcomes as of the end of observation.")
  static let handoffAtAnyTime = Message("report.handoffs.any_time", "at any time")
  static let handoffIn = Message("report.handoffs.in", "in {period}")
  static let handoffCrossings = Message("report.handoffs.crossings", "Crossings: {count}.")
}
