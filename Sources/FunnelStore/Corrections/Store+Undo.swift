import SQLite
public import SharedFunnel

/// A command that was taken back.
public struct UndoneCommand: Sendable {
  /// When the command was recorded.
  public let recorded: Timestamp
  /// What its events were, in their order.
  public let kinds: [EventKind]
  public let leads: [LeadID]
}

extension Store {
  /// Takes back the actor's own last command that still counts. What was undone, and undoing itself, do not
  /// count: a second undo takes back the command before.
  ///
  /// - Throws: ``Refusal`` where later events build on it, or where there is nothing to undo.
  public func undo(_ act: Act) throws -> UndoneCommand? {
    try recordUnlessDry(act) { draft in
      try refusing { () throws(Refusal) in try Authority.requireActive(act.actor) }
      guard let (command, rows) = try lastCommand(of: act.actor.id) else {
        throw StoreError.refused(.nothingToUndo(member: act.actor.handle))
      }
      if let fixed = rows.first(where: { !$0.kind.isUndoable }) { throw StoreError.refused(.cannotUndo(fixed.kind)) }
      // Prices alone were made anew from corrected rates; those that they replaced contradict the rates.
      if rows.allSatisfy({ $0.kind == .priced }) { throw StoreError.refused(.cannotUndo(.priced)) }
      let leads = try undo(rows, act, draft)
      return UndoneCommand(
        recorded: Timestamp(milliseconds: command.recorded), kinds: rows.map(\.kind), leads: leads)
    }
  }

  private func undo(_ rows: [EventRow], _ act: Act, _ draft: Draft) throws -> [LeadID] {
    let merges = rows.filter { $0.kind == .merged }
    var leads = Set(try unmerge(merges, act, draft))
    let facts = rows.filter { $0.lead != nil && $0.kind != .merged }
    leads.formUnion(try void(facts, reason: nil, act, draft, asCorrector: false))
    let ownWorkspace = rows.filter { $0.lead == nil }
    guard !ownWorkspace.isEmpty else { return leads.sorted() }
    let before = workspace.ownership
    for row in ownWorkspace { try draft.append(.undone(row.id)) }
    try loadWorkspace()
    if ownWorkspace.contains(where: { $0.kind == .ratesSet }) { try rates.rebuild(journal) }
    if workspace.ownership.differsInLines(from: before) { try rebuildProjection(onProgress: { _ in }) }
    return leads.sorted()
  }

  /// The member's last command of which something still counts, with what counts of it.
  private func lastCommand(of member: MemberID) throws -> (CommandRow, [EventRow])? {
    let undone = Set(try journal.workspaceEvents().compactMap { $0.kind == .undone ? $0.target : nil })
    // By the time of recording: a command of another copy may have come in later.
    let commands = try connection.query(
      "SELECT number FROM command WHERE member = ? ORDER BY recorded DESC, number DESC",
      .integer(Int64(member.rawValue))
    ) { try $0.int64(0) }
    for command in commands {
      let rows = try events(recordedBy: command).filter { row in try counts(row, undone) }
      if !rows.isEmpty { return (try journal.command(command), rows) }
    }
    return nil
  }

  /// Whether the event was recorded to count, and still does.
  private func counts(_ row: EventRow, _ undone: Set<EventID>) throws -> Bool {
    guard row.kind != .voided, row.kind != .undone, row.kind != .backedUp else { return false }
    guard let lead = row.lead else { return !undone.contains(row.id) }
    return try !journal.chain(from: try head(of: LeadID(rawValue: lead))).contains {
      $0.kind == .voided && $0.target == row.id
    }
  }
}

extension EventKind {
  /// Personal data that are gone do not come back, and who was added stays in the history. What the ledger says is taken
  /// back by rows that say so.
  var isUndoable: Bool {
    switch self {
    case .erased, .memberAdded, .initialized, .imported, .backedUp: false
    case .commissionAccrued, .commissionReversed, .commissionHeld, .commissionReleased, .commissionPaid: false
    default: true
    }
  }
}
