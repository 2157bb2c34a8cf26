import SharedFunnel

extension Message {
  static let handoffReportAbstract = Message(
    "report.handoffs", "What was offered over the lines, how it was answered, how fast, and what came of it.")
  static let handoffReportDiscussion = Message(
    "report.handoffs.discussion",
    """
    Every number leads to its list: --leads 'outcome=rejected,reason=not_qualified', or by its place in --format json: \
    --leads 'number=sla.missed,boundary=4:5'. Outcomes: offered, accepted, accepted_by_silence, rejected, expired, \
    withdrawn, pending, unrecorded. Conditions: boundary, giver, receiver, member (who offered; null for none), reason, \
    month, overridden (yes, no), and those of --where. A list of 'estimates' takes the --window of its report.

      funnel report handoffs --period 'last 90 days'
      funnel report handoffs --by reason
      funnel report handoffs --audit
      funnel report handoffs --leads 'number=after_acceptance.returned'
    """)
  static let handoffLeadsHelp = Message(
    "report.handoffs.leads", "The crossings behind a number: 'outcome=rejected', 'number=sla.missed'.")
  static let handoffByHelp = Message(
    "report.handoffs.by",
    "A row for each source, campaign, segment, giver, receiver, member (who offered), month, reason or boundary.")
  static let handoffWindowHelp = Message(
    "report.handoffs.window", "Estimate what became of the offers within this time, such as 14d.")
  static let handoffHeading = Message("report.handoffs.heading", "Handoffs: {what}")
  static let handoffHeadingBy = Message("report.handoffs.heading_by", "{what}, by {dimension}")
  static let handoffOfferedIn = Message("report.handoffs.offered_in", "offered in {period}")
  static let handoffNothing = Message("report.handoffs.nothing", "No lead crossed a line or was offered over one.")
  static let handoffLine = Message("report.handoffs.line", "{giver} to {receiver}")
  static let handoffLines = Message("report.handoffs.lines", "Lines: {lines}.")
  static let handoffLineStages = Message("report.handoffs.line_stages", "{line} is {from} to {to}, {direction}")
  static let handoffReasons = Message("report.handoffs.reasons", "Rejections and returns by reason")
  static let handoffNoReason = Message("report.handoffs.no_reason", "(no reason given)")
  static let handoffRisks = Message("report.handoffs.risks", "How it ends, with what is open allowed for")
  static let handoffRisksWithin = Message(
    "report.handoffs.risks_within", "How it ends within {window}, with what is open allowed for")
  static let handoffOffersEnd = Message("report.handoffs.offers_end", "Offers")
  static let handoffAcceptancesEnd = Message("report.handoffs.acceptances_end", "Accepted leads")
  static let handoffStillOpen = Message("report.handoffs.still_open", "still open")
  static let handoffHalfEnded = Message("report.handoffs.half_ended", "half ended by")
  static let handoffRates = Message("report.handoffs.rates", "Rates")
  static let handoffCompared = Message("report.handoffs.compared", "All lines, compared with {period}")
  static let handoffOffersAlone = Message(
    "report.handoffs.offers_alone",
    "'offers=…' lists leads by how often they were offered over one line. It goes with conditions of --where only, such as "
      + "'offers=2+,source=email'.")
}
