import SharedFunnel

extension Message {
  static let wordReturned = Message(
    "word.returned", "returned")
  static let wordOpen = Message(
    "word.open", "open")
  static let wordRejection = Message(
    "word.rejection", "rejection")
  static let wordReturn = Message(
    "word.return", "return")
  static let wordNone = Message(
    "word.none", "nothing")
  static let crossedUnrecorded = Message(
    "handoff.unrecorded", "{from} -> {to}: seen on both sides at {time}, offered by nobody.")
  static let handoffTitle = Message(
    "handoff.title", "{from} -> {to}, from {giver} to {receiver}")
  static let timeBy = Message(
    "handoff.time_by", "{time} by {member}")
  static let noAgreement = Message(
    "handoff.no_agreement", "none was in force")
  static let versionNumber = Message(
    "handoff.version", "version {version}")
  static let outcomeBy = Message(
    "handoff.outcome_by", "{outcome}, {time} by {member}, after {after}")
  static let contactDueBy = Message(
    "handoff.contact_due", "none yet; due by {time}")
  static let disputableUntil = Message(
    "handoff.disputable", "until {time}: 'funnel dispute open {lead} --cause KEY'")
  static let rulingAwaited = Message(
    "handoff.ruling_awaited", "awaited from {mediators}")
  static let bothHeads = Message(
    "handoff.both_heads", "the heads of both sides, who must concur")
  static let neverOffered = Message(
    "handoff.never", "{lead} was never offered over a line.")
  static let noHandoffs = Message(
    "handoff.none", "No handoff matches.")
  static let listIsCut = Message(
    "handoff.cut", "Only the latest {count} are shown; --limit 0 shows all.")
  static let inboxCount = Message(
    "inbox.count", "Offers that wait for an answer, the oldest first: {count}.")
  static let inboxCountLate = Message(
    "inbox.count_late", "Offers that wait for an answer, the oldest first: {count}; late: {late}.")
  static let offeredAgo = Message(
    "inbox.offered_ago", "offered by {member} {ago} ago, from stage {from} to {to}")
  static let offeredTo = Message(
    "inbox.offered_to", "for {member}")
  static let offerWhy = Message(
    "inbox.why", "why: {text}")
  static let offerEvidence = Message(
    "inbox.evidence", "evidence: {text}")
  static let offerOverride = Message(
    "inbox.override", "overridden: {text}")
  static let neverDue = Message(
    "inbox.never_due", "no due time")
  static let workingLeft = Message(
    "inbox.working_left", "{left} ({time} of working time)")
  static let timeLate = Message(
    "inbox.late", "late by {time}")
  static let timeLeft = Message(
    "inbox.left", "{time} left")
  static let courseStages = Message(
    "inbox.course", "stages {stages} in {time}")
  static let courseTouches = Message(
    "inbox.touches", "contacts: {count}")
  static let courseAttempt = Message(
    "inbox.attempt", "offer number {count}")
}
