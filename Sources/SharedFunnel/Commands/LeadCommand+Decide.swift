/// Where and when a command is decided.
public struct CommandSetting: Sendable {
  public let actor: Member
  /// When it happened, as the actor says.
  public let at: Timestamp
  public let ownership: Ownership

  public init(actor: Member, at: Timestamp, ownership: Ownership) {
    self.actor = actor
    self.at = at
    self.ownership = ownership
  }
}

extension LeadCommand {
  /// The facts that the command amounts to, in order.
  ///
  /// - Parameter journey: the lead as it was at the time of the command.
  /// - Throws: ``Refusal`` if the actor may not do it.
  public func decide(on journey: Journey, _ setting: CommandSetting) throws(Refusal) -> [LeadFact] {
    try Authority.requireActive(setting.actor)
    switch self {
    case .touch(let channel): return [.touched(channel)]
    case .note: return [.noted]
    case .edit(let edit): return [.edited(edit)]
    case .assign(let member):
      if let member { try Authority.requireActive(member) }
      return [.assigned(member?.id)]
    case .tag(let add, let remove): return add.map { .tagged($0) } + remove.map { .untagged($0) }
    case .move(let target, let acceptedBy): return try move(journey, to: target, acceptedBy, setting)
    case .value(let valuation):
      try requireOwner(journey, setting)
      try requireNotNegative(valuation.amount)
      return [.valued(valuation)]
    case .offer(let request): return try offer(journey, request, setting)
    case .accept(let owner): return try accept(journey, owner, setting)
    case .reject(let reason):
      let offer = try openOffer(journey, setting)
      try Authority.requireReceiver(setting.actor, receiver: offer.receiver)
      return [.rejected(offer.offer, reason: reason)]
    case .withdraw:
      let offer = try openOffer(journey, setting)
      try Authority.requireGiver(setting.actor, giver: offer.giver)
      return [.withdrawn(offer.offer)]
    case .lose(let reason):
      try requireOwner(journey, setting)
      return [.lost(reason: reason)]
    case .reopen:
      try requireOwner(journey, setting)
      return [.reopened]
    case .purchase(let amount, let acceptedBy): return try purchase(journey, amount, acceptedBy, setting)
    case .refund(let purchase, let amount):
      try requireOwner(journey, setting)
      // Named, so that a later merge does not change which purchase was meant.
      return [.refunded(purchase: purchase ?? journey.purchases.last?.event, amount)]
    }
  }

  private func requireNotNegative(_ amount: Money?) throws(Refusal) {
    if let amount, amount.minor < 0 { throw .negativeAmount }
  }

  private func requireOwner(_ journey: Journey, _ setting: CommandSetting) throws(Refusal) {
    guard let stage = journey.stage else { return }
    try Authority.requireOwner(
      setting.actor, of: stage, owners: setting.ownership.owners(of: stage, at: setting.at))
  }

  private func move(
    _ journey: Journey, to target: Stage, _ acceptedBy: Member?, _ setting: CommandSetting
  ) throws(Refusal) -> [LeadFact] {
    guard target != .purchase || !journey.purchases.isEmpty else { throw .entersByPurchase(journey.lead) }
    guard let stage = journey.stage else {
      // The first stage of a lead that has none is a statement by that stage's owner.
      try Authority.requireOwner(
        setting.actor, of: target, owners: setting.ownership.owners(of: target, at: setting.at))
      return [.moved(target)]
    }
    try requireOwner(journey, setting)
    guard let acceptedBy, setting.ownership.hasLine(between: stage, and: target, at: setting.at) else {
      return [.moved(target)]
    }
    return try offer(journey, OfferRequest(to: target, acceptedBy: acceptedBy), setting)
  }

  private func offer(
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
    if let member = request.member { try Authority.requireReceiver(member, receiver: receiver) }
    let due = request.due ?? OfferRequest.defaultDue(from: setting.at)
    let offered = LeadFact.offered(
      Offer(to: target, giver: giver, receiver: receiver, member: request.member?.id, due: due))
    guard let acceptedBy = request.acceptedBy else { return [offered] }
    try Authority.requireReceiver(acceptedBy, receiver: receiver)
    return [offered, .accepted(nil, to: target, by: acceptedBy.id), .assigned(acceptedBy.id)]
  }

  /// Whoever accepts works on the lead from then on, unless another member is named.
  private func accept(
    _ journey: Journey, _ owner: Member?, _ setting: CommandSetting
  ) throws(Refusal) -> [LeadFact] {
    let offer = try openOffer(journey, setting)
    try Authority.requireReceiver(setting.actor, receiver: offer.receiver)
    if let owner { try Authority.requireReceiver(owner, receiver: offer.receiver) }
    return [.accepted(offer.offer, to: offer.to, by: nil), .assigned((owner ?? setting.actor).id)]
  }

  private func openOffer(_ journey: Journey, _ setting: CommandSetting) throws(Refusal) -> Handoff {
    guard let offer = journey.openOffer else { throw .noOffer(journey.lead) }
    if let due = offer.due, due < setting.at { throw .offerExpired(journey.lead, due: due) }
    return offer
  }

  private func purchase(
    _ journey: Journey, _ amount: Money?, _ acceptedBy: Member?, _ setting: CommandSetting
  ) throws(Refusal) -> [LeadFact] {
    try requireOwner(journey, setting)
    try requireNotNegative(amount)
    guard let acceptedBy, let stage = journey.stage, stage < .purchase,
      setting.ownership.hasLine(between: stage, and: .purchase, at: setting.at),
      let target = setting.ownership.stageAcrossNextLine(from: stage, at: setting.at)
    else { return [.purchased(amount)] }
    return try offer(journey, OfferRequest(to: target, acceptedBy: acceptedBy), setting) + [.purchased(amount)]
  }
}

extension Journey {
  /// The facts that fell due without a command: an offer that nobody answered has expired.
  public func overdue(at now: Timestamp) -> [(offer: EventID, due: Timestamp)] {
    handoffs.compactMap { handoff in
      guard handoff.outcome == .pending, let due = handoff.due, due < now else { return nil }
      return (handoff.offer, due)
    }
  }

  /// Where a person's event takes its place when it is said to have happened at `time`: behind what
  /// the lead already has in the same second, so that the order of commands is the order of the
  /// history.
  public static func place(_ time: Timestamp, after history: [LeadEvent]) -> Timestamp {
    let sameSecond = history.lazy.map(\.occurred).filter { $0.seconds == time.seconds }
    guard let latest = sameSecond.max(), latest >= time, latest.milliseconds < .max else { return time }
    return Timestamp(milliseconds: latest.milliseconds + 1)
  }
}
