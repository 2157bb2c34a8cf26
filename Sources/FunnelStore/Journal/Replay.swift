import SharedFunnel

/// Up to when a replay looks.
struct ReplayLimit: Equatable {
  /// Only what occurred by then.
  var asOf: Timestamp?
  /// Only what was recorded by then; implies as-of then.
  var knownAt: Timestamp?

  var occurredBy: Int64 { min(asOf?.milliseconds ?? .max, knownAt?.milliseconds ?? .max) }
}

/// The lead events of the journal in memory, lead by lead.
struct Replay {
  private var events: [LeadEvent] = []
  private var seqs: [Int64] = []
  private var prevs: [Int64?] = []
  /// The place of the event of the same lead that arrived before, or -1.
  private var before: [Int] = []
  /// The place of the latest arrival of each lead, or -1.
  private var latest = LeadArray(initial: -1)

  init(_ journal: Journal, _ limit: ReplayLimit = ReplayLimit()) throws {
    try journal.forEachEvent { row in
      guard row.lead != nil else { return }
      let event = try journal.leadEvent(row)
      if let knownAt = limit.knownAt, event.recorded > knownAt { return }
      // A correction has no time in the world: it is known or it is not.
      if event.fact.kind != .voided, event.occurred.milliseconds > limit.occurredBy { return }
      add(event, row)
    }
  }

  private mutating func add(_ event: LeadEvent, _ row: EventRow) {
    before.append(latest[event.lead.rawValue])
    latest[event.lead.rawValue] = events.count
    events.append(event)
    seqs.append(row.seq)
    prevs.append(row.prev)
  }

  var eventCount: Int { events.count }

  /// One lead's events in the order of arrival.
  struct LeadEvents {
    var events: [LeadEvent] = []
    var seqs: [Int64] = []
    /// What each event stores as its predecessor.
    var prevs: [Int64?] = []

    var head: Int64 { seqs.last ?? 0 }
  }

  /// Hands every lead to the body, by number.
  func forEachLead(_ body: (LeadEvents) throws -> Void) throws {
    try latest.forEachElement { last in
      guard last >= 0 else { return }
      var lead = LeadEvents()
      var place = last
      while place >= 0 {
        lead.events.append(events[place])
        lead.seqs.append(seqs[place])
        lead.prevs.append(prevs[place])
        place = before[place]
      }
      lead.events.reverse()
      lead.seqs.reverse()
      lead.prevs.reverse()
      try body(lead)
    }
  }
}
