/// Who may do what. Identity is asserted by whoever runs the command; these rules say what the named
/// member may record.
public enum Authority {
  /// Members of an owner of the lead's present stage work on it.
  public static func requireOwner(_ member: Member, of stage: Stage, owners: DepartmentSet) throws(Refusal) {
    try requireActive(member)
    guard !member.departments.isDisjoint(with: owners) else {
      throw .notAnOwner(member: member.handle, stage: stage, owners: owners)
    }
  }

  /// Members of the receiver answer an offer.
  public static func requireReceiver(_ member: Member, receiver: DepartmentSet) throws(Refusal) {
    try requireActive(member)
    guard !member.departments.isDisjoint(with: receiver) else {
      throw .notTheReceiver(member: member.handle, receiver: receiver)
    }
  }

  /// Members of the giver offer, and take an offer back.
  public static func requireGiver(_ member: Member, giver: DepartmentSet) throws(Refusal) {
    try requireActive(member)
    guard !member.departments.isDisjoint(with: giver) else {
      throw .notTheGiver(member: member.handle, giver: giver)
    }
  }

  /// Who offered, answered, returned or disputed.
  static func parties(to handoff: Handoff) -> Set<MemberID> {
    Set(
      [handoff.offeredBy, handoff.answeredBy, handoff.returnedBy, handoff.dispute?.openedBy].compactMap {
        $0?.member
      })
  }

  /// Members of either side draft an agreement.
  public static func requireSide(_ member: Member, of sides: DepartmentSet) throws(Refusal) {
    guard !member.departments.isDisjoint(with: sides) else {
      throw .notOfTheDepartment(member: member.handle, sides)
    }
  }

  /// Heads sign, for the sides that they head and that have not signed yet.
  public static func sides(of member: Member, signing version: some SignedVersion) throws(Refusal) -> DepartmentSet {
    try requireActive(member)
    let own = member.heads.intersection(version.parties)
    guard !own.isEmpty else { throw .onlyHeads(member: member.handle, version.parties) }
    let missing = own.intersection(version.unsigned)
    guard !missing.isEmpty else { throw .signedAlready(member: member.handle) }
    return missing
  }

  /// What binds both sides, but needs no two signatures, is done by a head of either.
  public static func requireHeadOfEither(_ member: Member) throws(Refusal) {
    try requireActive(member)
    guard !member.heads.isDisjoint(with: [.marketing, .sales]) else {
      throw .onlyHeads(member: member.handle, [.marketing, .sales])
    }
  }

  public static func requireActive(_ member: Member) throws(Refusal) {
    guard member.isActive else { throw .inactiveMember(member.handle) }
  }
}

extension Authority {
  /// What others recorded is corrected by members of an owner of the lead's stage, and by heads.
  public static func requireCorrector(
    _ member: Member, of journey: Journey, under ownership: Ownership, at time: Timestamp
  ) throws(Refusal) {
    try requireActive(member)
    guard member.heads.isEmpty, let stage = journey.stage else { return }
    guard !member.departments.isDisjoint(with: ownership.owners(of: stage, at: time)) else {
      throw .mayNotCorrect(member: member.handle, journey.lead)
    }
  }

  /// What one side said at the line is corrected by that side, and what was ruled by those who may rule: else a
  /// party could void the answer, the dispute or the ruling that goes against it.
  public static func requireCorrector(
    _ member: Member, of event: LeadEvent, in journey: Journey, _ roster: Roster
  ) throws(Refusal) {
    guard event.actor.member != nil else { return }
    let offer = event.fact.handoff ?? event.id
    guard let handoff = journey.handoffs.first(where: { $0.offer == offer }) else { return }
    switch event.fact {
    case .offered, .withdrawn, .disputed: try requireVoice(member, of: handoff.giver, journey.lead)
    case .accepted, .rejected, .returned: try requireVoice(member, of: handoff.receiver, journey.lead)
    case .voted, .ruled, .crossed:
      let sides = handoff.giver.union(handoff.receiver)
      guard roster.mediators(of: handoff).contains(where: { $0.id == member.id }) else {
        throw .notTheirsToCorrect(member: member.handle, journey.lead, sides)
      }
    default: return
    }
  }

  private static func requireVoice(
    _ member: Member, of side: DepartmentSet, _ lead: LeadID
  ) throws(Refusal) {
    guard !member.departments.isDisjoint(with: side) else {
      throw .notTheirsToCorrect(member: member.handle, lead, side)
    }
  }

  /// Any member may log a lead before the first line; behind a line, only an owner of the stage, for
  /// else a lead would be across without a handoff.
  public static func requireCreator(
    _ member: Member, of stage: Stage, under ownership: Ownership, at time: Timestamp
  ) throws(Refusal) {
    try requireActive(member)
    guard ownership.hasLine(between: .customerAwareness, and: stage, at: time) else { return }
    try requireOwner(member, of: stage, owners: ownership.owners(of: stage, at: time))
  }

  /// What binds a whole department is said by its heads; where it has no active head, by any active member of it.
  public static func requireHead(
    _ member: Member, of department: Department, in roster: Roster
  ) throws(Refusal) {
    try requireActive(member)
    let set = DepartmentSet(department)
    let heads = roster.members.filter { $0.isActive && $0.heads.contains(set) }
    guard heads.isEmpty ? member.departments.contains(set) : member.heads.contains(set) else {
      throw .notTheHead(member: member.handle, department, heads: heads.map(\.handle))
    }
  }
}
