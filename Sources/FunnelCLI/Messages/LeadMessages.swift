import SharedFunnel

extension Message {
  static let leadTitled = Message(
    "lead.titled", "Lead {lead} ({name})")
  static let leadUntitled = Message(
    "lead.untitled", "Lead {lead}")
  static let leadCount = Message(
    "lead.count", "{count:lead|leads}")
  static let noStageYet = Message(
    "lead.no_stage", "no stage yet")
  static let nobody = Message(
    "lead.nobody", "nobody")
  static let stateOpen = Message(
    "lead.state_open", "Now in stage {stage} since {time}; owner: {owner}.")
  static let stateLost = Message(
    "lead.state_lost", "Lost in stage {stage} at {time}.")
  static let stateLostFor = Message(
    "lead.state_lost_for", "Lost in stage {stage} at {time}: {reason}.")
  static let noLeads = Message(
    "lead.none", "No lead fulfils that.")
  static let noLeadFound = Message(
    "lead.none_found", "No lead has that in its name, e-mail, phone, company or keys.")

  // What a command did.
  static let leadAdded = Message(
    "done.lead_added", "{lead}: added.")
  static let leadEdited = Message(
    "done.lead_edited", "{leads}: changed.")
  static let leadsAssigned = Message(
    "done.assigned", "{leads}: assigned to {member}.")
  static let leadsTagged = Message(
    "done.tagged", "{leads}: tags {tags}.")
  static let leadsMoved = Message(
    "done.moved", "{leads}: moved to stage {stage}.")
  static let leadValued = Message(
    "done.valued", "{leads}: expected to bring {amount}.")
  static let leadsTouched = Message(
    "done.touched", "{leads}: contact by {channel} recorded.")
  static let leadNoted = Message(
    "done.noted", "{leads}: remark recorded.")
  static let leadsLost = Message(
    "done.lost", "{leads}: lost ({reason}).")
  static let leadsReopened = Message(
    "done.reopened", "{leads}: open again.")
  static let leadPurchased = Message(
    "done.purchased", "{leads}: purchase of {amount} recorded.")
  static let withoutAmount = Message(
    "done.without_amount", "unknown amount")
  static let leadRefunded = Message(
    "done.refunded", "{leads}: refund of {amount} recorded.")
  static let wholeAmount = Message(
    "done.whole_amount", "all that was left")
  static let recordedBefore = Message(
    "done.recorded_before", "This command was recorded before; nothing was recorded again.")
  static let emptyList = Message("done.empty_list", "The list on standard input is empty; nothing was recorded.")
  static let nothingRecorded = Message(
    "done.dry_run", "Dry run: all of this is possible, and nothing was recorded.")

  // Mistakes in the arguments.
  static let noLeadNamed = Message(
    "usage.no_lead", "No lead was named. Give numbers or keys, or '-' and a list on standard input.")
  static let memberMissing = Message(
    "usage.member_missing", "Name leads and then the member: 'funnel lead assign 12 13 ana'; or use --nobody.")
  static let stageMissing = Message(
    "usage.stage_missing", "Name leads and then the stage: 'funnel lead move 12 13 brand-preference'.")
  static let tagMissing = Message(
    "usage.tag_missing", "Name at least one tag with --add or --remove; a tag is not empty.")
  static let channelMissing = Message(
    "usage.channel_missing", "The channel is empty. Say how: email, phone, meeting.")
  static let noteMissing = Message(
    "usage.note_missing", "The remark is empty.")
  static let nothingToFind = Message(
    "usage.nothing_to_find", "Nothing to look for: the text is empty.")
  static let badLimit = Message(
    "usage.limit", "--limit is 1 or more.")
  static let stageTwice = Message(
    "usage.stage_twice", "Use --stage or --stages-of, not both.")
  static let noSuchCurrency = Message(
    "usage.currency", "'{code}' is not a currency. Use a code of ISO 4217, such as EUR.")
  static let badAmount = Message(
    "usage.amount",
    "'{text}' is not an amount of {code}. Write digits and at most {digits} decimals behind a point, "
      + "such as 1200; no sign, no separators.")
  static let currencyWithoutAmount = Message(
    "usage.currency_without_amount", "--currency says nothing without an amount.")
  static let badEventID = Message(
    "usage.event_id", "'{text}' is not the id of an event. 'funnel lead show' prints the ids of purchases.")

  // The page of a lead.
  static let fieldStage = Message(
    "lead.field.stage", "Stage")
  static let fieldStatus = Message(
    "lead.field.status", "Status")
  static let fieldFurthest = Message(
    "lead.field.furthest", "Furthest")
  static let fieldOwner = Message(
    "lead.field.owner", "Owner")
  static let fieldCompany = Message(
    "lead.field.company", "Company")
  static let fieldEmail = Message(
    "lead.field.email", "E-mail")
  static let fieldPhone = Message(
    "lead.field.phone", "Phone")
  static let fieldKeys = Message(
    "lead.field.keys", "Keys")
  static let fieldTags = Message(
    "lead.field.tags", "Tags")
  static let fieldSource = Message(
    "lead.field.source", "Source")
  static let fieldCampaign = Message(
    "lead.field.campaign", "Campaign")
  static let fieldSegment = Message(
    "lead.field.segment", "Segment")
  static let fieldExpected = Message(
    "lead.field.expected", "Expected")
  static let fieldTouches = Message(
    "lead.field.touches", "Contacts")
  static let fieldCreated = Message(
    "lead.field.created", "Created")
  static let fieldFlags = Message(
    "lead.field.flags", "Unusual")
  static let sinceTime = Message(
    "lead.since", "{what}, since {time}")
  static let expectedBy = Message(
    "lead.expected_by", "{amount}, by {date}")
  static let touchesLast = Message(
    "lead.touches_last", "{count}, the last one {time}")
  static let headingHandoffs = Message(
    "lead.heading.handoffs", "Handoffs")
  static let headingPurchases = Message(
    "lead.heading.purchases", "Purchases")
  static let latestEvents = Message(
    "lead.heading.latest", "Latest events")
  static let moreEvents = Message(
    "lead.more_events", "All {count}: funnel lead history {lead}")
  static let voidedMark = Message(
    "lead.voided", "voided")
}
