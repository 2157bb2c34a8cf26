/// Offers over a line and their answers. A lead has at most one open offer, and stays with the giver
/// until it is accepted.
extension Journey {
  mutating func offer(_ offer: Offer, _ event: LeadEvent, _ ownership: Ownership) -> EventFlags {
    var raised = resumeAfterLoss(event)
    if openOffer != nil { raised.formUnion(.offerOpen) }
    // Of a lead that was merged into this one, the offer goes on: both were made, and both are answered.
    if let open = handoffs.lastIndex(where: { $0.outcome == .pending && $0.origin == event.lead }) {
      close(open, .withdrawn, event)
    }
    if stage == nil { _ = start(before: offer, event) }
    let from = stage ?? offer.to
    if !ownership.hasLine(between: from, and: offer.to, at: event.occurred) { raised.formUnion(.noLine) }
    handoffs.append(
      Handoff(
        offer: event.id, origin: event.lead, from: from, to: offer.to, giver: offer.giver, receiver: offer.receiver,
        member: offer.member, offeredBy: event.actor, offered: event.occurred, due: offer.due, outcome: .pending,
        answered: nil, answeredBy: nil, reason: .none))
    return raised
  }

  /// An offer of a lead that we saw in no stage yet shows that it was before the line.
  private mutating func start(before offer: Offer, _ event: LeadEvent) -> EventFlags {
    let before = Stage(rawValue: offer.to.rawValue - 1) ?? offer.to
    return go(to: before, event, Ownership(), isRecorded: true)
  }

  mutating func accept(
    _ offer: EventID?, to target: Stage, by member: MemberID?, _ event: LeadEvent, _ ownership: Ownership
  ) -> EventFlags {
    var raised = resumeAfterLoss(event)
    guard let index = openIndex(offer, event) else {
      raised.formUnion(.noOpenOffer)
      return stage == target ? raised : raised.union(go(to: target, event, ownership, isRecorded: false))
    }
    raised.formUnion(lateness(of: index, event))
    close(index, .accepted, event)
    if let member { handoffs[index].answeredBy = .member(member) }
    // A record that moved the lead while the offer was open brought it there already.
    return stage == target ? raised : raised.union(go(to: target, event, ownership, isRecorded: true))
  }

  mutating func answer(
    _ offer: EventID?, _ outcome: HandoffOutcome, reason: TermID = .none, _ event: LeadEvent
  ) -> EventFlags {
    guard let index = openIndex(offer, event) else { return .noOpenOffer }
    let raised: EventFlags = outcome == .rejected ? lateness(of: index, event) : []
    close(index, outcome, event)
    handoffs[index].reason = reason
    return raised
  }

  /// The offer that an event answers: the one it names, else the open one of its own lead.
  func openIndex(_ offer: EventID?, _ event: LeadEvent) -> Int? {
    handoffs.lastIndex { handoff in
      handoff.outcome == .pending && (offer.map { $0 == handoff.offer } ?? (handoff.origin == event.lead))
    }
  }

  func lateness(of index: Int, _ event: LeadEvent) -> EventFlags {
    guard let due = handoffs[index].due else { return [] }
    return event.occurred > due ? .late : []
  }

  mutating func close(_ index: Int, _ outcome: HandoffOutcome, _ event: LeadEvent) {
    handoffs[index].outcome = outcome
    handoffs[index].answered = event.occurred
    handoffs[index].answeredBy = event.actor
  }

  mutating func recordCrossing(from: Stage, to: Stage, _ event: LeadEvent, _ ownership: Ownership) {
    handoffs.append(
      Handoff(
        offer: event.id, origin: event.lead, from: from, to: to, giver: ownership.owners(of: from, at: event.occurred),
        receiver: ownership.owners(of: to, at: event.occurred), member: nil, offeredBy: event.actor,
        offered: event.occurred, due: nil, outcome: .unrecorded, answered: nil, answeredBy: nil, reason: .none))
  }
}
