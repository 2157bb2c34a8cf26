import SharedFunnel

extension Message {
  static let leadAbstract = Message(
    "cli.lead", "Add leads, find them, and record what happens to them.")
  static let leadDiscussion = Message(
    "cli.lead.discussion",
    """
    A lead is named by its number (12) or by a key of another system (hubspot:51). Commands on several leads take them \
    all or none; '-' reads them from standard input, one a line.

      funnel lead add 'Acme GmbH' --source webinar
      funnel lead find acme
      funnel lead move 12 brand-preference
      funnel lead lose 13 14 --reason no_response
      funnel lead history 12
    """)
  static let leadAddAbstract = Message(
    "cli.lead_add", "Add a lead.")
  static let leadAddDiscussion = Message(
    "cli.lead_add.discussion",
    """
    Any member may add a lead before the first line; behind it, only a member of an owner of the stage.

      funnel lead add 'Acme GmbH' --source email --email ana@acme.example
      funnel lead add Bolt --stage brand-preference --key hubspot:51 --value 1200
    """)
  static let leadShowAbstract = Message(
    "cli.lead_show", "Show all there is about a lead.")
  static let leadShowDiscussion = Message(
    "cli.lead_show.discussion",
    """
      funnel lead show 12
      funnel lead show hubspot:51 --format json
    """)
  static let leadListAbstract = Message(
    "cli.lead_list", "List leads.")
  static let leadListDiscussion = Message(
    "cli.lead_list.discussion",
    """
    All conditions hold at once. The list can be given to other commands:

      funnel lead list --stage 4 --status open
      funnel lead list --source email --format csv | funnel lead assign - ana
    """)
  static let leadFindAbstract = Message(
    "cli.lead_find", "Find leads by part of a name, e-mail, phone, company or key.")
  static let leadFindDiscussion = Message(
    "cli.lead_find.discussion",
    """
    Case, accents and the kind of keyboard make no difference, in any script.

      funnel lead find acme
      funnel lead find hubspot:5
    """)
  static let leadEditAbstract = Message(
    "cli.lead_edit", "Change what a lead is called and described by.")
  static let leadEditDiscussion = Message(
    "cli.lead_edit.discussion",
    """
    What is not named stays. An empty text clears.

      funnel lead edit 12 --email ana@acme.example --segment smb
      funnel lead edit 12 --campaign ''
    """)
  static let leadAssignAbstract = Message(
    "cli.lead_assign", "Say who works on leads.")
  static let leadAssignUsage = Message(
    "cli.lead_assign.usage",
    """
    funnel lead assign <lead> ... <member> [--dry-run] [--at <time>]
    funnel lead assign <lead> ... --nobody
    """)
  static let leadAssignDiscussion = Message(
    "cli.lead_assign.discussion",
    """
      funnel lead assign 12 13 ana
      funnel lead assign hubspot:51 --nobody
    """)
  static let leadTagAbstract = Message(
    "cli.lead_tag", "Add and remove tags.")
  static let leadTagDiscussion = Message(
    "cli.lead_tag.discussion", "  funnel lead tag 12 13 --add vip --remove cold")
  static let leadMoveAbstract = Message(
    "cli.lead_move", "Move leads to a stage.")
  static let leadMoveUsage = Message(
    "cli.lead_move.usage", "funnel lead move <lead> ... <stage> [--accepted-by <member>] [--dry-run] [--at <time>]")
  static let leadMoveDiscussion = Message(
    "cli.lead_move.discussion",
    """
    For members of an owner of the leads' present stage. Across a line it takes a handoff: offer the lead, or name who of the receiving side accepts. Stage 6 is entered by 'funnel lead purchase'.

      funnel lead move 12 3
      funnel lead move 12 13 brand-preference --at yesterday
      funnel lead move 12 5 --accepted-by ben
    """)
  static let leadValueAbstract = Message(
    "cli.lead_value", "Record what a lead is expected to bring.")
  static let leadValueDiscussion = Message(
    "cli.lead_value.discussion",
    """
    For members of an owner of the lead's stage.

      funnel lead value 12 1200.50 --currency EUR --close 2026-12-15
    """)
  static let leadTouchAbstract = Message(
    "cli.lead_touch", "Record a contact with the customer.")
  static let leadTouchDiscussion = Message(
    "cli.lead_touch.discussion", "  funnel lead touch 12 --channel phone --note 'wants a quote' --at '1 hour ago'")
  static let leadNoteAbstract = Message(
    "cli.lead_note", "Write down a remark.")
  static let leadNoteDiscussion = Message(
    "cli.lead_note.discussion", "  funnel lead note 12 'prefers to be called in the morning'")
  static let leadLoseAbstract = Message(
    "cli.lead_lose", "Record that leads will not buy.")
  static let leadLoseDiscussion = Message(
    "cli.lead_lose.discussion",
    """
    For members of an owner of the leads' stage. 'funnel reason list' shows the reasons.

      funnel lead lose 12 --reason no_budget
    """)
  static let leadReopenAbstract = Message(
    "cli.lead_reopen", "Open lost leads again.")
  static let leadReopenDiscussion = Message(
    "cli.lead_reopen.discussion",
    """
    They go on in the stage that they were lost from.

      funnel lead reopen 12
    """)
  static let leadPurchaseAbstract = Message(
    "cli.lead_purchase", "Record a sale; the first one enters stage 6.")
  static let leadPurchaseDiscussion = Message(
    "cli.lead_purchase.discussion",
    """
    For members of an owner of the lead's stage. A later purchase is listed and moves nothing. If a line lies between the lead and stage 6, name who of the receiving side accepts.

      funnel lead purchase 12 --amount 990 --currency EUR --product starter
      funnel lead purchase 12 --accepted-by ben
    """)
  static let leadRefundAbstract = Message(
    "cli.lead_refund", "Record money back for a purchase.")
  static let leadRefundDiscussion = Message(
    "cli.lead_refund.discussion",
    """
    By default all that is left of the latest purchase.

      funnel lead refund 12
      funnel lead refund 12 --purchase 0192f0c1-7a2b-7c3d-8e4f-001122330001
    """)
  static let leadHistoryAbstract = Message(
    "cli.lead_history", "Show everything recorded of a lead, oldest first.")
  static let leadHistoryDiscussion = Message(
    "cli.lead_history.discussion",
    """
    What was voided stays and is marked. Flags say what is unusual about an event.

      funnel lead history 12
    """)

