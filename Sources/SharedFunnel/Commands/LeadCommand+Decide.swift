/// Where and when a command is decided.
public struct CommandSetting: Sendable {
  public let actor: Member
  /// When it happened, as the actor says.
  public let at: Timestamp
  /// When it is recorded: what others have to answer cannot fall due before.
  public let now: Timestamp
  public let ownership: Ownership
  public let roster: Roster
  public let terms: HandoffTerms
  /// What the lead has of what agreements ask for.
  public let evidence: LeadEvidence

  public init(
    actor: Member, at: Timestamp, now: Timestamp? = nil, ownership: Ownership, roster: Roster = Roster(),
    terms: HandoffTerms = HandoffTerms(), evidence: LeadEvidence = LeadEvidence()
  ) {
    self.actor = actor
    self.at = at
    self.now = max(now ?? at, at)
    self.ownership = ownership
    self.roster = roster
    self.terms = terms
    self.evidence = evidence
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
    case .touch(let channel): return [.touched(channel, by: setting.actor.departments)]
    case .score(let points): return [.scored(points)]
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
    case .reject(let reason): return try reject(journey, reason, setting)
    case .withdraw:
      let offer = try openOffer(journey, setting)
      try Authority.requireGiver(setting.actor, giver: offer.giver)
      return [.withdrawn(offer.offer)]
    case .giveBack(let reason, let target): return try giveBack(journey, reason, to: target, setting)
    case .dispute(let cause): return try dispute(journey, cause, setting)
    case .rule(let ruling): return try rule(journey, ruling, setting)
    case .lose(let reason):
      try requireOwner(journey, setting)
      return [.lost(reason: reason)]
    case .reopen:
      try requireOwner(journey, setting)
      return [.reopened]
    case .purchase(let amount, let product, let acceptedBy):
      return try purchase(journey, .purchased(amount, product: product), amount, acceptedBy, setting)
    case .refund(let purchase, let amount):
      try requireOwner(journey, setting)
      // Named, so that a later merge does not change which purchase was meant.
      return [.refunded(purchase: purchase ?? journey.purchases.last?.event, amount)]
    }
  }

  func requireNotNegative(_ amount: Money?) throws(Refusal) {
    if let amount, amount.minor < 0 { throw .negativeAmount }
  }

  func requireOwner(_ journey: Journey, _ setting: CommandSetting) throws(Refusal) {
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

  private func purchase(
    _ journey: Journey, _ sale: LeadFact, _ amount: Money?, _ acceptedBy: Member?, _ setting: CommandSetting
  ) throws(Refusal) -> [LeadFact] {
    try requireOwner(journey, setting)
    try requireNotNegative(amount)
    guard let acceptedBy, let stage = journey.stage, stage < .purchase,
      setting.ownership.hasLine(between: stage, and: .purchase, at: setting.at),
      let target = setting.ownership.stageAcrossNextLine(from: stage, at: setting.at)
    else { return [sale] }
    return try offer(journey, OfferRequest(to: target, acceptedBy: acceptedBy), setting) + [sale]
  }
}

extension Journey {
  /// Where a person's event takes its place when it is said to have happened at `time`: behind what
  /// the lead already has in the same second, so that the order of commands is the order of the
  /// history.
  public static func place(_ time: Timestamp, after history: [LeadEvent]) -> Timestamp {
    let sameSecond = history.lazy.map(\.occurred).filter { $0.seconds == time.seconds }
    guard let latest = sameSecond.max(), latest >= time, latest.milliseconds < .max else { return time }
    return Timestamp(milliseconds: latest.milliseconds + 1)
  }
}
