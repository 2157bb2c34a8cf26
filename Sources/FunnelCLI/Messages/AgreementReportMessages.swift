import SharedFunnel

extension Message {
  static let agreementReportAbstract = Message(
    "report.agreement", "What marketing and sales owe each other at a line, and what they delivered.")
  static let agreementReportDiscussion = Message(
    "report.agreement.discussion",
    """
    Each offer counts under the version of the agreement that was in force when it was made. Every number leads to its \
    offers: --leads 'number=answer_missed,version=2'. Numbers: offered, accepted, accepted_by_silence, rejected, expired, \
    withdrawn, pending, silent, overridden, decided, good, overturned, split, answers, answered_in_time, answer_missed, answer_not_due, contacts, \
    contacted_in_time, contact_missed, contact_not_due, contact_lapsed, given_up, attempts_made, attempts_missed. \
    Conditions: version (null: no agreement), line, interval.

      funnel report agreement --period 2026-Q4
      funnel report agreement --period 2026-Q4 --compare previous
      funnel report agreement --line 4:5
      funnel report agreement --leads 'number=offered,version=null'
    """)
  static let agreementPeriodHelp = Message(
    "report.agreement.period", "Offers made in it, and what was owed for it: 2026-Q4, 2026-10, 'last 90 days'.")
  static let agreementLineHelp = Message("report.agreement.line", "Only this line: 4:5, or back: 5:4.")
  static let agreementLeadsHelp = Message(
    "report.agreement.leads", "The offers behind a number: 'number=answer_missed,version=2,interval=2026-10'.")
  static let agreementBadVersion = Message(
    "report.agreement.bad_version", "'{text}' is no version: 1, 2, 3 …, or null for offers under no agreement.")
  static let agreementNoSuchKey = Message(
    "report.agreement.no_such_key", "'{key}' is no part of the report on agreements. There are: {known}.")

  static let agreementHeading = Message("report.agreement.heading", "{line}, version {version}: {when}")
  static let agreementInForce = Message("report.agreement.in_force", "{from} to {until}")
  static let agreementNotInForce = Message("report.agreement.not_in_force", "not in force, and offers name it")
  static let agreementUnknown = Message(
    "report.agreement.unknown", "named by offers, and not in the journal any more")
  static let agreementVolumeHeading = Message(
    "report.agreement.volume_heading", "{line}, version {version}: volume by {unit}")
  static let agreementPartial = Message("report.agreement.partial", "{interval} (part)")
  static let agreementWithoutHeading = Message("report.agreement.without", "Offers made under no agreement")
  static let agreementNothing = Message(
    "report.agreement.nothing", "No agreement was in force, and no lead was offered.")
  static let agreementColumnPromise = Message("report.agreement.column.promise", "Promise")
  static let agreementColumnBy = Message("report.agreement.column.by", "By")
  static let agreementColumnOwed = Message("report.agreement.column.owed", "Owed")
  static let agreementColumnDelivered = Message("report.agreement.column.delivered", "Delivered")
  static let agreementColumnShare = Message("report.agreement.column.share", "Share (95 %)")
  static let agreementColumnNotDue = Message("report.agreement.column.not_due", "Not due")

  static let agreementVolume = Message("report.agreement.promise.volume", "Offers")
  static let agreementQuality = Message("report.agreement.promise.quality", "Quality")
  static let agreementCriteria = Message("report.agreement.promise.criteria", "Overridden")
  static let agreementAnswer = Message("report.agreement.promise.answer", "Answer")
  static let agreementContact = Message("report.agreement.promise.contact", "First contact")
  static let agreementAttempts = Message("report.agreement.promise.attempts", "Attempts")
  static let agreementSilence = Message("report.agreement.promise.silence", "Silence")
  static let agreementDelivered = Message("report.agreement.promise.delivered", "Offers made of owed")
  static let agreementAnswersMissed = Message("report.agreement.promise.answers_missed", "Answers missed")
  static let agreementCompared = Message("report.agreement.compared", "{line}, all versions: compared with {period}")
  static let agreementCompareNote = Message(
    "report.agreement.note.compare",
    "Compared: the same for {period}, over all versions of a line, for each period has its own. Rates changed by percentage "
      + "points, whose 95 % intervals (Newcombe) are in --format json.")
  static let agreementNotAgreed = Message("report.agreement.not_agreed", "not agreed")
  static let agreementVolumeOwed = Message("report.agreement.volume_owed", "{owed} ({count} a {unit})")
  static let agreementPercent = Message("report.agreement.percent", "{percent} % accepted")
  static let agreementWorking = Message("report.agreement.working", "{time} of working time")
  static let agreementContacts = Message("report.agreement.contacts", "{count} before giving up")
  static let agreementSilenceAccepts = Message("report.agreement.silence.accepts", "means yes")
  static let agreementSilenceExpires = Message("report.agreement.silence.expires", "means no")
  static let agreementPart = Message("report.agreement.part", "{part} of {whole}")

  static let agreementCohort = Message(
    "report.agreement.note.cohort",
    "Counted are offers made {when}, each under the version in force then: {offered}; made under no agreement: {without}."
  )
  static let agreementVolumeNote = Message(
    "report.agreement.note.volume",
    "Offers: all that were made, withdrawn ones too. Owed pro rata: a week, month or quarter ({zone}) counts for as much of "
      + "its time as the version was in force, its line stood between the two that signed, and is in the period and observed."
  )
  static let agreementQualityNote = Message(
    "report.agreement.note.quality",
    "Quality = accepted ÷ (accepted + rejected), after rulings: an overturned rejection is good, a split case in neither. "
      + "Expired ones are the receiver's silence, and nobody's decision. Overridden: offers that failed a criterion.")
  static let agreementAnswerNote = Message(
    "report.agreement.note.answer",
    "Answer, first contact = in time ÷ (in time + missed); what is not due is in neither, and silence is a miss. First "
      + "contact: of the accepted, by whoever received them.")
  static let agreementAttemptsNote = Message(
    "report.agreement.note.attempts",
    "Attempts: of the accepted leads that were returned or lost without a sale, those that had as many contacts as agreed. "
      + "Shares with 95 % Wilson intervals; that of the offers is no share of theirs, and has none.")
  static let agreementLapsedNote = Message(
    "report.agreement.note.lapsed",
    "Returned or lost before a first contact was due, without one: {count:accepted lead|accepted leads}, in no first contact, "
      + "and among the attempts.")
  static let agreementDraftNote = Message(
    "report.agreement.note.draft",
    "A draft does not count: {line}, version {version}, waits for the signature of {sides}.")
  static let agreementLaterNote = Message(
    "report.agreement.note.later", "{line}, version {version}, is signed and holds from {time} on.")
}
