import SQLite
public import SharedFunnel

extension Store {
  /// Proves the invariants on this file, and says where they do not hold. Writes nothing.
  ///
  /// - Parameter onProgress: told how many leads were compared.
  public func check(now: Timestamp, onProgress: (Int) throws -> Void = { _ in }) throws -> CheckReport {
    try read {
      var report = CheckReport()
      report.findings += try integrity()
      // What SQLite itself finds broken cannot be read any further with sense.
      guard report.findings.isEmpty else { return report }
      report.findings += try schema()
      report.findings += try references()
      do {
        try compareProjection(&report, onProgress)
        try proveLedger(&report, now: now)
      } catch StoreError.damaged(let event) {
        // An event that cannot be read leaves nothing to compare with.
        report.findings.append(CheckFinding("journal", event))
        return report
      }
      report.findings += try owners()
      report.findings += try countsAgainstLists(now: now)
      return report
    }
  }

  private func integrity() throws -> [CheckFinding] {
    var problems: [String] = []
    do {
      try connection.forEach("PRAGMA integrity_check(20)") { problems.append(try $0.string(0)) }
      problems.removeAll { $0 == "ok" }
    } catch let error as SQLiteError where error.isCorrupt {
      // SQLite says what it found, and then that it cannot go on.
      return (problems.isEmpty ? [error.message] : problems).map { CheckFinding("integrity", $0) }
    }
    let foreign = try connection.query("PRAGMA foreign_key_check") {
      StoreMessages.danglingRow(["table": try $0.string(0), "row": String(try $0.optionalInt64(1) ?? 0)])
    }
    return (problems + foreign).map { CheckFinding("integrity", $0) }
  }

  /// Every stage has an owner at all times.
  private func owners() throws -> [CheckFinding] {
    workspace.ownership.assignments.filter { $0.owners.isEmpty }.map {
      CheckFinding("owners", StoreMessages.ownerless(["stage": $0.stage.key]))
    }
  }
}
