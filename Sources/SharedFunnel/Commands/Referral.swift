/// A customer's referral: the way from advocacy back to awareness, which is a handoff too. It makes a new lead that is
/// linked to the customer, and waits outside the funnel until the other side accepts it.
public enum Referral {
  /// The facts of the new lead.
  ///
  /// - Parameters:
  ///   - referrer: the customer, as it was at the time of the command.
  ///   - creation: what is known of the new lead.
  /// - Throws: ``Refusal`` if the customer is no advocate, or the actor may not offer.
  public static func decide(
    by referrer: Journey, _ creation: Creation, _ request: OfferRequest, as lead: LeadID, _ setting: CommandSetting
  ) throws(Refusal) -> [LeadFact] {
    try Authority.requireActive(setting.actor)
    guard let stage = referrer.stage, stage == .customerAdvocacy, !referrer.isLost else {
      throw .notAnAdvocate(referrer.lead, referrer.stage)
    }
    var new = creation
    new.stage = nil
    new.referrer = referrer.lead
    return [.created(new), .offered(try offer(of: lead, referredFrom: stage, request, setting))]
  }

  /// The offer of a referred lead that nobody took and that is in no stage yet.
  static func offerAgain(
    _ journey: Journey, _ request: OfferRequest, _ setting: CommandSetting
  ) throws(Refusal) -> Offer {
    guard let earlier = journey.handoffs.last(where: \.isReferral),
      request.to ?? .customerAwareness == .customerAwareness
    else { throw .notInFunnel(journey.lead) }
    return try offer(of: journey.lead, referredFrom: earlier.from, request, setting)
  }

  private static func offer(
    of lead: LeadID, referredFrom stage: Stage, _ request: OfferRequest, _ setting: CommandSetting
  ) throws(Refusal) -> Offer {
    let giver = setting.ownership.owners(of: stage, at: setting.at)
    let receiver = setting.ownership.owners(of: .customerAwareness, at: setting.at)
    try Authority.requireGiver(setting.actor, giver: giver)
    guard giver.isDisjoint(with: receiver) else { throw .noLineAhead(lead, stage) }
    var offer = try LeadCommand.offer(
      of: lead, to: .customerAwareness, over: HandoffLine(from: stage, to: .customerAwareness), giver: giver,
      receiver: receiver, request, setting)
    offer.referredFrom = stage
    return offer
  }
}
