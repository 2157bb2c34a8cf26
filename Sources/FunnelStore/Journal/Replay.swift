import SharedFunnel

/// Up to when a replay looks.
struct ReplayLimit: Equatable {
  /// Only what occurred by then.
  var asOf: Timestamp?
  /// Only what was recorded by then; implies as-of then.
  var knownAt: Timestamp?
  /// Only what stands in the journal before this place.
  var before: Int64?

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
  private var merges = MergeMap()

  init(_ journal: Journal, _ limit: ReplayLimit = ReplayLimit()) throws {
    try journal.forEachEvent { row in
      guard row.lead != nil, limit.before.map({ row.seq < $0 }) ?? true else { return }
      let event = try journal.leadEvent(row)
      if let knownAt = limit.knownAt, event.recorded > knownAt { return }
      // A correction has no time in the world: it is known or it is not.
      if !event.fact.isCorrection, event.occurred.milliseconds > limit.occurredBy { return }
      add(Arrival(event: event, seq: row.seq, prev: row.prev))
    }
  }

  /// An event of a lead, and where the journal has it.
  struct Arrival {
    let event: LeadEvent
    let seq: Int64
    let prev: Int64?
  }

  /// - Parameter arrivals: in the order of the journal.
  init(_ arrivals: some Sequence<Arrival>) {
    for arrival in arrivals { add(arrival) }
  }

  private mutating func add(_ arrival: Arrival) {
    let event = arrival.event
    before.append(latest[event.lead.rawValue])
    latest[event.lead.rawValue] = events.count
    merges.apply(event)
    events.append(event)
    seqs.append(arrival.seq)
    prevs.append(arrival.prev)
  }

  var eventCount: Int { events.count }

  /// One lead's events in the order of arrival.
  struct LeadEvents {
    let lead: LeadID
    var events: [LeadEvent] = []
    var seqs: [Int64] = []
    /// What each event stores as its predecessor.
    var prevs: [Int64?] = []
    /// The events of the leads that were merged into this one, which count here.
    var absorbed: [LeadEvent] = []
    var absorbedSeqs: [Int64] = []

    var head: Int64 { seqs.last ?? 0 }
    var history: [LeadEvent] { absorbed.isEmpty ? events : events + absorbed }
    var historySeqs: [Int64] { absorbed.isEmpty ? seqs : seqs + absorbedSeqs }
  }

  /// Hands every lead to the body, by number.
  func forEachLead(_ body: (LeadEvents) throws -> Void) throws {
    try latest.forEachElement { last in
      guard last >= 0 else { return }
      try body(collect(events[last].lead))
    }
    // At a time in the past a lead may have been known by another one only, which is it now.
    for carrier in merges.carriers where latest[carrier] < 0 {
      try body(collect(LeadID(rawValue: carrier)))
    }
  }

  private func collect(_ number: LeadID) -> LeadEvents {
    var lead = LeadEvents(lead: number)
    collect(latest[number.rawValue]) { place in
      lead.events.append(events[place])
      lead.seqs.append(seqs[place])
      lead.prevs.append(prevs[place])
    }
    for other in merges.absorbed(by: number.rawValue) {
      collect(latest[other]) { place in
        lead.absorbed.append(events[place])
        lead.absorbedSeqs.append(seqs[place])
      }
    }
    return lead
  }

  /// The places of a lead's events in the order of arrival.
  private func collect(_ last: Int, _ body: (Int) -> Void) {
    var places: [Int] = []
    var place = last
    while place >= 0 {
      places.append(place)
      place = before[place]
    }
    for place in places.reversed() { body(place) }
  }
}
