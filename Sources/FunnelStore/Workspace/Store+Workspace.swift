import SQLite
public import SharedFunnel

/// Members, stages and reasons: what the workspace itself records.
extension Store {
  /// Adds a member and returns the number; `nil` if the command was recorded before.
  ///
  /// Needs no acting member, since the first one has nobody to be added by.
  @discardableResult
  public func addMember(
    handle: String, name: String?, departments: DepartmentSet, heads: DepartmentSet, by actor: Actor,
    _ context: CommandContext
  ) throws -> MemberID? {
    try record(context, as: actor) { draft in
      guard Roster.isValid(handle: handle) else { throw StoreError.refused(.badHandle(handle)) }
      guard workspace.roster.member(handle: handle) == nil else { throw StoreError.refused(.handleTaken(handle)) }
      guard heads.isSubset(of: departments) else {
        throw StoreError.refused(.notOfTheDepartment(member: handle, heads.subtracting(departments)))
      }
      let id = workspace.roster.nextID
      let seq = try draft.append(
        .memberAdded(MemberAddition(number: id, handle: handle, departments: departments, heads: heads)))
      if let name { try personal.set(.name, name, of: seq) }
      return id
    }
  }

  public func deactivateMember(_ handle: String, by actor: Actor, _ context: CommandContext) throws {
    try record(context, as: actor) { draft in
      let member = try member(handle)
      guard member.isActive else { throw StoreError.refused(.inactiveMember(handle)) }
      try draft.append(.memberDeactivated(MemberReference(number: member.id)))
    }
  }

  /// Members with their names, in the order of their numbers.
  public func memberNames() throws -> [MemberID: String] {
    try read {
      var names: [MemberID: String] = [:]
      for row in try journal.workspaceEvents() where row.kind == .memberAdded {
        guard case .memberAdded(let addition) = try row.workspaceFact() else { continue }
        names[addition.number] = try personal.values(of: row.seq)[.name]
      }
      return names
    }
  }

  /// Gives a stage to departments from a time on. Leads are folded anew, for a crossing is judged by
  /// the owners of its own time.
  public func assign(_ assignment: StageAssignment, _ act: Act) throws {
    _ = try recordUnlessDry(act) { draft in
      guard !assignment.owners.isEmpty else { throw StoreError.refused(.noOwner(assignment.stage)) }
      if let responsible = assignment.responsible, let member = workspace.roster[responsible],
        member.departments.isDisjoint(with: assignment.owners)
      {
        throw StoreError.refused(.notOfTheDepartment(member: member.handle, assignment.owners))
      }
      let before = workspace.ownership
      try draft.append(.stageAssigned(StageOwners(assignment)))
      if workspace.ownership.differsInLines(from: before) { try rebuildProjection(onProgress: { _ in }) }
    }
  }

  public func addReason(_ reason: Reason, _ act: Act) throws {
    _ = try recordUnlessDry(act) { draft in
      guard Reason.isValid(key: reason.key) else { throw StoreError.refused(.badKey(reason.key)) }
      guard workspace.reason(key: reason.key, for: reason.kind.use) == nil else {
        throw StoreError.refused(.reasonExists(reason.key))
      }
      try draft.append(.reasonAdded(reason))
    }
  }

  public func migrations() throws -> [MigrationStatus] {
    try read { try Schema(connection: connection, path: path).status() }
  }

  /// The same for a file that may be older than this program, and stays so.
  public static func migrations(path: String) throws -> [MigrationStatus] {
    try StoreError.wrapping(path) {
      guard fileExists(path) else { throw StoreError.noFile(path: path) }
      let schema = Schema(connection: try Connection(path: path, access: .readOnly), path: path)
      _ = try schema.verify()
      return try schema.status()
    }
  }
}
