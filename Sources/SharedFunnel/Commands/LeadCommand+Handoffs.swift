/// Offers and answers as people command them.
extension LeadCommand {
  func offer(
    _ journey: Journey, _ request: OfferRequest, _ setting: CommandSetting
  ) throws(Refusal) -> [LeadFact] {
    guard let stage = journey.stage else { throw .notInFunnel(journey.lead) }
    guard let target = request.to ?? setting.ownership.stageAcrossNextLine(from: stage, at: setting.at) else {
      throw .noLineAhead(journey.lead, stage)
    }
    // Over a line that stands right before it, stage 6 is where an accepted lead waits for its sale.
    guard
      target != .purchase || !journey.purchases.isEmpty
        || setting.ownership.hasLine(between: .purchaseIntention, and: .purchase, at: setting.at)
    else { throw .entersByPurchase(journey.lead) }
    let giver = setting.ownership.owners(of: stage, at: setting.at)
    let receiver = setting.ownership.owners(of: target, at: setting.at)
    try Authority.requireGiver(setting.actor, giver: giver)
    let line = setting.ownership.line(from: stage, to: target, at: setting.at) ?? HandoffLine(from: stage, to: target)
    let offer = try LeadCommand.offer(
      of: journey.lead, to: target, over: line, giver: giver, receiver: receiver, request, setting)
    guard let acceptedBy = request.acceptedBy else { return [.offered(offer)] }
    try Authority.requireReceiver(acceptedBy, receiver: receiver)
    let agreement = setting.terms.agreement(for: line, from: giver, to: receiver, at: setting.at)
    let contactDue = agreement.flatMap { agreement in
      setting.terms.contactDue(under: agreement, receiver: receiver, acceptedAt: setting.at)
    }
    return [
      .offered(offer), .accepted(nil, to: target, by: acceptedBy.id, contactDue: contactDue), .assigned(acceptedBy.id),
    ]
  }

  /// An offer with what the agreement of the day says about it.
  static func offer(
    of lead: LeadID, to target: Stage, over line: HandoffLine, giver: DepartmentSet, receiver: DepartmentSet,
    _ request: OfferRequest, _ setting: CommandSetting
  ) throws(Refusal) -> Offer {
    if let member = request.member { try Authority.requireReceiver(member, receiver: receiver) }
    let agreement = setting.terms.agreement(for: line, from: giver, to: receiver, at: setting.at)
    let unmet = setting.evidence.unmet(of: agreement?.terms.criteria ?? [])
    if !unmet.isEmpty, !request.isOverridden { throw .unready(lead, unmet) }
    if unmet.isEmpty, request.isOverridden { throw .nothingToOverride(lead) }
    guard let agreed = setting.terms.answerDue(under: agreement, receiver: receiver, at: setting.at) else {
      throw .neverDue(receiver)
    }
    let due = request.due ?? agreed
    // What both signed is not cut short by one.
    if agreement != nil, due < agreed { throw .dueTooSoon(lead, agreed: agreed) }
    return Offer(
      to: target, giver: giver, receiver: receiver, member: request.member?.id, due: due,
      silence: agreement?.terms.silence ?? .expired, line: line, agreement: agreement?.version ?? 0,
      isOverridden: request.isOverridden)
  }

  /// Whoever accepts works on the lead from then on, unless another member is named.
  func accept(
    _ journey: Journey, _ owner: Member?, _ setting: CommandSetting
  ) throws(Refusal) -> [LeadFact] {
    let offer = try openOffer(journey, setting)
    try Authority.requireReceiver(setting.actor, receiver: offer.receiver)
    if let owner { try Authority.requireReceiver(owner, receiver: offer.receiver) }
    let contactDue = setting.terms.contactDue(for: offer, acceptedAt: setting.at)
    return [
      .accepted(offer.offer, to: offer.to, by: nil, contactDue: contactDue), .assigned((owner ?? setting.actor).id),
    ]
  }

  func reject(_ journey: Journey, _ reason: TermID, _ setting: CommandSetting) throws(Refusal) -> [LeadFact] {
    let offer = try openOffer(journey, setting)
    try Authority.requireReceiver(setting.actor, receiver: offer.receiver)
    return [
      .rejected(
        offer.offer, reason: reason, disputableUntil: setting.terms.disputableUntil(for: offer, at: setting.at))
    ]
  }

  /// The receiver gives an accepted lead back. The giver need not agree, and may dispute it.
  func giveBack(
    _ journey: Journey, _ reason: TermID, to target: Stage?, _ setting: CommandSetting
  ) throws(Refusal) -> [LeadFact] {
    guard let handoff = journey.handoffs.last(where: \.isCarried) else { throw .notAccepted(journey.lead) }
    try requireOwner(journey, setting)
    try Authority.requireReceiver(setting.actor, receiver: handoff.receiver)
    let stage = target ?? handoff.from
    guard setting.ownership.owners(of: stage, at: setting.at).isSuperset(of: handoff.giver) else {
      throw .notTheGiversStage(stage, giver: handoff.giver)
    }
    return [
      .returned(
        handoff.offer, to: stage, reason: reason,
        disputableUntil: setting.terms.disputableUntil(for: handoff, at: setting.at)),
      // Whoever gave it has it again.
      .assigned(handoff.offeredBy.member),
    ]
  }

  func openOffer(_ journey: Journey, _ setting: CommandSetting) throws(Refusal) -> Handoff {
    guard let offer = journey.openOffer else {
      // Silence has settled it before the answer came.
      guard let latest = journey.handoffs.last(where: { $0.outcome != .unrecorded }), latest.outcome == .expired,
        let due = latest.due, latest.from == journey.stage
      else { throw .noOffer(journey.lead) }
      throw .offerExpired(journey.lead, due: due)
    }
    if let due = offer.due, due < setting.at { throw .offerExpired(journey.lead, due: due) }
    return offer
  }
}
