/// An event with what is unusual about it in its place.
public struct FlaggedEvent: Sendable, Equatable {
  public let event: LeadEvent
  public let flags: EventFlags
  /// Another event says that this one never happened.
  public let isVoided: Bool
}

extension Journey {
  /// The state after a lead's events, in whatever order they arrived; those of the leads that were merged
  /// into it belong to them.
  ///
  /// - Parameter lead: whose state it is; `nil`: of the one lead among those of the events that was not merged.
  public static func fold(_ events: [LeadEvent], of lead: LeadID? = nil, under ownership: Ownership) -> Journey {
    fold(LiveHistory(events, of: lead), until: nil, under: ownership)
  }

  /// The state at a time as it is known now: a correction counts whenever it was made, for it has no
  /// time in the world.
  public static func fold(_ events: [LeadEvent], until time: Timestamp, under ownership: Ownership) -> Journey {
    fold(LiveHistory(events), until: time, under: ownership)
  }

  /// The same, telling the flags of each event.
  public static func fold(
    _ events: [LeadEvent], of lead: LeadID, under ownership: Ownership, _ onFlags: (EventFlags) -> Void
  ) -> Journey {
    let history = LiveHistory(events, of: lead)
    guard history.mergedInto == nil else { return fold(history, until: nil, under: ownership) }
    var journey = Journey(lead: lead)
    for event in history.events { onFlags(journey.apply(event, under: ownership)) }
    return journey
  }

  private static func fold(_ history: LiveHistory, until time: Timestamp?, under ownership: Ownership) -> Journey {
    var journey = Journey(lead: history.lead)
    if let target = history.mergedInto {
      journey.mergedInto = target
      return journey
    }
    for event in history.events {
      if let time, event.occurred > time, !event.fact.isCorrection { continue }
      _ = journey.apply(event, under: ownership)
    }
    return journey
  }

  /// The events that count, in order.
  public static func live(_ events: [LeadEvent]) -> [LeadEvent] { LiveHistory(events).events }

  /// A lead's whole history in order, the voided events with it.
  public static func history(_ events: [LeadEvent], under ownership: Ownership) -> [FlaggedEvent] {
    var journey = Journey(lead: LiveHistory(events).lead)
    let voided = LiveHistory.voids(in: events)
    return events.sorted(by: LeadEvent.precedes).map { event in
      guard !voided.contains(event.id) else { return FlaggedEvent(event: event, flags: [], isVoided: true) }
      return FlaggedEvent(event: event, flags: journey.apply(event, under: ownership), isVoided: false)
    }
  }

  /// The strict face, for what a person wants to record: the new events take their places in the
  /// history, none of them may break a rule, and none may make an old one break a rule.
  ///
  /// - Throws: ``Refusal`` that names the rule.
  @discardableResult
  public static func admit(
    _ new: [LeadEvent], to history: [LeadEvent], under ownership: Ownership
  ) throws(Refusal) -> Journey {
    var before: [EventID: EventFlags] = [:]
    for item in Journey.history(history, under: ownership) where !item.isVoided { before[item.event.id] = item.flags }
    let added = Set(new.map(\.id))
    let merged = LiveHistory(history + new)
    let created = merged.events.first { $0.fact.kind == .created }?.occurred
    var journey = Journey(lead: merged.lead)
    for event in merged.events {
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
  var first: EventFlags? {
    rawValue == 0 ? nil : EventFlags(rawValue: rawValue & (~rawValue &+ 1))
  }
}
