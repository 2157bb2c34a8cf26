import SharedFunnel

/// Names of what is told of a handoff, a dispute or an agreement.
extension Message {
  static let fieldScore = Message(
    "field.score", "Score")
  static let fieldReferredBy = Message(
    "field.referred_by", "Referred by")
  static let fieldOffered = Message(
    "field.line_offered", "Offered")
  static let fieldWhy = Message(
    "field.line_why", "Why ready")
  static let fieldEvidence = Message(
    "field.line_evidence", "Evidence")
  static let fieldOverride = Message(
    "field.line_override", "Overridden")
  static let fieldAgreement = Message(
    "field.line_agreement", "Agreement")
  static let fieldDue = Message(
    "field.line_due", "Due")
  static let fieldOutcome = Message(
    "field.line_outcome", "Outcome")
  static let fieldEntered = Message(
    "field.line_entered", "Entered")
  static let enteredLate = Message(
    "handoff.entered_late", "after the due time")
  static let fieldReason = Message(
    "field.line_reason", "Reason")
  static let fieldRemark = Message(
    "field.line_remark", "Remark")
  static let fieldFirstContact = Message(
    "field.line_first_contact", "First contact")
  static let fieldAttempts = Message(
    "field.line_attempts", "Contacts")
  static let fieldAdvanced = Message(
    "field.line_advanced", "Went on")
  static let fieldBought = Message(
    "field.line_bought", "Bought")
  static let fieldReturned = Message(
    "field.line_returned", "Returned")
  static let fieldLost = Message(
    "field.line_lost", "Lost")
  static let fieldDispute = Message(
    "field.line_dispute", "Dispute")
  static let fieldDisputed = Message(
    "field.line_disputed", "Disputed")
  static let fieldCause = Message(
    "field.line_cause", "Cause")
  static let fieldVotes = Message(
    "field.line_votes", "Held by heads")
  static let fieldRuling = Message(
    "field.line_ruling", "Ruling")
  static let fieldGives = Message(
    "field.line_gives", "Gives")
  static let fieldReceives = Message(
    "field.line_receives", "Receives")
  static let fieldCriteria = Message(
    "field.line_criteria", "Ready means")
  static let fieldVolume = Message(
    "field.line_volume", "Volume owed")
  static let fieldQuality = Message(
    "field.line_quality", "Quality owed")
  static let fieldAnswerWithin = Message(
    "field.line_answer_within", "Answer within")
  static let fieldSilence = Message(
    "field.line_silence", "Silence means")
  static let fieldContactWithin = Message(
    "field.line_contact_within", "First contact within")
  static let fieldAttemptsOwed = Message(
    "field.line_attempts_owed", "Contacts owed")
  static let fieldDisputeWithin = Message(
    "field.line_dispute_within", "Dispute within")
  static let fieldSigned = Message(
    "field.line_signed", "Signed")
}
