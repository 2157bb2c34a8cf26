import SQLite
import SharedFunnel

extension Store {
  /// Makes the projection anew from the journal, in one transaction.
  ///
  /// - Returns: how many events were replayed.
  @discardableResult
  public func rebuild(onProgress: (Int) throws -> Void) throws -> Int {
    try write {
      try rates.rebuild(journal)
      try ledger.rebuild(journal)
      return try rebuildProjection(onProgress: onProgress)
    }
  }

  @discardableResult
  func rebuildProjection(onProgress: (Int) throws -> Void) throws -> Int {
    try projection.clear()
    try connection.forEach(
      "SELECT data, lead FROM event WHERE kind = ?", .integer(Int64(EventKind.erased.rawValue))
    ) { row in
      try Suppression.keep(try row.optionalString(0), lead: try row.integer(1), connection)
    }
    let replay = try Replay(journal)
    var done = 0
    try replay.forEachLead { lead in
      let journey = Journey.fold(lead.history, of: lead.lead, under: workspace.ownership)
      try projection.write(
        journey, contact: try contact(of: lead.history, seqs: lead.historySeqs, lead.lead), lastEvent: lead.head,
        isNew: true)
      done += lead.events.count
      try onProgress(done)
    }
    return replay.eventCount
  }

  /// The contact as the latest live event of each field says; what leads say that were merged into this one
  /// fills its blanks.
  func contact(of events: [LeadEvent], seqs: [Int64], _ lead: LeadID) throws -> Contact {
    var contact = Contact()
    let live = Journey.live(events).filter { $0.fact.kind == .created || $0.fact.kind == .edited }
    let bearers = live.filter { $0.lead != lead } + live.filter { $0.lead == lead }
    for event in bearers {
      guard let place = events.firstIndex(where: { $0.id == event.id }) else { continue }
      contact.apply(try personal.values(of: seqs[place]))
    }
    return contact
  }
}
