/// What happened to a lead. Each case carries decided facts only, so that a fold never asks a clock
/// or looks anything up.
///
/// Every payload is plain data without references: a replay of millions of events allocates nothing
/// for one.
public enum LeadFact: Sendable, Hashable {
  /// The lead is known from now on. With a stage, it enters the funnel there.
  case created(Creation)
  /// A milestone that a record shows: raises the furthest stage and moves nothing back.
  case entered(Stage)
  /// A person put the lead into a stage, forward or back.
  case moved(Stage)
  /// A contact with the customer, over a channel.
  ///
  /// - by: the departments of whoever made it; empty where nobody knows.
  case touched(TermID, by: DepartmentSet = [])
  /// A remark; its text is personal data and stands aside.
  case noted
  /// New values of what the lead is described by; `nil` leaves a value as it is.
  case edited(Description)
  /// The member who works on the lead; `nil` takes the lead from everyone.
  case assigned(MemberID?)
  case tagged(TermID)
  case untagged(TermID)
  /// What the lead is expected to be worth, and when; a recorded opinion, never a guess of ours.
  case valued(Valuation)
  /// Offered over a line.
  case offered(Offer)
  /// The offer, or the open one where none is named, is taken: the lead crosses to the stage. Names who
  /// took it where that is not the one who recorded it, and until when a first contact is due.
  case accepted(EventID?, to: Stage, by: MemberID?, contactDue: Timestamp? = nil)
  /// With the end of the days within which the giving side may dispute it.
  case rejected(EventID?, reason: TermID, disputableUntil: Timestamp? = nil)
  /// Nobody answered by the due time.
  case expired(EventID?)
  /// The giver took the offer back.
  case withdrawn(EventID?)
  /// Nobody answered by the due time, and the agreement takes that for a yes.
  case acceptedBySilence(EventID?, to: Stage, contactDue: Timestamp?)
  /// The receiver gave an accepted lead back, into a stage of the giving side.
  case returned(EventID?, to: Stage, reason: TermID, disputableUntil: Timestamp?)
  /// The giving side objects to the rejection or the return of the offer named.
  case disputed(EventID?, cause: TermID)
  /// What one head holds in a dispute, where both must concur.
  case voted(EventID?, Ruling)
  /// The dispute over the offer named is settled.
  case ruled(EventID?, Ruling)
  /// The lead crosses the line by a ruling.
  case crossed(EventID?, to: Stage)
  /// Points of the team's own scale.
  case scored(Int32)
  case lost(reason: TermID)
  case reopened
  /// A sale. The first one enters stage 6; later ones are listed and move nothing.
  ///
  /// - product: what was sold; none where nobody said.
  case purchased(Money?, product: TermID = .none)
  /// Money back for a purchase: all of it where no amount is named.
  case refunded(purchase: EventID?, Money?)
  /// A purchase has its price in the currency of reports.
  case priced(Pricing)
  /// The event named never happened. Voids are not voided: the fact is entered again.
  case voided(EventID)
  /// The lead is another one that was known already. Its history counts there; its events stay its own, so
  /// that a void of this one gives back exactly what was.
  case merged(into: LeadID)
  /// The personal data of the lead are gone; what happened is kept.
  case erased

  /// The offer that it names.
  var handoff: EventID? {
    switch self {
    case .accepted(let offer, _, _, _), .rejected(let offer, _, _), .expired(let offer), .withdrawn(let offer),
      .acceptedBySilence(let offer, _, _), .returned(let offer, _, _, _), .disputed(let offer, _),
      .voted(let offer, _), .ruled(let offer, _), .crossed(let offer, _):
      offer
    default: nil
    }
  }

  /// Whether it says something of the record instead of the world: it holds whenever it is known.
  public var isCorrection: Bool {
    switch self {
    case .voided, .merged, .erased: true
    default: false
    }
  }
}

/// What is known of a lead on the day it is created.
public struct Creation: Sendable, Hashable {
  public var stage: Stage?
  public var source: TermID
  public var campaign: TermID
  public var segment: TermID
  public var owner: MemberID?
  /// The lead whose referral brought this one.
  public var referrer: LeadID?

  public init(
    stage: Stage? = nil, source: TermID = .none, campaign: TermID = .none, segment: TermID = .none,
    owner: MemberID? = nil, referrer: LeadID? = nil
  ) {
    self.referrer = referrer
    self.stage = stage
    self.source = source
    self.campaign = campaign
    self.segment = segment
    self.owner = owner
  }
}

/// New values of what a lead is described by. `nil` leaves a value; ``TermID/none`` clears it.
public struct Description: Sendable, Hashable {
  public var source: TermID?
  public var campaign: TermID?
  public var segment: TermID?

  public init(source: TermID? = nil, campaign: TermID? = nil, segment: TermID? = nil) {
    self.source = source
    self.campaign = campaign
    self.segment = segment
  }
}

/// What an open lead is expected to bring.
public struct Valuation: Sendable, Hashable {
  public var amount: Money?
  /// When the purchase is expected.
  public var close: Timestamp?

  public init(amount: Money?, close: Timestamp?) {
    self.amount = amount
    self.close = close
  }

  /// Whether the close lies on a day before. A close is a day, known by its start: 24 hours later it is over.
  func closes(before time: Timestamp) -> Bool {
    guard let close else { return false }
    let (end, overflow) = close.milliseconds.addingReportingOverflow(86_400_000)
    return !overflow && end <= time.milliseconds
  }
}

/// An offer of a lead over a line, with the line and the due time frozen as they were.
public struct Offer: Sendable, Hashable {
  /// The stage that the lead enters when the offer is accepted.
  public var to: Stage
  /// Who gives: the owners of the lead's stage when it was offered.
  public var giver: DepartmentSet
  /// Who receives: the owners of the target stage when it was offered.
  public var receiver: DepartmentSet
  /// A member of the receiving side, where the offer names one.
  public var member: MemberID?
  /// An answer after this is late; `nil` where none was agreed.
  public var due: Timestamp?
  /// What it means that nobody answers by then.
  public var silence: Silence
  /// The line as it stood; `nil` where a record does not say, and the ownership of the time does.
  public var line: HandoffLine?
  /// The version of the agreement in force; 0: none.
  public var agreement: UInt16
  /// It failed criteria of the agreement and was offered all the same.
  public var isOverridden: Bool
  /// Of a lead that a customer referred: the stage of that customer. The lead is in no stage yet.
  public var referredFrom: Stage?

  public init(
    to: Stage, giver: DepartmentSet, receiver: DepartmentSet, member: MemberID? = nil, due: Timestamp? = nil,
    silence: Silence = .expired, line: HandoffLine? = nil, agreement: UInt16 = 0, isOverridden: Bool = false,
    referredFrom: Stage? = nil
  ) {
    self.silence = silence
    self.line = line
    self.agreement = agreement
    self.isOverridden = isOverridden
    self.referredFrom = referredFrom
    self.to = to
    self.giver = giver
    self.receiver = receiver
    self.member = member
    self.due = due
  }
}
