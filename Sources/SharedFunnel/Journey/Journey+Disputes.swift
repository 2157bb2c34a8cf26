/// Objections to a rejection or a return, and rulings on them.
extension Journey {
  /// The handoff whose dispute waits for a ruling. A lead has at most one.
  public var openDispute: Handoff? { handoffs.last { $0.dispute?.isOpen == true } }

  /// What could be disputed: the last rejection or return, unless the lead was offered again since.
  var disputable: Handoff? {
    let found = handoffs.filter { $0.disputable != nil }.max { ($0.decided ?? .earliest) < ($1.decided ?? .earliest) }
    guard let found, let decided = found.decided else { return nil }
    let isOfferedAgain = handoffs.contains { $0.outcome != .unrecorded && $0.offered > decided }
    return isOfferedAgain ? nil : found
  }

  mutating func dispute(_ offer: EventID?, cause: TermID, _ event: LeadEvent) -> EventFlags {
    // Of a lead that was merged into this one, the dispute goes on: both are ruled on.
    guard !handoffs.contains(where: { $0.origin == event.lead && $0.dispute?.isOpen == true }) else {
      return .disputeOpen
    }
    guard let index = index(of: offer, event, where: { $0.disputable != nil && $0.dispute == nil }),
      let subject = handoffs[index].disputable
    else { return .notDisputable }
    let isLate = handoffs[index].disputableUntil.map { event.occurred > $0 } ?? false
    handoffs[index].dispute = Dispute(
      event: event.id, subject: subject, opened: event.occurred, openedBy: event.actor, cause: cause)
    return isLate ? .late : []
  }

  mutating func vote(_ offer: EventID?, _ ruling: Ruling, _ event: LeadEvent) -> EventFlags {
    guard let index = index(of: offer, event, where: { $0.dispute?.isOpen == true }) else { return .noDispute }
    handoffs[index].dispute?.votes.removeAll { $0.by == event.actor }
    handoffs[index].dispute?.votes.append(RulingVote(ruling: ruling, by: event.actor, at: event.occurred))
    return []
  }

  mutating func rule(_ offer: EventID?, _ ruling: Ruling, _ event: LeadEvent) -> EventFlags {
    guard let index = index(of: offer, event, where: { $0.dispute?.isOpen == true }) else { return .noDispute }
    handoffs[index].dispute?.ruling = ruling
    // Whoever rules that a lost lead crosses brings it back.
    if ruling.crosses { handoffs[index].lost = lostAt }
    handoffs[index].dispute?.ruled = event.occurred
    handoffs[index].dispute?.ruledBy = event.actor
    return []
  }

  /// The lead crosses the line by a ruling.
  mutating func cross(
    _ offer: EventID?, to target: Stage, _ event: LeadEvent, _ ownership: Ownership
  ) -> EventFlags {
    let raised = resumeAfterLoss(event)
    let ruled = index(of: offer, event, where: { $0.dispute?.ruling?.crosses == true })
    let breach: EventFlags = ruled == nil ? .noDispute : []
    guard stage != target else { return raised.union(breach) }
    if let ruled { passOn(ruled) }
    return raised.union(breach).union(go(to: target, event, ownership, isRecorded: ruled != nil))
  }
}
