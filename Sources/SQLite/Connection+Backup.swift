extension Connection {
  /// Copies the database to another file while others read and write this one. The copy is the one
  /// state that the database had when the copying began, is a single file without a log, and
  /// appears at `path` whole or not at all.
  ///
  /// Meanwhile the log of this database grows with what others write.
  ///
  /// - Parameters:
  ///   - overwriting: whether a file at `path` is replaced; otherwise it is refused.
  ///   - pagesPerStep: how many pages are copied between two calls of `progress`.
  ///   - progress: told how many pages are left of how many. It must not use this connection; an
  ///     error that it throws ends the backup.
  /// - Throws: can't-open if `path` is taken, or if the log of another database lies beside it; misuse
  ///   within a transaction; else what SQLite or the system refused. `path` is then as it was.
  public func backup(
    to path: String, overwriting: Bool = false, pagesPerStep: Int = 1000,
    progress: (_ remaining: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws {
    let target = try BackupTarget(path, overwriting: overwriting)
    do {
      try copy(to: target.temporary, pagesPerStep: pagesPerStep, progress)
      try target.publish()
    } catch {
      target.discard()
      throw error
    }
  }
}
