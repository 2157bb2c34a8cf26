import SharedFunnel

extension Store {
  /// Makes the projection anew from the journal, in one transaction.
  ///
  /// - Returns: how many events were replayed.
  @discardableResult
  public func rebuild(onProgress: (Int) throws -> Void) throws -> Int {
    try write { try rebuildProjection(onProgress: onProgress) }
  }

  @discardableResult
  func rebuildProjection(onProgress: (Int) throws -> Void) throws -> Int {
    try projection.clear()
    let replay = try Replay(journal)
    var done = 0
    try replay.forEachLead { lead in
      let journey = Journey.fold(lead.events, under: workspace.ownership)
      try projection.write(
        journey, contact: try contact(of: lead.events, seqs: lead.seqs), lastEvent: lead.head, isNew: true)
      done += lead.events.count
      try onProgress(done)
    }
    return replay.eventCount
  }

  /// The contact as the latest live event of each field says.
  func contact(of events: [LeadEvent], seqs: [Int64]) throws -> Contact {
    var contact = Contact()
    let bearers = Journey.live(events).filter { $0.fact.kind == .created || $0.fact.kind == .edited }
    for event in bearers {
      guard let place = events.firstIndex(where: { $0.id == event.id }) else { continue }
      contact.apply(try personal.values(of: seqs[place]))
    }
    return contact
  }
}
