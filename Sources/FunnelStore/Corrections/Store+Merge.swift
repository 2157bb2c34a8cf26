import SQLite
public import SharedFunnel

extension Store {
  /// Says of leads that they are the other one: its page, its counts and its lists have their history from
  /// then on. All or, if one refuses, none.
  ///
  /// - Returns: the lead that carries the history.
  public func merge(_ leads: [LeadID], into named: LeadID, reason: String?, _ act: Act) throws -> LeadID {
    try recordUnlessDry(act) { draft in
      let target = try carrier(of: named)
      for lead in try leads.map(carrier) {
        let history = try events(of: lead)
        let journey = Journey.fold(history, of: lead, under: workspace.ownership)
        let other = try self.journey(target)
        try refusing { () throws(Refusal) in
          try Authority.requireCorrector(act.actor, of: other, under: workspace.ownership, at: act.context.now)
          try Journey.requireMergeable(journey, into: other)
        }
        try append(
          [draft.event(.merged(into: target), lead: lead, occurred: act.context.now)], to: lead,
          prev: try head(of: lead), personal: reason.map { [(.note, $0)] } ?? [], keys: [], draft)
      }
      return target
    } ?? carrier(of: named)
  }

  /// Gives leads that were merged back as they were.
  ///
  /// - Returns: the leads, and those that carried their history.
  public func unmerge(_ leads: [LeadID], _ act: Act) throws -> [LeadID] {
    try recordUnlessDry(act) { draft in
      let rows = try leads.flatMap { lead in
        let chain = try journal.chain(from: try head(of: lead))
        let voided = Set(chain.compactMap { $0.kind == .voided ? $0.target : nil })
        // Two copies of a file can bring two merges of one lead.
        let merges = chain.filter { $0.kind == .merged && !voided.contains($0.id) }
        guard !merges.isEmpty else {
          throw StoreError.refused(.notMerged(lead, others: try self.leads(mergedInto: lead)))
        }
        return merges
      }
      for lead in leads {
        let other = try self.journey(try carrier(of: lead))
        try refusing { () throws(Refusal) in
          try Authority.requireCorrector(act.actor, of: other, under: workspace.ownership, at: act.context.now)
        }
      }
      return try unmerge(rows, act, draft)
    } ?? leads
  }

  private func leads(mergedInto lead: LeadID) throws -> [LeadID] {
    try connection.query(
      "SELECT number FROM lead WHERE merged_into = ? ORDER BY number", .integer(Int64(lead.rawValue))
    ) { LeadID(rawValue: try $0.integer(0)) }
  }

  /// Voids merges, unless what was recorded since builds on one.
  func unmerge(_ merges: [EventRow], _ act: Act, _ draft: Draft) throws -> [LeadID] {
    var changed: Set<LeadID> = []
    for row in merges {
      let lead = try journal.leadEvent(row).lead
      let carrier = try carrier(of: lead)
      let before = try events(of: carrier)
      try append(
        [draft.event(.voided(row.id), lead: lead, occurred: act.context.now)], to: lead, prev: try head(of: lead),
        personal: [], keys: [], draft)
      // The lead has its own history again, so the one that carried it is written anew.
      try refold(carrier)
      for part in [carrier, lead] {
        let rows = try rows(of: part)
        let old = try rows.filter { $0.seq < row.seq }.map(journal.leadEvent)
        let after = try rows.map(journal.leadEvent)
        try refusing { () throws(Refusal) in
          try Journey.admit(correcting: before, old, to: after, under: workspace.ownership)
        }
        changed.insert(part)
      }
    }
    return changed.sorted()
  }
}
