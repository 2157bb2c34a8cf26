import SQLite
import SharedFunnel

/// The same person in two systems.
extension Importer {
  /// Says of a new lead that it is one that is there already, if a record names the other's key or the e-mail
  /// address is that of exactly one lead of another system. It keeps its own history, so the join can be undone.
  func join(_ lead: LeadID, _ record: MappedRecord, _ key: String) throws {
    guard let (target, isByKey) = try twin(of: lead, record, key) else { return }
    let carrier = writer.carrier(of: target)
    guard carrier != lead else { return }
    try writer.append(
      LeadEvent(
        id: EventID(slot: slot(named: "merged", identity: record.leadKey), content: 0), lead: lead,
        occurred: context.now, recorded: context.now, actor: .feed(feed), fact: .merged(into: carrier)),
      command: command)
    if isByKey { summary.joined.byKey += 1 } else { summary.joined.byEmail += 1 }
  }

  private func twin(
    of lead: LeadID, _ record: MappedRecord, _ key: String
  ) throws -> (lead: LeadID, isByKey: Bool)? {
    if let claimed = try store.personal.lead(otherKey: key), claimed != lead.rawValue {
      return (LeadID(rawValue: claimed), true)
    }
    for other in record.otherKeys {
      if let known = try find(Personal.normalized(other)), known != lead { return (known, true) }
    }
    guard let email = record.email else { return nil }
    let found = try store.connection.query(
      """
      SELECT number
      FROM lead
      WHERE email_key = ?
        AND status IN ('open', 'lost')
        AND NOT EXISTS (SELECT 1 FROM lead_key WHERE lead = number AND is_other = 0 AND substr(key, 1, ?) = ?)
      LIMIT 2
      """, .text(Personal.folded(email: email)), .integer(Int64(mapping.feed.unicodeScalars.count + 1)),
      .text(mapping.feed + ":")
    ) { LeadID(rawValue: try $0.integer(0)) }
    guard found.count < 2 else {
      summary.undecided += 1
      return nil
    }
    return found.first.map { ($0, false) }
  }
}

extension MappedRecord {
  /// The e-mail address that the record gives the lead.
  var email: String? {
    for fact in facts {
      if let value = fact.personal.first(where: { $0.field == .email })?.value, value.contains("@") { return value }
    }
    return nil
  }

  /// All by which a person could be told.
  func names(_ key: String) -> [String] { [key] + otherKeys + (email.map { [$0] } ?? []) }
}
