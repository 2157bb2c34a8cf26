/// How a lead comes into stages, and out of the funnel.
extension Journey {
  mutating func create(_ creation: Creation, _ event: LeadEvent, _ ownership: Ownership) -> EventFlags {
    guard !hasOwnCreation else { return .createdTwice }
    hasOwnCreation = true
    // A lead that was merged into this one may have been known for longer.
    created = created ?? event.occurred
    createdBy = event.actor
    feed = event.actor.feed ?? .none
    if creation.source != .none { source = creation.source }
    if creation.campaign != .none { campaign = creation.campaign }
    if creation.segment != .none { segment = creation.segment }
    owner = creation.owner ?? owner
    referrer = creation.referrer ?? referrer
    guard let stage = creation.stage else { return [] }
    return enter(stage, event, ownership)
  }

  /// A milestone raises the furthest stage only.
  mutating func enter(_ target: Stage, _ event: LeadEvent, _ ownership: Ownership) -> EventFlags {
    guard let furthest, let entryStage else { return start(in: target, event) }
    if target > furthest { return go(to: target, event, ownership, isRecorded: false) }
    let isKnown = firstEntry[target.index] != 0
    note(target, at: event.occurred)
    guard target < furthest, !isKnown else { return [] }
    guard target < entryStage else { return .outOfOrder }
    // The record shows the lead in an earlier stage than the one we saw first, at a later date. The
    // date stays, and the lead was observed on both sides of any line between.
    self.entryStage = target
    chain = SIMD8(repeating: 0)
    chain[target.index] = event.occurred.wholeSeconds
    chainNext = target.rawValue + 1
    guard ownership.hasLine(between: target, and: entryStage, at: event.occurred) else { return .outOfOrder }
    recordCrossing(from: target, to: entryStage, event, ownership)
    return [.outOfOrder, .unrecordedCrossing]
  }

  /// A person's move sets the present stage.
  mutating func move(to target: Stage, _ event: LeadEvent, _ ownership: Ownership) -> EventFlags {
    var raised = resumeAfterLoss(event)
    if target == .purchase && purchases.isEmpty { raised.formUnion(.withoutPurchase) }
    guard stage != nil else {
      // A referral that waits for an answer is nobody's to place.
      if openOffer != nil { raised.formUnion(.offerOpen) }
      return raised.union(start(in: target, event))
    }
    // Several steps of a source can be one stage of ours; only a person says something odd by that.
    guard target != stage else { return event.actor.feed == nil ? raised.union(.sameStage) : raised }
    return raised.union(go(to: target, event, ownership, isRecorded: false))
  }

  private mutating func start(in target: Stage, _ event: LeadEvent) -> EventFlags {
    stage = target
    furthest = target
    entryStage = target
    chainNext = target.rawValue
    note(target, at: event.occurred)
    guard !isLost else { return .afterLoss }
    visits.append(Visit(stage: target, entered: event.occurred))
    return []
  }

  /// Every change of the present stage, forward or back.
  mutating func go(
    to target: Stage, _ event: LeadEvent, _ ownership: Ownership, isRecorded: Bool
  ) -> EventFlags {
    guard let from = stage, let furthest else { return start(in: target, event) }
    var raised: EventFlags = []
    if !isRecorded, ownership.hasLine(between: from, and: target, at: event.occurred) {
      recordCrossing(from: from, to: target, event, ownership)
      raised.formUnion(.unrecordedCrossing)
    }
    if target < from { raised.formUnion(.backward) }
    if target > furthest {
      if target.rawValue - furthest.rawValue > 1 { raised.formUnion(.skipped) }
      self.furthest = target
    }
    note(target, at: event.occurred)
    noteProgress(to: target, event)
    // A milestone on a lost lead is kept as a milestone: the lead stays where it was lost.
    guard !isLost else { return raised.union(.afterLoss) }
    closeVisit(at: event.occurred, target > from ? .forward : .back)
    stage = target
    visits.append(Visit(stage: target, entered: event.occurred))
    return raised
  }

  /// Keeps when the lead entered a stage, without moving it.
  mutating func note(_ target: Stage, at time: Timestamp) {
    let seconds = time.wholeSeconds
    if firstEntry[target.index] == 0 { firstEntry[target.index] = seconds }
    if target.rawValue == chainNext {
      chain[target.index] = seconds
      chainNext += 1
    }
  }

  private mutating func closeVisit(at time: Timestamp, _ exit: VisitExit) {
    guard let last = visits.indices.last, visits[last].left == nil else { return }
    visits[last].left = time
    visits[last].exit = exit
  }

  /// Going on after a loss counts as reopened.
  mutating func resumeAfterLoss(_ event: LeadEvent) -> EventFlags {
    guard isLost else { return [] }
    _ = reopen(event)
    return .afterLoss
  }

  mutating func lose(_ reason: TermID, _ event: LeadEvent) -> EventFlags {
    guard !isLost else { return .afterLoss }
    lostInHandoff = isInHandoff
    lostAt = event.occurred
    lostReason = reason
    noteLoss(event.occurred)
    closeVisit(at: event.occurred, .lost)
    return purchases.contains { !$0.isRefunded } ? .lostAfterPurchase : []
  }

  mutating func reopen(_ event: LeadEvent) -> EventFlags {
    guard isLost else { return .notLost }
    lostAt = nil
    lostReason = .none
    noteLoss(nil)
    lostInHandoff = false
    if let stage { visits.append(Visit(stage: stage, entered: event.occurred)) }
    return []
  }
}

extension Timestamp {
  /// Whole seconds since 1970 as records keep them. The journal admits no time outside the range of
  /// 32 bits (see ``Timestamp/isSupported``), so clamping only guards the arithmetic.
  var wholeSeconds: UInt32 { UInt32(clamping: max(1, seconds)) }
}
