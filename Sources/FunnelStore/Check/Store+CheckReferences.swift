import SQLite
import SharedFunnel

/// What the journal's columns point to is there. SQLite does not check it for us: see
/// migrations/0001_journal.sql.
extension Store {
  func references() throws -> [CheckFinding] {
    try missingCommands() + missingTerms() + missingMembers() + missingLeads() + erasedLeads() + repeatedIDs()
  }

  /// At most so many findings of one kind; a file that is damaged throughout need not be listed whole.
  private static let limit = 20

  /// Of an erased lead nothing personal is left.
  private func erasedLeads() throws -> [CheckFinding] {
    try connection.query(
      """
      SELECT number
      FROM lead
      WHERE erased IS NOT NULL
        AND (number IN (SELECT lead FROM lead_key)
          OR number IN (SELECT lead FROM personal JOIN event USING (seq) WHERE lead IS NOT NULL))
      LIMIT \(Store.limit)
      """
    ) { CheckFinding("erasure", StoreMessages.notErased(["lead": String(try $0.int64(0))])) }
  }

  /// An id names one event.
  private func repeatedIDs() throws -> [CheckFinding] {
    try connection.query("SELECT max(seq) FROM event GROUP BY id HAVING count(*) > 1 LIMIT \(Store.limit)") {
      CheckFinding("references", StoreMessages.repeatedID(["seq": String(try $0.int64(0))]))
    }
  }

  private func missingCommands() throws -> [CheckFinding] {
    try connection.query(
      """
      SELECT DISTINCT command FROM event
      WHERE command NOT IN (SELECT number FROM command)
      LIMIT \(Store.limit)
      """
    ) { CheckFinding("references", StoreMessages.damagedCommand(["command": String(try $0.int64(0))])) }
  }

  private func missingTerms() throws -> [CheckFinding] {
    let words = EventKind.allCases.compactMap { kind in
      kind.wordKind.map { ("term", $0, "kind = \(kind.rawValue)") }
    }
    let columns: [(column: String, kind: TermKind, condition: String)] =
      [("source", .source, "TRUE"), ("campaign", .campaign, "TRUE"), ("segment", .segment, "TRUE")] + words
    var findings = try columns.flatMap { column, kind, condition in
      try connection.query(
        """
        SELECT seq FROM event
        WHERE \(column) > 0
          AND \(condition)
          AND \(column) NOT IN (SELECT id FROM term WHERE kind = ?)
        LIMIT \(Store.limit)
        """, .integer(Int64(kind.rawValue))
      ) {
        CheckFinding(
          "references", StoreMessages.unknownTerm(["seq": String(try $0.int64(0)), "column": column]))
      }
    }
    findings += try connection.query(
      """
      SELECT number FROM command
      WHERE feed IS NOT NULL
        AND feed NOT IN (SELECT id FROM term WHERE kind = ?)
      LIMIT \(Store.limit)
      """, .integer(Int64(TermKind.feed.rawValue))
    ) { CheckFinding("references", StoreMessages.unknownActor(["command": String(try $0.int64(0))])) }
    return findings
  }

  private func missingMembers() throws -> [CheckFinding] {
    // Few, and numbers only.
    let known = workspace.roster.members.map { String($0.id.rawValue) }.joined(separator: ", ")
    let events = try connection.query(
      "SELECT seq FROM event WHERE member IS NOT NULL AND member NOT IN (\(known)) LIMIT \(Store.limit)"
    ) {
      CheckFinding("references", StoreMessages.unknownTerm(["seq": String(try $0.int64(0)), "column": "member"]))
    }
    let commands = try connection.query(
      "SELECT number FROM command WHERE member IS NOT NULL AND member NOT IN (\(known)) LIMIT \(Store.limit)"
    ) { CheckFinding("references", StoreMessages.unknownActor(["command": String(try $0.int64(0))])) }
    return events + commands
  }

  private func missingLeads() throws -> [CheckFinding] {
    try connection.query(
      """
      SELECT key FROM lead_key
      WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.seq = lead_key.seq AND event.lead = lead_key.lead)
      LIMIT \(Store.limit)
      """
    ) { CheckFinding("references", StoreMessages.unknownLead(["key": try $0.string(0)])) }
  }
}
