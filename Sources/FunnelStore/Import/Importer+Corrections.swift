import SharedFunnel

/// What a later file takes back.
extension Importer {
  /// Who voided each voided event of a lead.
  func voids(in events: [LeadEvent]) -> [EventID: Actor] {
    var voids: [EventID: Actor] = [:]
    for event in events {
      guard case .voided(let target) = event.fact else { continue }
      // What a person says of an event outweighs what files say.
      if voids[target]?.member == nil { voids[target] = event.actor }
    }
    return voids
  }

  func void(_ event: LeadEvent) throws {
    var hash = SipHash()
    hash.add("voided")
    hash.add(event.id.high)
    hash.add(event.id.low)
    try writer.append(
      LeadEvent(
        id: hash.finish(), lead: event.lead, occurred: context.now, recorded: context.now, actor: .feed(feed),
        fact: .voided(event.id)), command: command)
  }

  /// Voids what an earlier file said in places where the record now says nothing, such as the loss of a deal that
  /// was opened again.
  ///
  /// - Returns: whether there was anything.
  func clear(_ record: MappedRecord, of lead: LeadID) throws -> Bool {
    guard !record.clearedSlots.isEmpty, case .key(let key) = record.identity else { return false }
    let known = try writer.knownEvents(of: lead)
    // Most records of most files are as they were: the rest of the work is for those that have more than this record says.
    guard known.count(where: { $0.actor.feed == feed }) > record.facts.count else { return false }
    let voids = voids(in: known)
    var isChanged = false
    for name in record.clearedSlots {
      let slot = slot(named: name, identity: key)
      for event in known where event.id.hasSameSlot(as: slot) && voids[event.id] == nil {
        try void(event)
        isChanged = true
      }
    }
    return isChanged
  }
}
