import SharedFunnel

extension Message {
  static let handoffAuditHelp = Message(
    "report.handoffs.audit", "How well both sides judged: what was turned down and bought, taken and lost, sent twice.")
  static let auditAlone = Message(
    "report.audit.alone",
    "--audit goes with --period, --where, --as-of and --known-at; leave out --by, --window, --compare."
  )
  static let auditHeading = Message("report.audit.heading", "Judgement: {what}")
  static let auditColumnQuestion = Message("report.audit.column.question", "Number")
  static let auditColumnOf = Message("report.audit.column.of", "Of")
  static let auditColumnShare = Message("report.audit.column.share", "Share (95 %)")
  static let auditColumnList = Message("report.audit.column.list", "--leads")
  static let auditBought = Message("report.audit.bought", "Rejected, then bought")
  static let auditLost = Message("report.audit.lost", "Accepted, lost in {days} d")
  static let auditOverridden = Message("report.audit.overridden", "Criteria overridden")
  static let auditExpired = Message("report.audit.expired", "Expired in silence")
  static let auditSilent = Message("report.audit.silent", "Taken by silence")
  static let auditTwice = Message("report.audit.twice", "Leads offered again")
  static let auditThrice = Message("report.audit.thrice", "Leads offered 3+ times")
  static let auditLostColumn = Message("report.audit.column.lost", "Lost in {days} d")
  static let auditFrequency = Message("report.audit.frequency", "Offers of one lead over one line")
  static let auditColumnOffers = Message("report.audit.column.offers", "Offers")
  static let auditColumnLeads = Message("report.audit.column.leads", "Leads")
  static let auditColumnLeadShare = Message("report.audit.column.lead_share", "Of leads")
  static let auditColumnFirst = Message("report.audit.column.first", "First offer")
  static let auditColumnLast = Message("report.audit.column.last", "Last offer")
  static let auditColumnCost = Message("report.audit.column.cost", "Took")
  static let auditListCount = Message("report.audit.list_count", "Leads, each at one line: {count}.")
  static let auditOfferers = Message("report.audit.offerers", "Who offers, and who overrides the criteria")
  static let auditColumnMember = Message("report.audit.column.member", "Member")
  static let auditColumnOverridden = Message("report.audit.column.overridden", "Overridden")
  static let auditNoMember = Message("report.audit.no_member", "(no member)")
  static let auditMoreOfferers = Message(
    "report.audit.more_offerers", "{count} more members offered; --format json names them.")
  static let auditCriteria = Message("report.audit.criteria", "Offers against the agreed criteria, and the others")
  static let auditColumnOffersKind = Message("report.audit.column.kind", "Offers")
  static let auditAgainst = Message("report.audit.against", "overridden")
  static let auditOthers = Message("report.audit.others", "all others")
  static let auditLostNote = Message(
    "report.audit.lost_note",
    "Lost in {days} d: of those accepted, by an answer or by silence, and observed for {days} days or lost before; {young} are "
      + "younger and in neither. A lead that was returned was not lost by this acceptance.")
  static let auditBoughtNote = Message(
    "report.audit.bought_note",
    "Rejected, then bought: the lead first came to the stage of purchase after the rejection. One that had bought before "
      + "is none.")
  static let auditAgainNote = Message(
    "report.audit.again_note",
    "Offered again: over the same line, in either direction. From the first of these offers to the last it took {total} in "
      + "all; of one lead at one line p50 {half}, p90 {most}, at most {max}.")
  static let auditLinesNote = Message(
    "report.audit.lines_note", "A lead that was offered over several lines counts once at each of them.")
  static let auditCohort = Message("report.audit.cohort", "Counted are offers made {period}, with what came of them.")
}
