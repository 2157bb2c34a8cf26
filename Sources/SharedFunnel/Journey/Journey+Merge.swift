/// What a lead brings that turned out to be this one.
///
/// Its offers, purchases, touches and tags count here, each as it was answered and refunded there. Its
/// stages are milestones: they raise the furthest stage, and what a person decided for this lead
/// (stage, loss, owner, value, description) stands, its blanks filled.
extension Journey {
  mutating func absorb(_ event: LeadEvent, under ownership: Ownership) -> EventFlags {
    switch event.fact {
    case .created(let creation): return absorb(creation, event, ownership)
    case .entered(let stage), .moved(let stage): return absorb(stage, event, ownership)
    case .touched, .tagged, .untagged:
      return applyFact(event, under: ownership)
    case .edited(let edit):
      fill(edit.source ?? .none, edit.campaign ?? .none, edit.segment ?? .none)
    case .assigned(let member): owner = owner ?? member
    case .valued(let value): valuation = valuation ?? value
    case .scored(let value): score = score ?? value
    case .offered(let offer): absorb(offer, event, ownership)
    case .accepted(let offer, let stage, let member, let contactDue):
      let acceptance = Acceptance(to: stage, member: member, contactDue: contactDue)
      return absorb(acceptance, of: offer, event, ownership)
    case .acceptedBySilence(let offer, let stage, let contactDue):
      let acceptance = Acceptance(outcome: .acceptedBySilence, to: stage, contactDue: contactDue)
      return absorb(acceptance, of: offer, event, ownership)
    case .rejected(let offer, let reason, let disputableUntil):
      return answer(offer, .rejected, reason: reason, disputableUntil: disputableUntil, event)
    case .returned(let offer, let stage, let reason, let disputableUntil):
      absorbedStages[event.lead] = stage
      guard let index = index(of: offer, event, where: \.isReturnable) else { return .notAccepted }
      markReturned(index, reason: reason, disputableUntil: disputableUntil, event)
    case .disputed(let offer, let cause): return dispute(offer, cause: cause, event)
    case .voted(let offer, let ruling): return vote(offer, ruling, event)
    case .ruled(let offer, let ruling): return rule(offer, ruling, event)
    case .crossed(_, let stage): return absorb(stage, event, ownership)
    case .expired(let offer): return answer(offer, .expired, event)
    case .withdrawn(let offer): return answer(offer, .withdrawn, event)
    case .purchased(let money, let product): return absorb(money, of: product, event, ownership)
    case .refunded(let purchase, let money): return refund(purchase, money, event)
    // Whether the lead is lost is said of the lead that goes on.
    case .lost, .reopened, .noted, .voided, .merged, .erased, .priced: break
    }
    return []
  }

  private mutating func absorb(_ creation: Creation, _ event: LeadEvent, _ ownership: Ownership) -> EventFlags {
    if created == nil {
      created = event.occurred
      createdBy = event.actor
      feed = event.actor.feed ?? .none
    }
    fill(creation.source, creation.campaign, creation.segment)
    referrer = referrer ?? creation.referrer
    owner = owner ?? creation.owner
    guard let stage = creation.stage else { return [] }
    return absorb(stage, event, ownership)
  }

  private mutating func fill(_ source: TermID, _ campaign: TermID, _ segment: TermID) {
    if self.source == .none { self.source = source }
    if self.campaign == .none { self.campaign = campaign }
    if self.segment == .none { self.segment = segment }
  }

  private mutating func absorb(_ stage: Stage, _ event: LeadEvent, _ ownership: Ownership) -> EventFlags {
    absorbedStages[event.lead] = stage
    return enter(stage, event, ownership)
  }

  private mutating func absorb(_ offer: Offer, _ event: LeadEvent, _ ownership: Ownership) {
    if let open = handoffs.lastIndex(where: { $0.outcome == .pending && $0.origin == event.lead }) {
      close(open, .withdrawn, event)
    }
    let from = absorbedStages[event.lead] ?? Stage(rawValue: offer.to.rawValue - 1) ?? offer.to
    if stage == nil, offer.referredFrom == nil { _ = absorb(from, event, ownership) }
    append(offer, from: offer.referredFrom ?? from, event, ownership)
  }

  private mutating func absorb(
    _ acceptance: Acceptance, of offer: EventID?, _ event: LeadEvent, _ ownership: Ownership
  ) -> EventFlags {
    let target = acceptance.to
    guard let index = openIndex(offer, event) else { return absorb(target, event, ownership).union(.noOpenOffer) }
    let raised = close(index, acceptance, event)
    absorbedStages[event.lead] = target
    guard let furthest, target > furthest else { return raised.union(enter(target, event, ownership)) }
    return raised.union(go(to: target, event, ownership, isRecorded: true))
  }

  private mutating func absorb(
    _ amount: Money?, of product: TermID, _ event: LeadEvent, _ ownership: Ownership
  ) -> EventFlags {
    purchases.append(Purchase(event, amount, product: product))
    notePurchase(event)
    return absorb(Stage.purchase, event, ownership)
  }
}
