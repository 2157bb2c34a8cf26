/// Offers and answers as people command them.
extension LeadCommand {
  func offer(
    _ journey: Journey, _ request: OfferRequest, _ setting: CommandSetting
  ) throws(Refusal) -> [LeadFact] {
    guard let stage = journey.stage else {
      return try accepting(try Referral.offerAgain(journey, request, setting), request, setting)
    }
    guard let target = request.to ?? setting.ownership.stageAcrossNextLine(from: stage, at: setting.at) else {
      throw .noLineAhead(journey.lead, stage)
    }
    // Over a line that stands right before it, stage 6 is where an accepted lead waits for its sale.
    guard
      target != .purchase || !journey.purchases.isEmpty
        || setting.ownership.hasLine(between: .purchaseIntention, and: .purchase, at: setting.at)
    else { throw .entersByPurchase(journey.lead) }
    let (giver, receiver) = try sides(of: journey.lead, from: stage, to: target, setting)
    try Authority.requireGiver(setting.actor, giver: giver)
    let line = setting.ownership.line(from: stage, to: target, at: setting.at) ?? HandoffLine(from: stage, to: target)
    let offer = try LeadCommand.offer(
      of: journey.lead, to: target, over: line, giver: giver, receiver: receiver, request, setting)
    return try accepting(offer, request, setting)
  }

  /// Who gives and who receives. A department that owns both stages does neither, for nobody answers their own offer.
  private func sides(
    of lead: LeadID, from stage: Stage, to target: Stage, _ setting: CommandSetting
  ) throws(Refusal) -> (giver: DepartmentSet, receiver: DepartmentSet) {
    let holders = setting.ownership.owners(of: stage, at: setting.at)
    let owners = setting.ownership.owners(of: target, at: setting.at)
    guard setting.ownership.hasLine(between: stage, and: target, at: setting.at) else { return (holders, owners) }
    guard holders != owners else { throw .ownOffer(lead, target, owners) }
    let giver = holders.subtracting(owners)
    let receiver = owners.subtracting(holders)
    return (giver.isEmpty ? holders : giver, receiver.isEmpty ? owners : receiver)
  }

  /// The offer, with the acceptance where it was accepted on the spot.
  private func accepting(
    _ offer: Offer, _ request: OfferRequest, _ setting: CommandSetting
  ) throws(Refusal) -> [LeadFact] {
    guard let acceptedBy = request.acceptedBy else { return [.offered(offer)] }
    try Authority.requireReceiver(acceptedBy, receiver: offer.receiver)
    let agreement = offer.line.flatMap {
      setting.terms.agreement(for: $0, from: offer.giver, to: offer.receiver, at: setting.at)
    }
    let contactDue = agreement.flatMap {
      setting.terms.contactDue(under: $0, receiver: offer.receiver, acceptedAt: setting.at)
    }
    return [
      .offered(offer), .accepted(nil, to: offer.to, by: acceptedBy.id, contactDue: contactDue),
      .assigned(acceptedBy.id),
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
    if request.acceptedBy == nil {
      // What both signed is not cut short by one.
      if agreement != nil, due < agreed { throw .dueTooSoon(lead, agreed: agreed) }
      // Else an offer could expire, or be accepted by silence, before anybody saw it.
      if due < setting.now { throw .dueAlready(lead, due: due) }
    }
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
        offer.offer, reason: reason, disputableUntil: setting.terms.disputableUntil(for: offer, at: setting.now))
    ]
  }

  /// The receiver gives an accepted lead back. The giver need not agree, and may dispute it.
  func giveBack(
    _ journey: Journey, _ reason: TermID, to target: Stage?, _ setting: CommandSetting
  ) throws(Refusal) -> [LeadFact] {
    let handoff = try returnable(journey)
    try requireOwner(journey, setting)
    try Authority.requireReceiver(setting.actor, receiver: handoff.receiver)
    let stage = target ?? handoff.from
    guard handoff.isBefore(stage), setting.ownership.owners(of: stage, at: setting.at).isSuperset(of: handoff.giver)
    else { throw .notTheGiversStage(stage, giver: handoff.giver) }
    let giver = handoff.offeredBy.member.flatMap { setting.roster[$0] }
    return [
      // The days to dispute it run from when the giver can know of it.
      .returned(
        handoff.offer, to: stage, reason: reason,
        disputableUntil: setting.terms.disputableUntil(for: handoff, at: setting.now)),
      // Whoever gave it has it again.
      .assigned(giver?.isActive == true ? giver?.id : nil),
    ]
  }

  private func returnable(_ journey: Journey) throws(Refusal) -> Handoff {
    guard let handoff = journey.lastCrossing, handoff.isCarried else { throw .notAccepted(journey.lead) }
    guard handoff.dispute?.ruling?.crosses != true else { throw .crossedByRuling(journey.lead) }
    guard !handoff.isReferral else { throw .referralStays(journey.lead) }
    return handoff
  }

  func openOffer(_ journey: Journey, _ setting: CommandSetting) throws(Refusal) -> Handoff {
    guard let offer = journey.openOffer else { throw unanswered(journey) }
    if let due = offer.due, offer.outcome(asOf: setting.at) != .pending { throw .offerExpired(journey.lead, due: due) }
    return offer
  }

  /// Why there is nothing to answer: it may have been there, until its time was up.
  private func unanswered(_ journey: Journey) -> Refusal {
    guard let latest = journey.handoffs.last(where: { $0.outcome != .unrecorded }), let due = latest.due else {
      return .noOffer(journey.lead)
    }
    switch latest.outcome {
    case .expired: return .offerExpired(journey.lead, due: due)
    case .acceptedBySilence where latest.isCarried: return .acceptedInSilence(journey.lead, due: due)
    default: return .noOffer(journey.lead)
    }
  }
}
