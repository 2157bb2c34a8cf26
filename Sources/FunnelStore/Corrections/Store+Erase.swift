import SQLite
public import SharedFunnel

/// What an erasure did.
public struct Erasure: Sendable {
  /// The leads whose personal data are gone: those that were named, and those that were merged into them.
  public let leads: [LeadID]
  /// Values that were deleted: names, addresses, keys, remarks.
  public let values: Int
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
      var erased: [LeadID] = []
      for lead in leads {
        let carrier = try carrier(of: lead)
        let journey = try journey(carrier)
        try refusing { () throws(Refusal) in
          try Authority.requireCorrector(act.actor, of: journey, under: workspace.ownership, at: act.context.now)
        }
        let group = [carrier] + (try absorbed(by: carrier).map(\.lead)).sorted()
        for member in group where !erased.contains(member) {
          values += try erase(member, draft, act)
          erased.append(member)
        }
        for member in group.reversed() { try refold(member) }
      }
      return Erasure(leads: erased, values: values, backups: workspace.backups)
    }
    guard let erasure else { return Erasure(leads: leads, values: 0, backups: workspace.backups) }
    if !act.isDryRun { try sweepAway() }
    return erasure
  }

  /// Deletes what stands aside from the events of one lead.
  private func erase(_ lead: LeadID, _ draft: Draft, _ act: Act) throws -> Int {
    let head = try head(of: lead)
    let chain = try journal.chain(from: head)
    var names = try personal.keys(of: lead.rawValue)
    var values = names.count
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

  /// The id of the file's first command: random, and in no export.
  private func suppressionKey() throws -> EventID { try journal.command(1).id }

  /// Writes the file anew without what was deleted, and empties the log: a deleted value can stand in free
  /// space that an earlier change left behind.
  private func sweepAway() throws {
    do {
      try StoreError.wrapping(path) { try connection.rewrite() }
    } catch StoreError.busy {
      throw StoreError.refused(.logInUse)
    }
  }
}
