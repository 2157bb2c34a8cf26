import SQLite
import SharedFunnel

extension Store {
  /// What the lead has of what agreements ask for.
  func evidence(of lead: LeadID, _ journey: Journey) throws -> LeadEvidence {
    var evidence = evidence(
      contact: try connection.first(
        "SELECT name, email, phone, company FROM lead WHERE number = ?", .integer(Int64(lead.rawValue))
      ) { row in
        Contact(
          name: try row.optionalString(0), email: try row.optionalString(1), phone: try row.optionalString(2),
          company: try row.optionalString(3))
      } ?? Contact())
    if journey.source != .none { evidence.fields.insert(.source) }
    if journey.campaign != .none { evidence.fields.insert(.campaign) }
    if journey.segment != .none { evidence.fields.insert(.segment) }
    if journey.owner != nil { evidence.fields.insert(.owner) }
    if journey.valuation?.amount != nil { evidence.fields.insert(.value) }
    evidence.tags = Set(try journey.tags.compactMap { try terms.text(.tag, $0) })
    evidence.touches = journey.touches
    evidence.score = journey.score
    evidence.segment = try terms.text(.segment, journey.segment)
    return evidence
  }

  func evidence(contact: Contact) -> LeadEvidence {
    var evidence = LeadEvidence()
    let fields: [(ReadinessCriterion.Field, String?)] = [
      (.name, contact.name), (.email, contact.email), (.phone, contact.phone), (.company, contact.company),
    ]
    for (field, value) in fields where value?.isEmpty == false { evidence.fields.insert(field) }
    return evidence
  }
}

extension LeadCommand {
  /// Whether what it does depends on how ready the lead is.
  var asksForEvidence: Bool {
    switch self {
    case .offer: true
    case .move(_, let acceptedBy), .purchase(_, _, let acceptedBy): acceptedBy != nil
    default: false
    }
  }
}
