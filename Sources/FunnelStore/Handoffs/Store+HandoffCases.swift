import SQLite
public import SharedFunnel

extension Store {
  /// The handoffs that a filter lets through, the latest offer first, without crossings that nobody offered unless
  /// they are asked for.
  public func handoffs(_ filter: HandoffFilter, now: Timestamp) throws -> [HandoffCase] {
    try read {
      var conditions: [String] = []
      var values: [Value] = []
      func require(_ condition: String, _ value: Value...) {
        conditions.append(condition)
        values += value
      }
      if let wanted = filter.outcome {
        require("h.outcome IN (?, 1)", .integer(Int64(wanted.rawValue)))
      } else {
        conditions.append("h.outcome <> 6")
      }
      if let giver = filter.giver { require("h.giver & ? <> 0", .integer(Int64(giver.rawValue))) }
      if let receiver = filter.receiver { require("h.receiver & ? <> 0", .integer(Int64(receiver.rawValue))) }
      if let lead = filter.lead { require("h.lead = ?", .integer(Int64(lead.rawValue))) }
      if let isDisputed = filter.isDisputed { conditions.append("d.lead IS \(isDisputed ? "NOT " : "")NULL") }
      if let isOpen = filter.hasOpenDispute {
        conditions.append("d.lead IS NOT NULL AND d.ruling IS \(isOpen ? "" : "NOT ")NULL")
      }
      // What silence settled is decided by the domain's rule, so the limit applies behind it.
      let limit = filter.outcome == nil ? filter.limit.map { "LIMIT \($0)" } ?? "" : ""
      var found: [(lead: LeadID, ordinal: Int)] = []
      try connection.forEach(
        """
        SELECT h.lead, h.ordinal, h.outcome, h.due, h.lost, h.silence_accepts
        FROM handoff AS h
        LEFT JOIN dispute AS d ON d.lead = h.lead AND d.ordinal = h.ordinal
        WHERE \(conditions.joined(separator: " AND "))
        ORDER BY h.offered DESC, h.lead, h.ordinal \(limit)
        """, values: values
      ) { row in
        if let wanted = filter.outcome {
          guard try Store.outcome(row, asOf: now) == wanted, found.count < filter.limit ?? .max else { return }
        }
        found.append((LeadID(rawValue: try row.integer(0)), try row.int(1)))
      }
      return try cases(found)
    }
  }

  /// The outcome of a row whose columns from the third on are outcome, due, lost and silence.
  private static func outcome(_ row: borrowing Row, asOf now: Timestamp) throws -> HandoffOutcome? {
    func time(_ column: Int, _ row: borrowing Row) throws -> Timestamp? {
      try row.optionalInt64(column).map(Timestamp.init(milliseconds:))
    }
    guard let recorded = HandoffOutcome(rawValue: UInt8(clamping: try row.int64(2))) else { return nil }
    return .asOf(
      now, recorded: recorded, due: try time(3, row), lost: try time(4, row),
      silence: try row.int64(5) == 1 ? .accepted : .expired)
  }

  /// Every handoff of a lead, oldest first.
  public func handoffs(of lead: LeadID) throws -> [HandoffCase] {
    try read {
      let count = try journey(lead).handoffs.count
      return try cases((0..<count).map { (lead, $0) })
    }
  }

  func cases(_ places: [(lead: LeadID, ordinal: Int)]) throws -> [HandoffCase] {
    var byLead: [LeadID: [HandoffCase]] = [:]
    for lead in Set(places.map(\.lead)) { byLead[lead] = try cases(of: lead) }
    return places.compactMap { place in
      byLead[place.lead].flatMap { $0.indices.contains(place.ordinal) ? $0[place.ordinal] : nil }
    }
  }

  private func cases(of lead: LeadID) throws -> [HandoffCase] {
    guard let row = try leads([lead]).first else { throw StoreError.noSuchLead(lead.text) }
    let rows = try rows(of: lead)
    let journey = Journey.fold(try rows.map(journal.leadEvent), of: lead, under: workspace.ownership)
    let voided = Set(rows.compactMap { $0.kind == .voided ? $0.target : nil })
    let live = rows.filter { !voided.contains($0.id) }
    let touches = live.filter { $0.kind == .touched }.map(\.occurred)
    func said(_ field: PersonalField, _ kinds: Set<EventKind>, about offer: EventID) throws -> String? {
      for row in live where kinds.contains(row.kind) && (row.target ?? row.id) == offer {
        if let text = try personal.values(of: row.seq)[field] { return text }
      }
      return nil
    }
    var offers = 0
    return try journey.handoffs.enumerated().map { ordinal, handoff in
      if handoff.outcome != .unrecorded { offers += 1 }
      let offer = handoff.offer
      return HandoffCase(
        lead: row, ordinal: ordinal, handoff: handoff, reason: try terms.text(.reason, handoff.reason),
        cause: try handoff.dispute.flatMap { try terms.text(.reason, $0.cause) },
        why: try said(.note, [.offered], about: offer), evidence: try said(.evidence, [.offered], about: offer),
        override: try said(.override, [.offered], about: offer),
        answerNote: try said(.note, [.accepted, .rejected, .withdrawn], about: offer),
        returnNote: try said(.note, [.returned], about: offer),
        disputeNote: try said(.note, [.disputed], about: offer),
        disputeEvidence: try said(.evidence, [.disputed], about: offer),
        rulingNote: try said(.note, [.ruled, .voted], about: offer),
        path: journey.visits.filter { $0.entered <= handoff.offered }.map { ($0.stage, $0.entered) },
        touches: touches.count { $0 <= handoff.offered.milliseconds }, attempt: offers)
    }
  }
}
