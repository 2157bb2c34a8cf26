import SharedFunnel

/// Titles of columns about handoffs, disputes and agreements.
extension Message {
  static let columnWorkingLeft = Message(
    "column.working_left", "Working time left")
  static let columnGiver = Message(
    "column.giver", "Giver")
  static let columnReason = Message(
    "column.reason", "Reason")
  static let columnDispute = Message(
    "column.dispute", "Dispute")
  static let columnAnsweredBy = Message(
    "column.answered_by", "Answered by")
  static let columnContactDue = Message(
    "column.contact_due", "Contact due")
  static let columnContacted = Message(
    "column.contacted", "Contacted")
  static let columnAttempts = Message(
    "column.attempts", "Contacts")
  static let columnReturned = Message(
    "column.returned", "Returned")
  static let columnAgreement = Message(
    "column.agreement", "Agreement")
  static let columnEnteredLate = Message(
    "column.entered_late", "Entered late")
  static let columnOverridden = Message(
    "column.overridden", "Overridden")
  static let columnReferral = Message(
    "column.referral", "Referral")
  static let columnDisputableUntil = Message(
    "column.disputable_until", "Disputable until")
  static let columnLeft = Message(
    "column.left", "Left")
  static let columnWhy = Message(
    "column.why", "Why")
  static let columnEvidence = Message(
    "column.evidence", "Evidence")
  static let columnTouches = Message(
    "column.touches", "Contacts")
  static let columnOffers = Message(
    "column.offers", "Offers")
  static let columnHistory = Message(
    "column.history", "History")
  static let columnSubject = Message(
    "column.subject", "Of a")
  static let columnCause = Message(
    "column.cause", "Cause")
  static let columnOpened = Message(
    "column.opened", "Opened")
  static let columnOpenedBy = Message(
    "column.opened_by", "Opened by")
  static let columnRuling = Message(
    "column.ruling", "Ruling")
  static let columnRuled = Message(
    "column.ruled", "Ruled")
  static let columnRuledBy = Message(
    "column.ruled_by", "Ruled by")
  static let columnMediators = Message(
    "column.mediators", "Mediators")
  static let columnReady = Message(
    "column.ready", "Ready")
  static let columnFails = Message(
    "column.fails", "Fails")
  static let columnInForce = Message(
    "column.in_force", "In force since")
  static let columnSignedBy = Message(
    "column.signed_by", "Signed by")
  static let columnUnsigned = Message(
    "column.unsigned", "To sign")
  static let columnCriteria = Message(
    "column.criteria", "Ready means")
  static let columnAnswerWithin = Message(
    "column.answer_within", "Answer within")
  static let columnAnswerClock = Message(
    "column.answer_clock", "Clock")
  static let columnContactWithin = Message(
    "column.contact_within", "Contact within")
  static let columnContactClock = Message(
    "column.contact_clock", "Contact clock")
  static let columnSilence = Message(
    "column.silence", "Silence")
  static let columnDisputeDays = Message(
    "column.dispute_days", "Dispute days")
  static let columnVolume = Message(
    "column.volume", "Volume")
  static let columnVolumePer = Message(
    "column.volume_per", "Per")
  static let columnQuality = Message(
    "column.quality", "Quality %")
}
