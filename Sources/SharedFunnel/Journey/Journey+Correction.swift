/// What may be taken back.
extension Journey {
  /// The strict face of a correction that a person makes (a void, an undo, an unmerge): nothing that a person
  /// recorded and that stays may come to break a rule by it. What imports brought is a fact, and gets its flags.
  ///
  /// - Parameters:
  ///   - before: the histories that the events were in: as it is and, of what was merged, as it was before.
  ///   - after: the history of one lead with the correction in it.
  /// - Throws: ``Refusal/neededBy(_:_:)`` with the event that builds on what would go, or
  ///   ``Refusal/creationNeeded(_:)``.
  public static func admit(
    correcting before: [LeadEvent]..., to after: [LeadEvent], under ownership: Ownership
  ) throws(Refusal) {
    var flags: [EventID: EventFlags] = [:]
    for item in before.flatMap({ history($0, under: ownership) }) where !item.isVoided {
      flags[item.event.id, default: []].formUnion(item.flags)
    }
    for item in history(after, under: ownership) where !item.isVoided && item.event.actor.feed == nil {
      let raised = item.flags.intersection(.breaches).subtracting(flags[item.event.id] ?? [])
      if let breach = raised.first { throw .neededBy(breach, item.event) }
    }
    let live = LiveHistory(after)
    for item in before.flatMap({ LiveHistory($0).events }) {
      guard case .voted(let offer, let ruling) = item.fact, !live.events.contains(where: { $0.id == item.id }) else {
        continue
      }
      // Of two heads who concurred, none takes the word back while the ruling stands on it.
      let standing = live.events.first { $0.fact == .ruled(offer, ruling) && item.occurred <= $0.occurred }
      if let standing { throw .neededBy(.noDispute, standing) }
    }
    let own = live.events.filter { $0.lead == live.lead && !$0.fact.isCorrection }
    guard own.isEmpty || own.contains(where: { $0.fact.kind == .created }) else { throw .creationNeeded(live.lead) }
  }

  /// Whether a person may void the event.
  ///
  /// - Throws: ``Refusal/notVoidable(_:)`` for what is taken back in another way or not at all.
  public static func requireVoidable(_ event: LeadEvent, in history: [LeadEvent]) throws(Refusal) {
    guard !event.fact.isCorrection else { throw .notVoidable(event.fact.kind) }
    guard !LiveHistory.voids(in: history).contains(event.id) else { throw .voidedAlready(event.id) }
  }

  /// Whether a person may say that one lead is the other.
  public static func requireMergeable(_ lead: Journey, into other: Journey) throws(Refusal) {
    guard lead.lead != other.lead else { throw .mergedWithItself(lead.lead) }
    for journey in [lead, other] {
      guard journey.status != .voided else { throw .voidedLead(journey.lead) }
      // Whoever asked to be forgotten must not be found again through the other lead.
      guard journey.erased == nil else { throw .erasedLead(journey.lead) }
    }
    guard lead.openOffer == nil || other.openOffer == nil else { throw .bothOffered(lead.lead, other.lead) }
  }
}
