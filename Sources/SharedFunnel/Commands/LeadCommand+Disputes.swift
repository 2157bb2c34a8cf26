/// Disputes and rulings as people command them.
extension LeadCommand {
  /// The giving side objects, within the agreed days.
  func dispute(_ journey: Journey, _ cause: TermID, _ setting: CommandSetting) throws(Refusal) -> [LeadFact] {
    guard let handoff = journey.disputable, handoff.dispute == nil else { throw .notDisputable(journey.lead) }
    try Authority.requireGiver(setting.actor, giver: handoff.giver)
    if let until = handoff.disputableUntil, until < setting.at {
      throw .disputeWindowClosed(journey.lead, until: until)
    }
    return [.disputed(handoff.offer, cause: cause)]
  }

  /// A mediator rules; where nobody who heads both sides is free of the case, heads of both must concur.
  func rule(_ journey: Journey, _ ruling: Ruling, _ setting: CommandSetting) throws(Refusal) -> [LeadFact] {
    guard let handoff = journey.openDispute, let dispute = handoff.dispute else { throw .noDispute(journey.lead) }
    let actor = setting.actor
    let mediators = setting.roster.mediators(of: handoff)
    guard mediators.isEmpty else {
      guard mediators.contains(where: { $0.id == actor.id }) else {
        throw Authority.parties(to: handoff).contains(actor.id)
          ? .ownCase(member: actor.handle, mediators: mediators.map(\.handle))
          : .notTheMediator(member: actor.handle, mediators: mediators.map(\.handle))
      }
      return settle(journey, handoff, ruling)
    }
    let sides = handoff.giver.union(handoff.receiver)
    guard !actor.heads.isDisjoint(with: sides) else { throw .notAHead(member: actor.handle, sides) }
    guard !setting.roster.voice(of: actor, in: handoff).isEmpty else {
      let free = setting.roster.members.filter { !setting.roster.voice(of: $0, in: handoff).isEmpty }
      throw .ownCase(member: actor.handle, mediators: free.map(\.handle))
    }
    let vote = LeadFact.voted(handoff.offer, ruling)
    return concur(actor, ruling, dispute, handoff, setting.roster) ? [vote] + settle(journey, handoff, ruling) : [vote]
  }

  /// Whether another head said the same, so that two people stand for the two sides.
  private func concur(
    _ actor: Member, _ ruling: Ruling, _ dispute: Dispute, _ handoff: Handoff, _ roster: Roster
  ) -> Bool {
    dispute.votes.contains { vote in
      guard vote.ruling == ruling, let id = vote.by.member, id != actor.id, let other = roster[id] else { return false }
      func speaks(_ one: Member, for giver: Member) -> Bool {
        roster.voice(of: one, in: handoff).isSuperset(of: handoff.receiver)
          && roster.voice(of: giver, in: handoff).isSuperset(of: handoff.giver)
      }
      return speaks(actor, for: other) || speaks(other, for: actor)
    }
  }

  private func settle(_ journey: Journey, _ handoff: Handoff, _ ruling: Ruling) -> [LeadFact] {
    let ruled = LeadFact.ruled(handoff.offer, ruling)
    guard ruling.crosses else { return [ruled] }
    // It may have come over the line since, by an import; a referred lead is in no stage yet.
    if let stage = journey.stage, handoff.isOver(stage) { return [ruled] }
    return (journey.isLost ? [.reopened] : []) + [ruled, .crossed(handoff.offer, to: handoff.to)]
  }
}
