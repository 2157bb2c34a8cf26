import SharedFunnel

extension Message {
  static let handoffIdentity = Message(
    "report.handoffs.identity",
    "Offered {offered} = accepted {accepted} + by silence {silent} + rejected {rejected} + expired {expired} + withdrawn "
      + "{withdrawn} + pending {pending}.")
  static let handoffUnrecordedNote = Message(
    "report.handoffs.unrecorded_note",
    "Unrecorded {count}: leads seen behind a line that nobody offered them over, as imports show them; in no other number."
  )
  static let handoffAcceptanceNote = Message(
    "report.handoffs.acceptance",
    "Acceptance = accepted ÷ (accepted + rejected + expired); silence, withdrawn and pending are in neither. After "
      + "rulings: an overturned rejection counts as accepted, a split one in neither. In brackets 95 % Wilson limits.")
  static let handoffSLANote = Message(
    "report.handoffs.sla_note",
    "Time to answer: from the offer to acceptance or rejection. In time = answered by the agreed time ÷ (answered + "
      + "overdue). Past due: fell due in the period and had no answer at its end.")
  static let handoffContactNote = Message(
    "report.handoffs.contact_note",
    "First contact: by the receiver, after an acceptance or silence; a lead given back or lost before it was due owes none."
  )
  static let handoffWorkingNote = Message(
    "report.handoffs.working_note", "Working: in working time of the receiver's calendar.")
  static let handoffNoCalendar = Message(
    "report.handoffs.no_calendar", "No calendar is set: every hour counts as working time.")
  static let handoffAfterNote = Message(
    "report.handoffs.after_note",
    "After acceptance, of those accepted or taken by silence: returned; else advanced, to a later stage than it was offered "
      + "for; else disqualified, by a loss; else open. Return rate = returned ÷ all of them.")
  static let handoffDropOffNote = Message(
    "report.handoffs.drop_off_note",
    "Lost at the line: the lead was lost while this, its last offer, was open, expired or rejected; share of offers.")
  static let handoffRiskNote = Message(
    "report.handoffs.risk_note",
    "Estimate: Aalen-Johansen for each end, the others competing, and Kaplan-Meier for the median, with log-log limits; "
      + "beside them the naive share and median of what has ended.")
  static let handoffWindowNote = Message(
    "report.handoffs.window_note",
    "Within {window}: what ended later counts as still open, in the counts as in the estimates.")
  static let handoffReasonNote = Message(
    "report.handoffs.reason_note", "By reason: that of the rejection or, after an acceptance, of the return.")
  static let handoffCompareNote = Message(
    "report.handoffs.compare_note",
    "Compared: the same for {period}; rates changed by percentage points, whose 95 % intervals (Newcombe) are in "
      + "--format json.")
  static let handoffCohort = Message(
    "report.handoffs.cohort",
    "Counted are offers made, and crossings seen, {period}; outcomes as of the end of observation.")
  static let handoffAtAnyTime = Message("report.handoffs.any_time", "at any time")
  static let handoffIn = Message("report.handoffs.in", "in {period}")
  static let handoffCrossings = Message("report.handoffs.crossings", "Crossings: {count}.")
}
