extension CreditPath {
  /// The path of a purchase: what precedes it in the lead's history, and the purchase itself as the last move.
  ///
  /// - Parameters:
  ///   - events: of the lead and of those that were merged into it, in any order; voided ones count for nothing.
  ///   - roster: says to which departments a member belongs.
  ///   - lookback: seconds before the purchase within which a touchpoint counts; `nil`: any time.
  public init(
    of events: [LeadEvent], under ownership: Ownership, roster: Roster, to purchase: Purchase, lookback: Int64? = nil
  ) {
    let path = CreditPath(events, ownership, roster) { event in
      event.id == purchase.event ? .last : event.occurred > purchase.at ? .beyond : .counts
    }
    self = lookback.map { path.within($0, of: purchase.at) } ?? path
  }

  /// The path up to a time: of a lead that has not bought, for models that compare leads.
  public init(of events: [LeadEvent], under ownership: Ownership, roster: Roster, until end: Timestamp) {
    self.init(events, ownership, roster) { $0.occurred > end ? .beyond : .counts }
  }

  private enum Place { case counts, last, beyond }

  private init(
    _ events: [LeadEvent], _ ownership: Ownership, _ roster: Roster, _ place: (LeadEvent) -> Place
  ) {
    let history = LiveHistory(events)
    guard history.mergedInto == nil else {
      self.init([])
      return
    }
    var found: [Touchpoint] = []
    var journey = Journey(lead: history.lead)
    for event in history.events where !event.fact.isCorrection {
      let place = place(event)
      if place == .beyond { break }
      let before = journey
      _ = journey.apply(event, under: ownership)
      let step = PathStep(event: event, before: before, after: journey, ownership: ownership, roster: roster)
      found += step.touchpoints
      if place == .last { break }
    }
    self.init(found)
  }
}

/// One event of a lead as evidence.
private struct PathStep {
  let event: LeadEvent
  let before: Journey
  let after: Journey
  let ownership: Ownership
  let roster: Roster

  var touchpoints: [Touchpoint] {
    switch event.fact {
    case .created(let creation): [contact(.creation, by: [], in: creation.stage)] + moves
    case .touched(let channel, let departments):
      [contact(.touch, over: channel, by: departments, in: before.stage)]
    default: moves
    }
  }

  private func contact(
    _ kind: Touchpoint.Kind, over channel: TermID = .none, by named: DepartmentSet, in stage: Stage?
  ) -> Touchpoint {
    let member = event.actor.member.flatMap { roster[$0] }
    var departments = named.isEmpty ? member?.departments ?? [] : named
    if departments.isEmpty, let stage { departments = ownership.owners(of: stage, at: event.occurred) }
    return touchpoint(kind, over: channel, departments, member?.id)
  }

  /// The steps that the event takes the lead beyond the furthest stage so far. Each is made once: going back and
  /// forth earns nobody anything.
  private var moves: [Touchpoint] {
    guard let start = before.furthest, let end = after.furthest, start < end else { return [] }
    return Stage.allCases.compactMap { stage in
      guard stage >= start, stage < end, let next = stage.next else { return nil }
      let owners = ownership.owners(of: stage, at: event.occurred)
      let mover = mover(of: owners)
      return touchpoint(.move(from: stage, to: next), owners, mover?.id, of: mover?.departments.intersection(owners))
    }
  }

  /// Who made a move for the owners of the stage left: whoever offered the lead over the line, else whoever recorded
  /// the move, else the member who worked on the lead; the first of them who belongs to the owners.
  private func mover(of owners: DepartmentSet) -> Member? {
    [offerer, event.actor.member, before.owner].lazy.compactMap { $0.flatMap { roster[$0] } }
      .first { !$0.departments.isDisjoint(with: owners) }
  }

  /// Who offered the lead that now crosses.
  private var offerer: MemberID? {
    switch event.fact {
    case .accepted(let offer, _, _, _), .acceptedBySilence(let offer, _, _), .crossed(let offer, _):
      let handoff = offer == nil ? before.openOffer ?? before.handoffs.last : before.handoffs.last { $0.offer == offer }
      return handoff?.offeredBy.member
    default: return nil
    }
  }

  private func touchpoint(
    _ kind: Touchpoint.Kind, over channel: TermID = .none, _ departments: DepartmentSet, _ member: MemberID?,
    of share: DepartmentSet? = nil
  ) -> Touchpoint {
    Touchpoint(
      event: event.id, at: event.occurred, kind: kind, channel: channel, source: after.source,
      campaign: after.campaign, departments: departments, member: member, memberOf: share)
  }
}
