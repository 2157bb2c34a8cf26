import SharedFunnel

extension Message {
  static let disputeAbstract = Message(
    "cli.dispute", "Object to a rejection or a return, and settle it.")
  static let disputeDiscussion = Message(
    "cli.dispute.discussion",
    """
    The giving side disputes within the agreed days. Whoever heads both sides and is no party to the case rules; where there is nobody, the heads of both sides must concur. While a dispute is open the lead is not offered again.

      funnel dispute open 12 --cause definition --evidence 'the call of 3 March'
      funnel dispute list
      funnel dispute rule 12 overturned --reason 'budget was confirmed'
    """)
  static let disputeOpenAbstract = Message(
    "cli.dispute_open", "Dispute the rejection or the return of a lead.")
  static let disputeOpenDiscussion = Message(
    "cli.dispute_open.discussion",
    """
    For members of the giving side. 'funnel reason list' shows the causes; 'funnel reason add' adds your own.

      funnel dispute open 12 --cause definition --note 'meets every criterion'
    """)
  static let disputeRuleAbstract = Message(
    "cli.dispute_rule", "Rule on a dispute: upheld, overturned or split.")
  static let disputeRuleDiscussion = Message(
    "cli.dispute_rule.discussion",
    """
    upheld: the answer stands. overturned: the lead crosses the line. split: it crosses, and counts for neither side. Nobody rules on their own case.

      funnel dispute rule 12 upheld --reason 'no decider was named'
    """)
  static let disputeListAbstract = Message(
    "cli.dispute_list", "List open disputes, or all.")
  static let disputeListDiscussion = Message(
    "cli.dispute_list.discussion",
    """
    With who can rule on each.

      funnel dispute list
      funnel dispute list --all --format csv
    """)
  static let disputeShowAbstract = Message(
    "cli.dispute_show", "Show the disputes over a lead, with all that was said.")
  static let disputeShowDiscussion = Message(
    "cli.dispute_show.discussion",
    """
      funnel dispute show 12
    """)
  static let causeHelp = Message(
    "arg.cause", "What the conflict is about: a key of 'funnel reason list' of kind economic or cultural.")
  static let disputeEvidenceHelp = Message(
    "arg.dispute_evidence", "What shows that the answer was wrong.")
  static let rulingHelp = Message(
    "arg.ruling", "upheld, overturned or split.")
  static let rulingReasonHelp = Message(
    "arg.ruling_reason", "Why.")
  static let disputeAllHelp = Message(
    "arg.dispute_all", "Those that were ruled on too.")
  static let emptyRulingReason = Message(
    "usage.ruling_reason", "A ruling needs a reason that both sides can read: --reason 'TEXT'.")
  static let noSuchRuling = Message(
    "usage.ruling", "'{text}' is no ruling. There are: {known}.")
  static let disputeOpened = Message(
    "done.disputed", "{leads}: disputed ({cause}).")
  static let disputeRuled = Message(
    "done.ruled", "{leads}: {ruling}, says {actor}.")
  static let rulingBy = Message(
    "done.ruling_by", "A ruling is for {mediators}: 'funnel dispute rule {lead} upheld|overturned|split --reason TEXT'."
  )
  static let concurrenceNeeded = Message(
    "done.concurrence",
    "Nobody who heads both sides is free of the case, so a head of {giver} and a head of {receiver} must record the same ruling."
  )
  static let neverDisputed = Message(
    "dispute.never", "No handoff of {lead} was ever disputed.")
  static let noDisputes = Message(
    "dispute.none", "No dispute is open.")
}
