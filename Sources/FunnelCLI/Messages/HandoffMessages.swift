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
    For members of the giving side. An answer is due as the agreement says, after two days where there is none.

      funnel handoff offer 12 13
      funnel handoff offer 12 --member ben --due 12h --note 'asked for a quote'
      funnel lead list --stage 4 --format csv | funnel handoff offer - --dry-run
    """)
  static let acceptAbstract = Message(
    "cli.accept", "Accept offered leads, which cross the line with that.")
  static let acceptDiscussion = Message(
    "cli.accept.discussion",
    """
    For members of the receiving side. Whoever accepts works on the lead, unless --owner names another. An answer that was
    given in time can be entered after the due time, with --at; it is marked, and the report counts it.

      funnel handoff accept 12 15 19
      funnel handoff accept 12 --at '2026-03-02 10:00'
      funnel handoff accept --all-from autumn --owner ben
      funnel handoff list --outcome pending --format csv | funnel handoff accept -
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
    "cli.inbox", "List offers that wait for an answer, the oldest first.")
  static let inboxDiscussion = Message(
    "cli.inbox.discussion",
    """
    By default those that wait for the departments of the acting member.

      funnel handoff inbox
      funnel handoff inbox --department sales --overdue
    """)
  static let sweepAbstract = Message(
    "cli.sweep", "Write down which offers silence has settled.")
  static let sweepDiscussion = Message(
    "cli.sweep.discussion",
    """
    Reports count an overdue offer as expired, or as accepted where the agreement says so, whether or not this ran. Every command that writes does it too. How often it runs, and how many run it, changes nothing.

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

  static let returnAbstract = Message(
    "cli.return", "Give accepted leads back, with a reason.")
  static let returnDiscussion = Message(
    "cli.return.discussion",
    """
    For members of the receiving side. The lead goes back to the stage it was offered from, unless --to names another of the giver's. The giving side may dispute it.

      funnel handoff return 12 --reason bad_contact --note 'the number is dead'
    """)
  static let referAbstract = Message(
    "cli.refer", "Hand over a customer's referral: a new lead, linked to the customer.")
  static let referDiscussion = Message(
    "cli.refer.discussion",
    """
    For members of the owner of stage 8. The new lead waits outside the funnel until the owner of stage 1 accepts it.

      funnel handoff refer 12 --name 'Globex' --email info@globex.example
    """)
  static let handoffListAbstract = Message(
    "cli.handoff_list", "List offers and what came of them, the latest first.")
  static let handoffListDiscussion = Message(
    "cli.handoff_list.discussion",
    """
      funnel handoff list --outcome rejected --giver marketing
      funnel handoff list --disputed --limit 0 --format csv
    """)
  static let handoffShowAbstract = Message(
    "cli.handoff_show", "Show every handoff of a lead, with all that was said.")
  static let handoffShowDiscussion = Message(
    "cli.handoff_show.discussion",
    """
      funnel handoff show 12
    """)
  static let leadScoreAbstract = Message(
    "cli.lead_score", "Say how ready leads are, in points of your own scale.")
  static let leadScoreDiscussion = Message(
    "cli.lead_score.discussion",
    """
    Agreements can ask for a number of points: 'funnel agreement draft --require score:50'.

      funnel lead score 12 13 60
    """)

  static let returnReasonHelp = Message(
    "arg.return_reason", "Why: a key of 'funnel reason list'.")
  static let returnToHelp = Message(
    "arg.return_to", "A stage of the giving side. Without it: the one it was offered from.")
  static let referLeadHelp = Message(
    "arg.refer_lead", "The customer who refers: number or external key.")
  static let offerNoteHelp = Message(
    "arg.offer_note", "Why the lead is ready.")
  static let evidenceHelp = Message(
    "arg.evidence", "What shows it.")
  static let overrideHelp = Message(
    "arg.override", "Offer it although it fails criteria of the agreement, with the reason; counted.")
  static let emptyOverride = Message(
    "usage.override", "An override needs a reason: --override 'REASON'.")
  static let allFromHelp = Message(
    "arg.all_from", "All open offers to your department of leads from this campaign.")
  static let leadsTwice = Message(
    "usage.leads_twice", "Name leads, or use --all-from, not both.")
  static let noOfferFrom = Message(
    "usage.no_offer_from", "No open offer to your department is of a lead from the campaign '{campaign}'.")
  static let handoffOutcomeHelp = Message(
    "arg.handoff_outcome",
    "Only these: pending, accepted, rejected, expired, withdrawn, accepted_by_silence, unrecorded.")
  static let handoffGiverHelp = Message(
    "arg.handoff_giver", "Given by this department.")
  static let handoffReceiverHelp = Message(
    "arg.handoff_receiver", "Given to this department.")
  static let handoffDisputedHelp = Message(
    "arg.handoff_disputed", "Only disputed ones.")
  static let handoffLimitHelp = Message(
    "arg.handoff_limit", "At most so many; 0: all.")
  static let negativeLimit = Message(
    "usage.limit", "A limit is 0 or more.")
  static let noSuchOutcome = Message(
    "usage.outcome", "'{text}' is no outcome. There are: {known}.")
  static let leadsThenPointsHelp = Message(
    "arg.leads_then_points", "Leads ('-': from standard input), then the points.")
  static let noPoints = Message(
    "usage.no_points", "Name leads and then the points: 'funnel lead score 12 13 60'.")
  static let badPoints = Message(
    "usage.points", "'{text}' is no number of points. Give a whole number.")

  // What a command did.
  static let leadsReturned = Message(
    "done.returned", "{leads}: returned ({reason}).")
  static let leadReferred = Message(
    "done.referred", "{lead}: referred by lead {referrer}, and offered.")
  static let leadsScored = Message(
    "done.scored", "{leads}: {points} points.")
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
    "done.swept", "Offers that nobody answered in time: {count}.")
  static let sweptLeads = Message(
    "done.swept_leads", "Leads: {leads}")
  static let inboxEmpty = Message(
    "inbox.empty", "No offer waits for an answer.")
  static let inboxTwice = Message(
    "usage.inbox_twice", "Use --department or --all, not both.")
  static let dueBeforeOffer = Message(
    "usage.due", "'{text}' is not after the offer; an answer cannot be due before that.")
}
