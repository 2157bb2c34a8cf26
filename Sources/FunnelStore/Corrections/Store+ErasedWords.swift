import SQLite
import SharedFunnel

/// Erased values outside the table of personal data.
extension Store {
  /// Writes over the words in which a person is told: sources, campaigns, segments, tags, channels, and reasons that are
  /// not in the catalogue. What they were attached to stays, under a word that says no more than that.
  ///
  /// - Returns: how many words those were, and which others may tell the person and stay.
  func eraseWords(telling traces: PersonalTraces) throws -> (count: Int, kept: [String]) {
    let catalogue = Set(workspace.reasons.map(\.key))
    var count = 0
    var kept: Set<String> = []
    for kind in TermKind.allCases {
      for (number, text) in try terms.all(kind).enumerated() where !text.isEmpty {
        let isFixed = kind == .feed || kind == .reason && catalogue.contains(text)
        if traces.areIn(text), !isFixed {
          try terms.erase(kind, TermID(rawValue: UInt32(number)))
          count += 1
        } else if isFixed ? traces.areIn(text) : traces.mayBeIn(text) {
          kept.insert(text)
        }
      }
    }
    return (count, kept.sorted())
  }

  /// Leads of which something tells the person still, such as an address that two share, or a remark.
  func leadsTelling(_ traces: PersonalTraces) throws -> [LeadID] {
    var leads: Set<LeadID> = []
    try connection.forEach("SELECT value, lead FROM personal JOIN event USING (seq) WHERE lead IS NOT NULL") { row in
      let lead = LeadID(rawValue: try row.integer(1))
      if !leads.contains(lead), traces.areIn(try row.string(0)) { leads.insert(lead) }
    }
    try connection.forEach("SELECT key, lead FROM lead_key") { row in
      if traces.areIn(try row.string(0)) { leads.insert(LeadID(rawValue: try row.integer(1))) }
    }
    return leads.sorted()
  }

  /// What is known of a lead under its events, and its keys.
  func traces(of lead: LeadID, seqs: [Int64]) throws -> [(field: PersonalField?, value: String)] {
    var found = try personal.keys(of: lead.rawValue).map { (field: PersonalField?.none, value: $0) }
    for seq in seqs {
      for (field, value) in try personal.values(of: seq) where !value.isEmpty { found.append((field, value)) }
    }
    return found
  }
}
