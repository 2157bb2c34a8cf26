import SQLite
public import SharedFunnel

/// A saved view, and who saved it when.
public struct SavedViewRow: Sendable, Equatable {
  public let view: SavedView
  /// The handle of a member, `import:NAME`, or the login.
  public let savedBy: String
  public let savedAt: Timestamp
}

extension Store {
  /// Saves a view, in the place of one of the same name.
  public func save(_ view: SavedView, by actor: Actor, _ context: CommandContext) throws {
    try record(context, as: actor) { draft in try draft.append(.viewSaved(view)) }
  }

  /// Removes a view.
  ///
  /// - Throws: ``StoreError/noSuchView(_:known:)``.
  public func removeView(named name: String, by actor: Actor, _ context: CommandContext) throws {
    try record(context, as: actor) { draft in
      guard workspace.savedViews.contains(where: { $0.name == name }) else {
        throw StoreError.noSuchView(name, known: workspace.savedViews.map(\.name))
      }
      try draft.append(.viewRemoved(SavedViewReference(name: name)))
    }
  }

  /// The views by name, as the journal knew them at a time; `nil`: now.
  public func savedViews(knownAt limit: Timestamp? = nil) throws -> [SavedViewRow] {
    try read {
      var rows: [String: SavedViewRow] = [:]
      let events = try journal.workspaceEvents(recordedBy: limit)
      let undone = Set(events.compactMap { $0.kind == .undone ? $0.target : nil })
      for row in events where row.kind == .viewSaved && !undone.contains(row.id) {
        guard case .viewSaved(let view) = try row.workspaceFact() else { continue }
        let command = try journal.command(row.command)
        rows[view.name] = SavedViewRow(
          view: view, savedBy: try name(of: command.actor, login: command.login),
          savedAt: Timestamp(milliseconds: command.recorded))
      }
      // Which of them are there is the workspace's to say.
      return try workspace(knownAt: limit).savedViews.compactMap { rows[$0.name] }
    }
  }
}
