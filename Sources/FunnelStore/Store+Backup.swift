import SQLite
public import SharedFunnel

extension Store {
  /// Copies the whole file while others go on reading and writing. The copy appears whole or not at
  /// all.
  public func backup(
    to target: String, overwriting: Bool, onProgress: (_ remaining: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws {
    guard overwriting || !fileExists(target) else { throw StoreError.fileExists(path: target) }
    guard !isSameFile(path, target) else {
      throw StoreError.input(InputError(file: target, reason: StoreMessages.copyOntoItself()))
    }
    try StoreError.wrapping(target) {
      try connection.backup(to: target, overwriting: overwriting, progress: onProgress)
    }
  }

  /// Notes that a copy was made, so that an erasure can name it.
  public func noteBackup(at target: String, by actor: Actor, _ context: CommandContext) throws {
    try record(context, as: actor) { draft in
      try draft.append(.backedUp(BackupRecord(path: absolutePath(target), at: context.now)))
    }
  }

  /// Puts a backup in place as a workspace, after checking that it is whole.
  ///
  /// - Throws: ``StoreError/fileExists(path:)`` unless overwriting, ``StoreError/damaged(_:)`` for a backup
  ///   that does not pass SQLite's own check.
  public static func restore(from backup: String, to target: String, overwriting: Bool, now: Timestamp) throws {
    guard overwriting || !fileExists(target) else { throw StoreError.fileExists(path: target) }
    guard !isSameFile(backup, target) else {
      throw StoreError.input(InputError(file: target, reason: StoreMessages.copyOntoItself()))
    }
    let source = try Store.open(path: backup, .readOnly, now: now)
    let problems = try source.connection.query("PRAGMA integrity_check(1)") { try $0.string(0) }
    guard problems == ["ok"] else { throw StoreError.damaged(problems.joined(separator: "; ")) }
    if fileExists(target) {
      // What stands in the log of the file to be replaced must not be replayed into its successor.
      try StoreError.wrapping(target) { try Connection(path: target, access: .readWrite).emptyLog() }
    }
    try source.backup(to: target, overwriting: overwriting)
    // A backup is one file without a log; a workspace has one, so that readers never wait.
    try StoreError.wrapping(target) { try Connection(path: target, access: .readWrite).startLog() }
  }
}
