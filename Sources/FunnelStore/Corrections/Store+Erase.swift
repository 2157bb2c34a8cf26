import SQLite
public import SharedFunnel

/// What an erasure did.
public struct Erasure: Sendable {
  /// The leads whose personal data are gone: those that were named, and those that were merged into them.
  public let leads: [LeadID]
  /// Values that were deleted: names, addresses, keys, remarks.
  public let values: Int
  /// How many words of the workspace (sources, campaigns, tags …) told the person, and were written over.
  public let wordsErased: Int
  /// Words in which an erased value stands that can mean something else; they stay.
  public let words: [String]
  /// Other leads that have one of the values too, in their own personal data.
  public let others: [LeadID]
  /// Copies that `funnel backup` made before and that the erasure cannot reach.
  public let backups: [BackupRecord]
}

extension Store {
  /// Deletes all personal data of leads for good: names, e-mail, phone, company, remarks and keys of other
  /// systems. What happened stays, so every count does. Imports leave the person out from then on.
  ///
  /// Run again on a lead that was erased, it cleans the file once more.
  public func erase(_ leads: [LeadID], _ act: Act) throws -> Erasure {
    let erasure = try recordUnlessDry(act) { draft in
      var values = 0
      var found: [(field: PersonalField?, value: String)] = []
      var erased: [LeadID] = []
      for lead in leads {
        let carrier = try carrier(of: lead)
        let journey = try journey(carrier)
        try refusing { () throws(Refusal) in
          try Authority.requireCorrector(act.actor, of: journey, under: workspace.ownership, at: act.context.now)
        }
        let group = [carrier] + (try absorbed(by: carrier).map(\.lead)).sorted()
        for member in group where !erased.contains(member) {
          found += try traces(of: member, seqs: journal.chain(from: head(of: member)).map(\.seq))
          values += try erase(member, draft, act)
          erased.append(member)
        }
        for member in group.reversed() { try refold(member) }
      }
      let traces = PersonalTraces(found)
      let words = try eraseWords(telling: traces, of: erased)
      return Erasure(
        leads: erased, values: values, wordsErased: words.count, words: words.kept, others: try leadsTelling(traces),
        backups: workspace.backups)
    }
    guard let erasure else {
      return Erasure(leads: leads, values: 0, wordsErased: 0, words: [], others: [], backups: workspace.backups)
    }
    if !act.isDryRun { try sweepAway() }
    return erasure
  }

  /// Deletes what stands aside from the events of one lead.
  private func erase(_ lead: LeadID, _ draft: Draft, _ act: Act) throws -> Int {
    let head = try head(of: lead)
    let chain = try journal.chain(from: head)
    var names = try personal.keys(of: lead.rawValue)
    var values = names.count + (try removeRemarks(onMergesInto: lead))
    for row in chain {
      let found = try personal.values(of: row.seq)
      values += found.count
      if let email = found[.email], !email.isEmpty { names.append(email) }
      try personal.remove(of: row.seq)
    }
    try personal.removeKeys(of: lead.rawValue)
    let isErased = chain.contains { $0.kind == .erased }
    guard !isErased || !names.isEmpty else { return values }
    let event = draft.event(.erased, lead: lead, occurred: act.context.now)
    let data = try Suppression.json(names, try suppressionKey())
    let seq = try draft.append(event, after: head, data: data)
    try Suppression.keep(data, lead: lead.rawValue, connection)
    try connection.run(
      "UPDATE lead SET last_event = ? WHERE number = ?", .integer(seq), .integer(Int64(lead.rawValue)))
    return values
  }

  /// Remarks on merges of other leads into this one were written about both.
  private func removeRemarks(onMergesInto lead: LeadID) throws -> Int {
    let seqs = try connection.query(
      "SELECT seq FROM event WHERE kind = ? AND other_lead = ?", .integer(Int64(EventKind.merged.rawValue)),
      .integer(Int64(lead.rawValue))
    ) { try $0.int64(0) }
    return try seqs.reduce(0) { count, seq in
      let found = try personal.values(of: seq).count
      try personal.remove(of: seq)
      return count + found
    }
  }

  /// Deletes all that stands aside from events, and the keys of the lead, keeping what an import is to leave out: for an
  /// erasure that comes from another copy of the file.
  func forget(_ lead: LeadID, seqs: [Int64]) throws {
    let found = try traces(of: lead, seqs: seqs)
    let names = found.filter { $0.field == nil || $0.field == .email }.map(\.value)
    for seq in seqs { try personal.remove(of: seq) }
    try personal.removeKeys(of: lead.rawValue)
    _ = try eraseWords(telling: PersonalTraces(found), of: [lead])
    try Suppression.keep(try Suppression.json(names, try suppressionKey()), lead: lead.rawValue, connection)
  }

  /// The id of the file's first command: random, so that hashes of two files tell nothing of each other.
  private func suppressionKey() throws -> EventID { try journal.command(1).id }

  /// Writes the file anew without what was deleted, and empties the log: a deleted value can stand in free
  /// space that an earlier change left behind.
  func sweepAway() throws {
    do {
      try StoreError.wrapping(path) { try connection.rewrite() }
    } catch StoreError.busy {
      throw StoreError.refused(.logInUse)
    }
  }
}
