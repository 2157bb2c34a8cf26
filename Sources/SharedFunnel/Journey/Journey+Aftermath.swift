/// What becomes of a lead that was accepted: contacts, progress, returns.
extension Journey {
  /// Notes something of every handoff by which the lead is with the receiver.
  private mutating func noteCarried(_ body: (inout Handoff) -> Void) {
    for index in handoffs.indices where isWithReceiver(index) { body(&handoffs[index]) }
  }

  /// Whether the lead is with the receiver by that handoff still: it was not returned, and did not go back over the
  /// line by a later handoff either. What becomes of it on a later journey is that journey's.
  private func isWithReceiver(_ index: Int) -> Bool {
    let line = handoffs[index].line
    return handoffs[index].isCarried
      && !handoffs[(index + 1)...].contains { $0.hasCrossed && $0.line.goesBack(over: line) }
  }

  /// A contact counts for the receiver when a member of the receiving side made it, or nobody knows whose it was.
  mutating func noteContact(by department: DepartmentSet, _ event: LeadEvent) {
    noteCarried { handoff in
      guard let answered = handoff.answered, event.occurred >= answered else { return }
      guard department.isEmpty || !department.isDisjoint(with: handoff.receiver) else { return }
      handoff.contacted = handoff.contacted ?? event.occurred
      handoff.attempts = handoff.attempts == .max ? .max : handoff.attempts + 1
    }
  }

  mutating func noteProgress(to target: Stage, _ event: LeadEvent) {
    noteCarried { handoff in
      if target > handoff.to { handoff.advanced = handoff.advanced ?? event.occurred }
    }
  }

  mutating func notePurchase(_ event: LeadEvent) {
    noteCarried { $0.purchased = $0.purchased ?? event.occurred }
  }

  /// An open offer keeps it too: silence accepts no lead that is lost.
  mutating func noteLoss(_ time: Timestamp?) {
    for index in handoffs.indices where isWithReceiver(index) || handoffs[index].outcome == .pending {
      handoffs[index].lost = time
    }
  }

  /// The handoff by which the lead last came over a line; `nil` if it went back over that line since. A return is
  /// answered by a dispute or a new offer, and never by the return of an older handoff.
  public var lastCrossing: Handoff? {
    guard let place = handoffs.lastIndex(where: { $0.isCarried || $0.outcome == .unrecorded }) else { return nil }
    let found = handoffs[place]
    let isUndone = handoffs[(place + 1)...].contains { later in
      later.hasCrossed && Set([later.line.from, later.line.to]) == Set([found.line.from, found.line.to])
    }
    return isUndone ? nil : found
  }

  /// The receiver gives an accepted lead back.
  mutating func giveBack(
    _ offer: EventID?, to target: Stage, reason: TermID, disputableUntil: Timestamp?, _ event: LeadEvent,
    _ ownership: Ownership
  ) -> EventFlags {
    var raised = resumeAfterLoss(event)
    guard let index = index(of: offer, event, where: \.isReturnable) else {
      raised.formUnion(.notAccepted)
      return stage == target ? raised : raised.union(go(to: target, event, ownership, isRecorded: false))
    }
    markReturned(index, reason: reason, disputableUntil: disputableUntil, event)
    return stage == target ? raised : raised.union(go(to: target, event, ownership, isRecorded: true))
  }

  mutating func markReturned(_ index: Int, reason: TermID, disputableUntil: Timestamp?, _ event: LeadEvent) {
    handoffs[index].returned = event.occurred
    handoffs[index].returnedBy = event.actor
    handoffs[index].reason = reason
    handoffs[index].disputableUntil = disputableUntil
  }
}
