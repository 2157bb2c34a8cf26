/// How an offer ended, or that it has not.
public enum HandoffOutcome: UInt8, CaseIterable, Sendable, Hashable {
  case pending = 1
  case accepted
  case rejected
  case expired
  case withdrawn
  /// Nobody offered: the lead was seen on both sides of a line. Counted apart from all offers.
  case unrecorded
  /// Nobody answered in time, and the agreement takes that for a yes.
  case acceptedBySilence

  public var key: String {
    switch self {
    case .pending: "pending"
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .expired: "expired"
    case .withdrawn: "withdrawn"
    case .unrecorded: "unrecorded"
    case .acceptedBySilence: "accepted_by_silence"
    }
  }

  public init?(key: String) {
    guard let outcome = HandoffOutcome.allCases.first(where: { $0.key == key }) else { return nil }
    self = outcome
  }

  /// Whether the lead crossed by an answer, or by the lack of one.
  public var isAcceptance: Bool { self == .accepted || self == .acceptedBySilence }

  /// What was recorded, with what silence settled by a time, whether or not anyone wrote it down yet. Times count in
  /// whole seconds, so that journeys, tables, exports and reports agree.
  public static func asOf(
    _ time: Timestamp, recorded: HandoffOutcome, due: Timestamp?, lost: Timestamp?, silence: Silence
  ) -> HandoffOutcome {
    guard recorded == .pending else { return recorded }
    return unanswered(
      at: time.wholeSeconds, due: due?.wholeSeconds ?? 0, lost: lost?.wholeSeconds ?? 0, silence: silence)
  }

  /// The one rule for what fell due: an offer without an answer has expired when its due time is over or, where the
  /// agreement says so and the lead was not lost by then, is accepted. In whole seconds since 1970, 0 for none.
  @inline(__always)
  static func unanswered(at time: UInt32, due: UInt32, lost: UInt32, silence: Silence) -> HandoffOutcome {
    guard due != 0, due < time else { return .pending }
    let isLost = lost != 0 && lost <= due
    return silence == .accepted && !isLost ? .acceptedBySilence : .expired
  }
}

/// One crossing of a line: an offer with its answer and what came of it, or a crossing without an offer.
public struct Handoff: Sendable, Hashable {
  /// The event that offered the lead; of an unrecorded crossing the event that showed it.
  public var offer: EventID
  /// The lead that was offered: the one that has the handoff, or one that was merged into it.
  public var origin: LeadID
  /// The lead's stage when it was offered.
  public var from: Stage
  public var to: Stage
  /// The line as it stood when the lead was offered.
  public var line: HandoffLine
  public var giver: DepartmentSet
  public var receiver: DepartmentSet
  /// A member of the receiving side whom the offer named.
  public var member: MemberID?
  public var offeredBy: Actor
  public var offered: Timestamp
  public var due: Timestamp?
  public var silence = Silence.expired
  /// It failed criteria of the agreement and was offered all the same.
  public var isOverridden = false
  /// The lead came by a customer's referral, and was in no stage yet.
  public var isReferral = false
  /// The version of the agreement that was in force; 0: none was.
  public var agreement: UInt16 = 0
  public var outcome: HandoffOutcome
  public var answered: Timestamp?
  public var answeredBy: Actor?
  /// A member entered the answer when the due time was over, and says that it was given before.
  public var isEnteredLate = false
  /// Why it was rejected or, after an acceptance, returned.
  public var reason: TermID

  // After an acceptance.

  /// Until when the first contact is due.
  public var contactDue: Timestamp?
  /// The first contact by the receiving side.
  public var contacted: Timestamp?
  /// Contacts by the receiving side, until the lead was returned.
  public var attempts: UInt16 = 0
  /// When the lead first went on to a stage behind ``to``.
  public var advanced: Timestamp?
  public var purchased: Timestamp?
  public var returned: Timestamp?
  public var returnedBy: Actor?
  /// When the lead was lost, unless it was reopened; of an open offer too.
  public var lost: Timestamp?

  /// Until when the giving side may dispute the rejection or the return.
  public var disputableUntil: Timestamp?
  public var dispute: Dispute?

  /// Whether the lead is, by this handoff, with the receiver.
  public var isCarried: Bool {
    let crossedByRuling = dispute?.ruling?.crosses == true
    guard returned == nil else { return crossedByRuling && dispute?.subject == .return }
    return outcome.isAcceptance || crossedByRuling
  }

  /// Whether it was accepted and not returned. What crossed by a ruling was not accepted.
  var isReturnable: Bool { outcome.isAcceptance && returned == nil }

  /// Whether the lead came over the line by it, even if it went back since.
  public var hasCrossed: Bool {
    outcome.isAcceptance || outcome == .unrecorded || dispute?.ruling?.crosses == true
  }

  /// Whether a stage is on the receiver's side: the target or, in the direction of the line, one behind it.
  func isOver(_ stage: Stage) -> Bool { line.from < line.to ? stage >= to : stage <= to }

  /// Whether a stage is on the giver's side.
  func isBefore(_ stage: Stage) -> Bool { line.from < line.to ? stage <= line.from : stage >= line.from }

  /// What the giving side could dispute.
  public var disputable: Dispute.Subject? {
    if returned != nil { return .return }
    return outcome == .rejected ? .rejection : nil
  }

  /// When the receiver last said something: by a return, else by its answer.
  var decided: Timestamp? { returned ?? answered }

  /// The outcome as of a time, with what silence settled by then.
  public func outcome(asOf time: Timestamp) -> HandoffOutcome {
    .asOf(time, recorded: outcome, due: due, lost: lost, silence: silence)
  }
}
