import SQLite
import SharedFunnel

/// Erased values outside the table of personal data.
extension Store {
  /// Writes over the words in which a person is told: sources, campaigns, segments, tags, channels, products, and reasons
  /// that are not in the catalogue. What they were attached to stays, under a word that says no more than that.
  ///
  /// A name stays where other leads have the word too, for many a lead is called 'Web Form'.
  ///
  /// - Parameter leads: those of the person.
  /// - Returns: how many words those were, and which others may tell the person and stay.
  func eraseWords(telling traces: PersonalTraces, of leads: [LeadID]) throws -> (count: Int, kept: [String]) {
    let catalogue = Set(workspace.reasons.map(\.key))
    var count = 0
    var kept: Set<String> = []
    for kind in TermKind.allCases {
      for (number, text) in try terms.all(kind).enumerated() where !text.isEmpty {
        guard let finding = traces.finding(in: text) else { continue }
        let isFixed = kind == .feed || kind == .reason && catalogue.contains(text)
        let isTheirs =
          switch finding {
          case .mark: true
          case .name: try !isUsed(kind, number, besides: leads)
          case .vague: false
          }
        if isTheirs, !isFixed {
          try terms.erase(kind, TermID(rawValue: UInt32(number)))
          count += 1
        } else {
          kept.insert(text)
        }
      }
    }
    return (count, kept.sorted())
  }

  /// Whether other leads have a word. No index leads from words to events, so all of them are looked through.
  private func isUsed(_ kind: TermKind, _ number: Int, besides leads: [LeadID]) throws -> Bool {
    let condition =
      switch kind {
      case .source: "source = ?"
      case .campaign: "campaign = ?"
      case .segment: "segment = ?"
      case .tag, .reason, .channel, .feed, .product: "term = ? AND kind IN (\(EventKind.numbers(of: kind)))"
      }
    let others = leads.map(\.text).joined(separator: ", ")
    return try connection.first(
      "SELECT 1 FROM event WHERE \(condition) AND lead NOT IN (\(others)) LIMIT 1", .integer(Int64(number))
    ) { _ in true } ?? false
  }

  /// Leads of which something tells the person still, such as an address that two share, or a remark.
  func leadsTelling(_ traces: PersonalTraces) throws -> [LeadID] {
    var leads: Set<LeadID> = []
    func look(_ text: String, _ lead: LeadID) {
      guard !leads.contains(lead), let finding = traces.finding(in: text), finding != .vague else { return }
      leads.insert(lead)
    }
    try connection.forEach("SELECT value, lead FROM personal JOIN event USING (seq) WHERE lead IS NOT NULL") { row in
      look(try row.string(0), LeadID(rawValue: try row.integer(1)))
    }
    try connection.forEach("SELECT key, lead FROM lead_key") { row in
      look(try row.string(0), LeadID(rawValue: try row.integer(1)))
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

extension EventKind {
  /// The kinds of event whose word is of this dictionary, for a list in SQL.
  fileprivate static func numbers(of kind: TermKind) -> String {
    allCases.filter { $0.wordKind == kind }.map { String($0.rawValue) }.joined(separator: ", ")
  }
}
