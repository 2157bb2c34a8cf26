import SharedFunnel

extension Message {
  static let agreementAbstract = Message(
    "cli.agreement", "Agree on what both sides of a line owe each other.")
  static let agreementDiscussion = Message(
    "cli.agreement.discussion",
    """
    The giver owes readiness, volume and quality, the receiver speed and persistence. A version is a draft until heads of both sides have signed it; offers keep the version they were made under.

      funnel agreement draft --require touches:2 --answer '8 working hours'
      funnel agreement sign
      funnel agreement check
    """)
  static let draftAbstract = Message(
    "cli.agreement_draft", "Draft a new version.")
  static let draftDiscussion = Message(
    "cli.agreement_draft.discussion",
    """
    For members of either side. What is not named stays as in the version before. 'none' takes a term away.

      funnel agreement draft --require email --require tag:mql --require touches:3
      funnel agreement draft --answer 8h --contact 2d --silence accepted
      funnel agreement draft --volume 200/month --quality 70% --dispute-days 10
    """)
  static let signAbstract = Message(
    "cli.agreement_sign", "Sign a version for the side that you head.")
  static let signDiscussion = Message(
    "cli.agreement_sign.discussion",
    """
    Without a number, the latest version.

      funnel agreement sign --actor max
      funnel agreement sign 2
    """)
  static let agreementShowAbstract = Message(
    "cli.agreement_show", "Show what holds at a line, now or at a time.")
  static let agreementShowDiscussion = Message(
    "cli.agreement_show.discussion",
    """
      funnel agreement show
      funnel agreement show 2
      funnel agreement show --at 2026-01-31
    """)
  static let agreementHistoryAbstract = Message(
    "cli.agreement_history", "List every version with its signatures.")
  static let agreementHistoryDiscussion = Message(
    "cli.agreement_history.discussion",
    """
      funnel agreement history
      funnel agreement history --line 4:5 --format json
    """)
  static let agreementCheckAbstract = Message(
    "cli.agreement_check", "Check which leads are ready to be offered, and what the others lack.")
  static let agreementCheckDiscussion = Message(
    "cli.agreement_check.discussion",
    """
    Without leads, the open ones in the stage before the line.

      funnel agreement check
      funnel agreement check 12 13
      funnel agreement check --ready --format csv | funnel handoff offer -
    """)
  static let lineHelp = Message(
    "arg.line",
    "The line, as its stages: 4:5, or brand_preference:purchase_intention. Without it, the only one that stands.")
  static let whichLine = Message(
    "usage.which_line", "Name the line with --line FROM:TO. These stand now: {known}.")
  static let noSuchLine = Message(
    "usage.line", "'{text}' is no line. Give two stages: 4:5, or 5:4 for the way back.")
  static let draftFromHelp = Message(
    "arg.draft_from", "From when on it is meant to hold. Without it: now.")
  static let requireHelp = Message(
    "arg.require",
    "What makes a lead ready, repeated for several: a field (name, email, phone, company, source, campaign, segment, owner, value), tag:NAME, touches:N, score:N, segment:A|B. Replaces what was required; none: nothing."
  )
  static let draftAnswerHelp = Message(
    "arg.draft_answer", "How long the receiver has to answer: 2d, or '8 working hours'.")
  static let draftContactHelp = Message(
    "arg.draft_contact", "How long the receiver has to the first contact after accepting; or none.")
  static let draftAttemptsHelp = Message(
    "arg.draft_attempts", "Contacts that the receiver owes before it gives a lead back or up; 0: none.")
  static let draftSilenceHelp = Message(
    "arg.draft_silence", "What no answer in time means: expired or accepted.")
  static let draftDisputeDaysHelp = Message(
    "arg.draft_dispute_days", "Days within which a rejection or a return can be disputed.")
  static let draftVolumeHelp = Message(
    "arg.draft_volume", "Leads that the giver owes: 200/month, also /week or /quarter; or none.")
  static let draftQualityHelp = Message(
    "arg.draft_quality", "Share of its decided offers that the giver owes to be accepted: 70%; or none.")
  static let signVersionHelp = Message(
    "arg.sign_version", "The version. Without it: the latest.")
  static let showVersionHelp = Message(
    "arg.show_version", "The version. Without it: the one in force.")
  static let agreementAtHelp = Message(
    "arg.agreement_at", "What was in force then.")
  static let checkLeadsHelp = Message(
    "arg.check_leads", "Leads to check, or '-' for a list on standard input.")
  static let checkReadyHelp = Message(
    "arg.check_ready", "Only those that are ready.")
  static let badTimeLimit = Message(
    "usage.time_limit", "'{text}' is no length of time. Give 2d, 12h, 90m, or '8 working hours'.")
  static let workingDays = Message(
    "usage.working_days",
    "'{text}': working time is given in hours or minutes, since a working day differs between departments.")
  static let limitOutOfRange = Message(
    "usage.limit_range", "A time limit is from one minute to 366 days.")
  static let attemptsOutOfRange = Message(
    "usage.attempts_range", "Contacts owed are from 1 to 1000; 0 takes the term away.")
  static let disputeDaysOutOfRange = Message(
    "usage.dispute_days_range", "Days to dispute are from 0 to 366.")
  static let badVolume = Message(
    "usage.volume", "'{text}' is no volume. Give 200/month, 50/week or 600/quarter; or none.")
  static let badPercent = Message(
    "usage.percent", "'{text}' is no share. Give a whole percentage from 0 to 100, such as 70%; or none.")
  static let badCriterion = Message(
    "usage.criterion",
    "'{text}' is no criterion. There are: name, email, phone, company, source, campaign, segment, owner, value, tag:NAME, touches:N, score:N, segment:A|B."
  )
  static let badSilence = Message(
    "usage.silence", "'{text}': silence means expired or accepted.")
  static let agreementDrafted = Message(
    "done.agreement_drafted",
    "Version {version} for {line} is drafted. It holds once heads of both sides have signed it.")
  static let agreementSigned = Message(
    "done.agreement_signed", "Version {version} signed by {member}.")
  static let agreementHolds = Message(
    "done.agreement_holds", "Both sides have signed. It holds from {time} on.")
  static let signatureMissing = Message(
    "done.signature_missing", "It still needs a signature for {departments}.")
  static let draftWaits = Message(
    "agreement.draft_waits", "Version {version} is a draft and waits for a signature for {departments}.")
  static let nothingAgreed = Message(
    "agreement.nothing",
    "Nothing is agreed for {line}. Until then: an answer within {answer}, silence means expired, disputes within {days:day|days}."
  )
  static let noAgreements = Message(
    "agreement.none", "There is no agreement yet. Draft one with 'funnel agreement draft'.")
  static let checkedAgainst = Message(
    "agreement.checked", "Against version {version}: {criteria}")
  static let worksWithoutCalendar = Message(
    "agreement.works_without_calendar",
    "Version {version} for {line} counts working time, and {departments} has no calendar, so every hour counts. Set one with 'funnel calendar set'."
  )
  static let holdsSince = Message(
    "agreement.holds_since", "in force since {time}")
  static let draftLacks = Message(
    "agreement.draft_lacks", "draft, to be signed for {departments}")
  static let agreementTitle = Message(
    "agreement.title", "{line}, version {version} ({state})")
  static let volumePer = Message(
    "agreement.volume_per", "{count:lead|leads} a {unit}")
  static let qualityShare = Message(
    "agreement.quality", "{percent} % accepted of those decided")
  static let daysCount = Message(
    "agreement.days", "{count:day|days}")
  static let signedFor = Message(
    "agreement.signed_for", "{member} for {departments} at {time}")
  static let clockLimit = Message(
    "agreement.clock_limit", "{time}")
  static let workingLimit = Message(
    "agreement.working_limit", "{hours:working hour|working hours}")
}
