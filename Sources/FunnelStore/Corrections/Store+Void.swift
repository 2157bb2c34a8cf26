import SQLite
public import SharedFunnel

/// An event as a person names it: by its number in this file, or by the id that it has in every copy.
public enum EventName: Sendable, Hashable {
  case number(Int64)
  case id(EventID)

  public init?(text: String) {
    if let number = Int64(text.hasPrefix("#") ? String(text.dropFirst()) : text), number > 0 {
      self = .number(number)
    } else if let id = EventID(text: text.lowercased()) {
      self = .id(id)
    } else {
      return nil
    }
  }

  public var text: String {
    switch self {
    case .number(let number): String(number)
    case .id(let id): id.text
    }
  }
}

extension Store {
  /// Says of events that they never happened: of all that are named or, if one refuses, of none.
  ///
  /// - Parameter reason: goes with each void, as a remark.
  /// - Returns: the leads that changed.
  public func void(_ names: [EventName], reason: String?, _ act: Act) throws -> [LeadID] {
    try recordUnlessDry(act) { draft in
      let rows = try names.map { name in try event(named: name) }
      for row in rows where row.lead == nil { throw StoreError.refused(.notVoidable(row.kind)) }
      return try void(rows, reason: reason, act, draft, asCorrector: true)
    } ?? []
  }

  private func event(named name: EventName) throws -> EventRow {
    let found =
      switch name {
      case .number(let seq): try journal.event(seq: seq)
      case .id(let id): try journal.event(id: id)
      }
    guard let found else { throw StoreError.noSuchEvent(name.text) }
    return found
  }

  /// Voids events of leads and writes what the leads amount to now.
  ///
  /// - Parameter asCorrector: whether the actor needs a right to correct what others recorded; nobody
  ///   needs one for an own command.
  func void(
    _ rows: [EventRow], reason: String?, _ act: Act, _ draft: Draft, asCorrector: Bool
  ) throws -> [LeadID] {
    var targets: [LeadID: [LeadEvent]] = [:]
    for row in rows {
      let event = try journal.leadEvent(row)
      targets[event.lead, default: []].append(event)
    }
    // Each history is judged once, with all that goes from it.
    var histories: [LeadID: (before: [LeadEvent], voids: [LeadEvent])] = [:]
    for lead in targets.keys.sorted() {
      let carrier = try carrier(of: lead)
      let before = try histories[carrier]?.before ?? events(of: carrier)
      let journey = Journey.fold(before, of: carrier, under: workspace.ownership)
      if journey.erased != nil, reason != nil { throw StoreError.refused(.erasedLead(carrier)) }
      var voids: [LeadEvent] = []
      for event in targets[lead, default: []] {
        try refusing { () throws(Refusal) in
          if asCorrector, try isForeign(event, to: act) {
            try Authority.requireCorrector(act.actor, of: journey, under: workspace.ownership, at: act.context.now)
            try Authority.requireCorrector(act.actor, of: event, in: journey, workspace.roster)
          }
          try Journey.requireVoidable(event, in: before + voids)
        }
        voids.append(draft.event(.voided(event.id), lead: lead, occurred: act.context.now))
      }
      histories[carrier, default: (before, [])].voids += voids
    }
    for carrier in histories.keys.sorted() {
      guard let history = histories[carrier] else { continue }
      try refusing { () throws(Refusal) in
        try Journey.admit(
          correcting: history.before, to: history.before + history.voids, under: workspace.ownership)
      }
    }
    for carrier in histories.keys.sorted() {
      for void in histories[carrier]?.voids ?? [] { try append(void, reason: reason, draft) }
    }
    return histories.keys.sorted()
  }

  private func isForeign(_ event: LeadEvent, to act: Act) throws(Refusal) -> Bool {
    event.actor.member != act.actor.id
  }

  private func append(_ void: LeadEvent, reason: String?, _ draft: Draft) throws {
    try append(
      [void], to: void.lead, prev: try head(of: void.lead), personal: reason.map { [(.note, $0)] } ?? [], keys: [],
      draft)
  }
}
