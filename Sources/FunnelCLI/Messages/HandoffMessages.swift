import SharedFunnel

extension Message {
  static let handoffAbstract = Message(
    "cli.handoff", "Hand leads over the line between departments, and answer offers.")
  static let handoffDiscussion = Message(
    "cli.handoff.discussion",
    """
    The giving side offers, the receiving side accepts or rejects. Until it is accepted, a lead stays with the giver. \
    Commands on several leads take them all or none.

      funnel handoff offer 12 --note 'asked for a quote'
      funnel handoff inbox
      funnel handoff accept 12
      funnel handoff reject 13 --reason missing_data
    """)
  static let offerAbstract = Message(
    "cli.offer", "Offer leads to the department behind the next line.")
  static let offerDiscussion = Message(
    "cli.offer.discussion",
    """
    For members of the giving side. Without --due an answer is due after two days.

      funnel handoff offer 12 13
      funnel handoff offer 12 --member ben --due 12h --note 'asked for a quote'
      funnel lead list --stage 4 --format csv | funnel handoff offer - --dry-run
    """)
  static let acceptAbstract = Message(
    "cli.accept", "Accept offered leads, which cross the line with that.")
  static let acceptDiscussion = Message(
    "cli.accept.discussion",
    """
    For members of the receiving side. Whoever accepts works on the lead, unless --owner names another.

      funnel handoff accept 12
      funnel handoff accept 12 13 --owner ben
    """)
  static let rejectAbstract = Message(
    "cli.reject", "Send offered leads back, with a reason.")
  static let rejectDiscussion = Message(
    "cli.reject.discussion",
    """
    For members of the receiving side. 'funnel reason list' shows the reasons.

      funnel handoff reject 12 --reason not_qualified --note 'a student'
    """)
  static let withdrawAbstract = Message(
    "cli.withdraw", "Take open offers back.")
  static let withdrawDiscussion = Message(
    "cli.withdraw.discussion",
    """
    For members of the giving side.

      funnel handoff withdraw 12
    """)
  static let inboxAbstract = Message(
    "cli.inbox", "List offers that wait for an answer, the most urgent first.")
  static let inboxDiscussion = Message(
    "cli.inbox.discussion",
    """
    By default those that wait for the departments of the acting member.

      funnel handoff inbox
      funnel handoff inbox --department sales --overdue
    """)
  static let sweepAbstract = Message(
    "cli.sweep", "Write down which offers nobody answered in time.")
  static let sweepDiscussion = Message(
    "cli.sweep.discussion",
    """
    Reports count an overdue offer as expired whether or not this ran. How often it runs, and how many run it, changes nothing.

      funnel handoff sweep --dry-run
    """)

  // Arguments.
  static let offerToHelp = Message(
    "arg.offer_to", "The stage behind the line. Without it: the first one behind the next line.")
  static let offerMemberHelp = Message(
    "arg.offer_member", "The member of the receiving side who should answer.")
  static let dueHelp = Message(
    "arg.due", "Until when an answer is due: 12h, 3d, or a time, where a day means its end.")
  static let acceptOwnerHelp = Message(
    "arg.accept_owner", "Who works on the leads from now on. Without it: whoever accepts.")
  static let rejectReasonHelp = Message(
    "arg.reject_reason", "Why: a key of 'funnel reason list'.")
  static let inboxDepartmentHelp = Message(
    "arg.inbox_department", "Offers to this department.")
  static let inboxAllHelp = Message(
    "arg.inbox_all", "Offers to every department.")
  static let inboxOverdueHelp = Message(
    "arg.inbox_overdue", "Only offers past their due time.")

  // What a command did.
  static let leadsOffered = Message(
    "done.offered", "{leads}: offered.")
  static let leadsOfferedAndAccepted = Message(
    "done.offered_accepted", "{leads}: offered, and accepted by {member}.")
  static let offerWaits = Message(
    "done.offer_waits", "An answer from {receiver} is due by {time}.")
  static let leadsAccepted = Message(
    "done.accepted", "{leads}: accepted by {actor}.")
  static let leadsRejected = Message(
    "done.rejected", "{leads}: rejected ({reason}).")
  static let leadsWithdrawn = Message(
    "done.withdrawn", "{leads}: offer withdrawn.")
  static let sweptNone = Message(
    "done.swept_none", "No offer is overdue.")
  static let sweptOffers = Message(
    "done.swept", "Offers that expired without an answer: {count}.")
  static let sweptLeads = Message(
    "done.swept_leads", "Leads: {leads}")
  static let inboxEmpty = Message(
    "inbox.empty", "No offer waits for an answer.")
  static let inboxTwice = Message(
    "usage.inbox_twice", "Use --department or --all, not both.")
  static let dueBeforeOffer = Message(
    "usage.due", "'{text}' is not after the offer; an answer cannot be due before that.")
}