  // Arguments.
  static let leadHelp = Message(
    "arg.lead", "Number or external key of the lead.")
  static let leadsHelp = Message(
    "arg.leads", "Numbers or external keys, or '-' to read them from standard input.")
  static let leadsThenMemberHelp = Message(
    "arg.leads_then_member", "Leads ('-': from standard input), then the member who works on them.")
  static let leadsThenStageHelp = Message(
    "arg.leads_then_stage", "Leads ('-': from standard input), then a stage: number, key, or key with dashes.")
  static let leadAddNameHelp = Message(
    "arg.lead_name", "What the lead is called.")
  static let leadAddStageHelp = Message(
    "arg.lead_stage", "The stage where it enters: number, key, or key with dashes. Without it: 1.")
  static let nameHelp = Message(
    "arg.name", "What the lead is called.")
  static let emailHelp = Message(
    "arg.email", "E-mail address.")
  static let phoneHelp = Message(
    "arg.phone", "Phone number.")
  static let companyHelp = Message(
    "arg.company", "Company.")
  static let sourceHelp = Message(
    "arg.source", "Where the lead came from, such as email or organic_search.")
  static let campaignHelp = Message(
    "arg.campaign", "The campaign that it came from.")
  static let segmentHelp = Message(
    "arg.segment", "The market segment, such as smb.")
  static let ownerHelp = Message(
    "arg.owner", "The member who works on it.")
  static let keyHelp = Message(
    "arg.key", "What another system calls the lead, such as hubspot:51. Can be repeated.")
  static let tagHelp = Message(
    "arg.tag", "A word of your own. Can be repeated.")
  static let expectedHelp = Message(
    "arg.expected", "What it is expected to bring, such as 1200.50.")
  static let currencyHelp = Message(
    "arg.currency", "ISO 4217 code. Without it: that of the workspace.")
  static let amountHelp = Message(
    "arg.amount", "Such as 1200.50: one decimal point, no separators.")
  static let closeHelp = Message(
    "arg.close", "When the purchase is expected, such as 2026-12-15.")
  static let nobodyHelp = Message(
    "arg.nobody", "Take the leads from whoever works on them.")
  static let tagAddHelp = Message(
    "arg.tag_add", "A tag to add. Can be repeated.")
  static let tagRemoveHelp = Message(
    "arg.tag_remove", "A tag to remove. Can be repeated.")
  static let acceptedByHelp = Message(
    "arg.accepted_by", "A member of the receiving side who accepts on the spot: offer and answer in one step.")
  static let productHelp = Message(
    "arg.product", "What was sold, in one way of writing: targets by product are compared with it.")
  static let channelHelp = Message(
    "arg.channel", "How: email, phone, meeting, chat …")
  static let noteHelp = Message(
    "arg.note", "A remark that is kept with it.")
  static let noteTextHelp = Message(
    "arg.note_text", "The remark.")
  static let lossReasonHelp = Message(
    "arg.loss_reason", "Why: a key of 'funnel reason list'.")
  static let refundPurchaseHelp = Message(
    "arg.refund_purchase", "The purchase, by the id that 'funnel lead show' prints. Without it: the latest.")
  static let refundAmountHelp = Message(
    "arg.refund_amount", "How much. Without it: all that is left.")
  static let inStageHelp = Message(
    "arg.in_stage", "Only leads in this stage.")
  static let noStageHelp = Message("arg.no_stage", "Only leads that have entered no stage; they are in no funnel.")
  static let stagesOfHelp = Message(
    "arg.stages_of", "Only leads in stages that this department owns today.")
  static let statusHelp = Message(
    "arg.status", "Only open leads, or only lost ones.")
  static let sourceFilterHelp = Message(
    "arg.source_filter", "Only leads from this source.")
  static let campaignFilterHelp = Message(
    "arg.campaign_filter", "Only leads of this campaign.")
  static let segmentFilterHelp = Message(
    "arg.segment_filter", "Only leads of this segment.")
  static let ownerFilterHelp = Message(
    "arg.owner_filter", "Only leads that this member works on.")
  static let tagFilterHelp = Message(
    "arg.tag_filter", "Only leads with this tag.")
  static let limitHelp = Message(
    "arg.limit", "At most so many, lowest numbers first.")
  static let findTextHelp = Message(
    "arg.find_text", "What to look for, in any case.")
}
