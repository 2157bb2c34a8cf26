/// An event with what is unusual about it in its place.
public struct FlaggedEvent: Sendable, Equatable {
  public let event: LeadEvent
  public let flags: EventFlags
  /// Another event says that this one never happened.
  public let isVoided: Bool
}

extension Journey {
  /// The state after a lead's events, in whatever order they arrived.
  public static func fold(_ events: [LeadEvent], under ownership: Ownership) -> Journey {
    var journey = Journey()
    for event in live(events) { _ = journey.apply(event, under: ownership) }
    return journey
  }

  /// The state at a time as it is known now: a void counts whenever it was made, for a correction has no
  /// time in the world.
  public static func fold(_ events: [LeadEvent], until time: Timestamp, under ownership: Ownership) -> Journey {
    var journey = Journey()
    for event in live(events) where event.occurred <= time { _ = journey.apply(event, under: ownership) }
    return journey
  }

  /// The events that count, in order.
  public static func live(_ events: [LeadEvent]) -> [LeadEvent] {
    let voided = voids(in: events)
    let kept = voided.isEmpty ? events : events.filter { !voided.contains($0.id) }
    return kept.sorted(by: LeadEvent.precedes)
  }

  private static func voids(in events: [LeadEvent]) -> Set<EventID> {
    var voided: Set<EventID> = []
    for event in events { if case .voided(let target) = event.fact { voided.insert(target) } }
    return voided
  }

  /// A lead's whole history in order, the voided events with it.
  public static func history(_ events: [LeadEvent], under ownership: Ownership) -> [FlaggedEvent] {
    var journey = Journey()
    let voided = voids(in: events)
    return events.sorted(by: LeadEvent.precedes).map { event in
      guard !voided.contains(event.id) else { return FlaggedEvent(event: event, flags: [], isVoided: true) }
      return FlaggedEvent(event: event, flags: journey.apply(event, under: ownership), isVoided: false)
    }
  }

  /// The strict face, for what a person wants to record: the new events take their places in the
  /// history, none of them may break a rule, and none may make an old one break a rule.
  ///
  /// - Throws: ``Refusal`` that names the rule.
  public static func admit(
    _ new: [LeadEvent], to history: [LeadEvent], under ownership: Ownership
  ) throws(Refusal) -> Journey {
    var before: [EventID: EventFlags] = [:]
    for item in Journey.history(history, under: ownership) where !item.isVoided { before[item.event.id] = item.flags }
    let added = Set(new.map(\.id))
    let merged = live(history + new)
    let created = merged.first { $0.fact.kind == .created }?.occurred
    var journey = Journey()
    for event in merged {
      let present = journey
      let raised = journey.apply(event, under: ownership).intersection(.breaches)
      if added.contains(event.id) {
        if let created, event.occurred < created {
          throw .beforeCreation(event.lead, created: created)
        }
        if let breach = raised.first { throw .breach(breach, event, present) }
      } else if let breach = raised.subtracting(before[event.id] ?? []).first {
        throw .laterEventDepends(breach, event)
      }
    }
    return journey
  }
}

extension EventFlags {
  /// The lowest flag of the set.
  fileprivate var first: EventFlags? {
    rawValue == 0 ? nil : EventFlags(rawValue: rawValue & (~rawValue &+ 1))
  }
}
