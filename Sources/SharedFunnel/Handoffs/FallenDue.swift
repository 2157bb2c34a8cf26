/// What silence settled: an offer that nobody answered by its due time.
public struct FallenDue: Sendable, Hashable {
  public let offer: EventID
  public let due: Timestamp
  /// `expired`, or `acceptedBySilence` where the agreement says so.
  public let fact: LeadFact
}

extension Journey {
  /// The state at a time with what silence had settled by then, whether or not anyone wrote it down.
  ///
  /// An offer that expired changes nothing but its outcome, which readers work out from its due time; one that was
  /// accepted by silence moved the lead.
  public static func settled(
    _ events: [LeadEvent], of lead: LeadID, at time: Timestamp, under ownership: Ownership, _ terms: HandoffTerms
  ) -> Journey {
    let journey = fold(events, of: lead, under: ownership)
    guard journey.handoffs.contains(where: { $0.outcome(asOf: time) == .acceptedBySilence && $0.outcome == .pending })
    else { return journey }
    let settlement = journey.settlement(
      at: time, recorded: time, besides: Set(events.map(\.id)), under: terms)
    return fold(events + settlement, of: lead, under: ownership)
  }

  /// What fell due without an answer, for a writer to record: with the due time as `occurred`, and an id that
  /// follows from the offer's.
  public func fallenDue(at now: Timestamp, under terms: HandoffTerms) -> [FallenDue] {
    handoffs.compactMap { handoff in
      guard handoff.outcome == .pending, let due = handoff.due else { return nil }
      switch handoff.outcome(asOf: now) {
      case .expired: return FallenDue(offer: handoff.offer, due: due, fact: .expired(handoff.offer))
      case .acceptedBySilence:
        let contactDue = terms.contactDue(for: handoff, acceptedAt: due)
        return FallenDue(
          offer: handoff.offer, due: due,
          fact: .acceptedBySilence(handoff.offer, to: handoff.to, contactDue: contactDue))
      default: return nil
      }
    }
  }

  /// The events that record it.
  ///
  /// - Parameter known: ids of the lead's events: what was recorded before and voided is recorded under another id.
  public func settlement(
    at now: Timestamp, recorded: Timestamp, besides known: Set<EventID>, under terms: HandoffTerms
  ) -> [LeadEvent] {
    fallenDue(at: now, under: terms).map { due in
      var voided = 0
      while known.contains(.expiry(of: due.offer, voided: voided)) { voided += 1 }
      let origin = handoffs.first { $0.offer == due.offer }?.origin ?? lead
      return LeadEvent(
        id: .expiry(of: due.offer, voided: voided), lead: origin, occurred: due.due, recorded: recorded,
        actor: .login, fact: due.fact)
    }
  }
}
