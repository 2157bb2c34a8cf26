import FunnelStore
import SharedFunnel

/// Leads as people name them: by number, by key of another system, or `-` for a list on standard input.
enum LeadNames {
  /// Each lead once, in the order in which they are named.
  ///
  /// - Returns: nothing if the list on standard input is empty.
  /// - Throws: ``StoreError/noSuchLead(_:)``, or a usage failure where nobody is named.
  static func leads(_ names: [String], in session: Session) throws -> [LeadID] {
    var leads: [LeadID] = []
    var seen: Set<LeadID> = []
    for name in try names.flatMap({ $0 == "-" ? try StandardInput.names() : [$0] }) {
      let lead = try session.store.lead(named: name)
      if seen.insert(lead).inserted { leads.append(lead) }
    }
    // An empty list is a list: a pipeline that finds nothing has nothing to do.
    guard !leads.isEmpty || names.contains("-") else { throw Failure.usage(Message.noLeadNamed()) }
    return leads
  }

  /// Splits `LEAD… VALUE` into its parts, which the parser cannot do since the list stands first.
  static func splitLast(_ words: [String], missing: Message) throws -> (leads: [String], last: String) {
    guard words.count >= 2, let last = words.last else { throw Failure.usage(missing()) }
    return (Array(words.dropLast()), last)
  }
}
