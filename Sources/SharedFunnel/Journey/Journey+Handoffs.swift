/// Offers over a line and their answers. A lead has at most one open offer, and stays with the giver
/// until it is accepted.
extension Journey {
  mutating func offer(_ offer: Offer, _ event: LeadEvent, _ ownership: Ownership) -> EventFlags {
    var raised = resumeAfterLoss(event)
    if openOffer != nil { raised.formUnion(.offerOpen) }
    if openDispute != nil { raised.formUnion(.disputeOpen) }
    // Of a lead that was merged into this one, the offer goes on: both were made, and both are answered.
    if let open = handoffs.lastIndex(where: { $0.outcome == .pending && $0.origin == event.lead }) {
      close(open, .withdrawn, event)
    }
    // A referral waits outside the funnel until it is accepted.
    if stage == nil, offer.referredFrom == nil { _ = start(before: offer, event) }
    let from = stage ?? offer.referredFrom ?? offer.to
    if offer.referredFrom == nil, !ownership.hasLine(between: from, and: offer.to, at: event.occurred) {
      raised.formUnion(.noLine)
    }
    append(offer, from: from, event, ownership)
    return raised
  }

  mutating func append(_ offer: Offer, from: Stage, _ event: LeadEvent, _ ownership: Ownership) {
    var handoff = Handoff(
      offer: event.id, origin: event.lead, from: from, to: offer.to,
      line: offer.line ?? ownership.line(from: from, to: offer.to, at: event.occurred)
        ?? HandoffLine(from: from, to: offer.to),
      giver: offer.giver, receiver: offer.receiver, member: offer.member, offeredBy: event.actor,
      offered: event.occurred, due: offer.due, outcome: .pending, answered: nil, answeredBy: nil, reason: .none)
    handoff.silence = offer.silence
    handoff.isOverridden = offer.isOverridden
    handoff.agreement = offer.agreement
    handoff.isReferral = offer.referredFrom != nil
    handoffs.append(handoff)
  }

  /// An offer of a lead that we saw in no stage yet shows that it was before the line.
  private mutating func start(before offer: Offer, _ event: LeadEvent) -> EventFlags {
    let before = Stage(rawValue: offer.to.rawValue - 1) ?? offer.to
    return go(to: before, event, Ownership(), isRecorded: true)
  }

  mutating func accept(
    _ offer: EventID?, _ acceptance: Acceptance, _ event: LeadEvent, _ ownership: Ownership
  ) -> EventFlags {
    var raised = resumeAfterLoss(event)
    guard let index = openIndex(offer, event) else {
      raised.formUnion(.noOpenOffer)
      return stage == acceptance.to ? raised : raised.union(go(to: acceptance.to, event, ownership, isRecorded: false))
    }
    raised.formUnion(close(index, acceptance, event))
    // A record that moved the lead while the offer was open brought it there already. Silence takes none back.
    let isThere = acceptance.outcome == .acceptedBySilence && (stage.map(handoffs[index].isOver) ?? false)
    guard !isThere, stage != acceptance.to else { return raised }
    if acceptance.outcome == .acceptedBySilence { passOn(index) }
    return raised.union(go(to: acceptance.to, event, ownership, isRecorded: true))
  }

  /// Where nobody said yes, by silence or by a ruling, the lead is the member's whom the offer named, else nobody's:
  /// the receiving side sees that it has to be taken, and the giver's owner does not keep what has left the giver.
  mutating func passOn(_ index: Int) { owner = handoffs[index].member }

  /// Closes an offer as accepted, and says whether that was late.
  mutating func close(_ index: Int, _ acceptance: Acceptance, _ event: LeadEvent) -> EventFlags {
    let raised = acceptance.outcome == .accepted ? lateness(of: index, event) : []
    close(index, acceptance.outcome, event)
    if let member = acceptance.member { handoffs[index].answeredBy = .member(member) }
    handoffs[index].contactDue = acceptance.contactDue
    return raised
  }

  mutating func answer(
    _ offer: EventID?, _ outcome: HandoffOutcome, reason: TermID = .none, disputableUntil: Timestamp? = nil,
    _ event: LeadEvent
  ) -> EventFlags {
    guard let index = openIndex(offer, event) else { return .noOpenOffer }
    let raised: EventFlags = outcome == .rejected ? lateness(of: index, event) : []
    close(index, outcome, event)
    handoffs[index].reason = reason
    handoffs[index].disputableUntil = disputableUntil
    return raised
  }

  /// The offer that an event answers: the one it names, else the open one of its own lead.
  func openIndex(_ offer: EventID?, _ event: LeadEvent) -> Int? {
    index(of: offer, event) { $0.outcome == .pending }
  }

  /// The latest handoff that an event speaks of: the one it names, else one of its own lead, of those that qualify.
  func index(of offer: EventID?, _ event: LeadEvent, where qualifies: (Handoff) -> Bool) -> Int? {
    handoffs.lastIndex { handoff in
      (offer.map { $0 == handoff.offer } ?? (handoff.origin == event.lead)) && qualifies(handoff)
    }
  }

  func lateness(of index: Int, _ event: LeadEvent) -> EventFlags {
    handoffs[index].outcome(asOf: event.occurred) == .pending ? [] : .late
  }

  mutating func close(_ index: Int, _ outcome: HandoffOutcome, _ event: LeadEvent) {
    handoffs[index].isEnteredLate =
      (outcome == .accepted || outcome == .rejected) && isEnteredLate(event, answering: handoffs[index])
    handoffs[index].outcome = outcome
    handoffs[index].answered = event.occurred
    handoffs[index].answeredBy = event.actor
  }

  /// Whether nobody could know of an answer in time until its time was over. History that an import brings is always
  /// recorded later, and an offer that was accepted on the spot is one entry with its acceptance.
  private func isEnteredLate(_ event: LeadEvent, answering offer: Handoff) -> Bool {
    guard event.actor.member != nil, event.occurred > offer.offered else { return false }
    return offer.outcome(asOf: event.occurred) == .pending && offer.outcome(asOf: event.recorded) != .pending
  }

  mutating func recordCrossing(from: Stage, to: Stage, _ event: LeadEvent, _ ownership: Ownership) {
    handoffs.append(
      Handoff(
        offer: event.id, origin: event.lead, from: from, to: to,
        line: ownership.line(from: from, to: to, at: event.occurred) ?? HandoffLine(from: from, to: to),
        giver: ownership.owners(of: from, at: event.occurred), receiver: ownership.owners(of: to, at: event.occurred),
        member: nil, offeredBy: event.actor, offered: event.occurred, due: nil, outcome: .unrecorded, answered: nil,
        answeredBy: nil, reason: .none))
  }
}

/// What an acceptance says, by a person or by silence.
struct Acceptance {
  var outcome = HandoffOutcome.accepted
  var to: Stage
  var member: MemberID?
  var contactDue: Timestamp?
}
