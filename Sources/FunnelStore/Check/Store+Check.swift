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
      report.findings += try references()
      try compareProjection(&report, onProgress)
      report.findings += try owners()
      report.findings += try countsAgainstLists(now: now)
      return report
    }
  }

  private func integrity() throws -> [CheckFinding] {
    let problems = try connection.query("PRAGMA integrity_check(20)") { try $0.string(0) }.filter { $0 != "ok" }
    let foreign = try connection.query("PRAGMA foreign_key_check") {
      StoreMessages.danglingRow(["table": try $0.string(0), "row": String(try $0.optionalInt64(1) ?? 0)])
    }
    return (problems + foreign).map { CheckFinding("integrity", $0) }
  }

  /// What SQLite does not check for us: see migrations/0001_journal.sql.
  private func references() throws -> [CheckFinding] {
    var findings: [CheckFinding] = []
    try connection.forEach(
      "SELECT seq, command FROM event WHERE command NOT IN (SELECT number FROM command) LIMIT 20"
    ) { row in
      findings.append(
        CheckFinding("references", StoreMessages.damagedCommand(["command": String(try row.int64(1))])))
    }
    for (column, kind) in [("source", TermKind.source), ("campaign", .campaign), ("segment", .segment)] {
      try connection.forEach(
        """
        SELECT seq FROM event WHERE \(column) > 0 AND \(column) NOT IN (SELECT id FROM term WHERE kind = ?) LIMIT 20
        """, .integer(Int64(kind.rawValue))
      ) { row in
        findings.append(
          CheckFinding(
            "references", StoreMessages.unknownTerm(["seq": String(try row.int64(0)), "column": column])))
      }
    }
    return findings
  }

  /// Every stage has an owner at all times.
  private func owners() throws -> [CheckFinding] {
    workspace.ownership.assignments.filter { $0.owners.isEmpty }.map {
      CheckFinding("owners", StoreMessages.ownerless(["stage": $0.stage.key]))
    }
  }
}
