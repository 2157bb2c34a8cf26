import SQLite
import SharedFunnel

extension Store {
  /// Every dispute as the projection has it, by lead and handoff.
  func disputeCases() throws -> [DisputeCase] {
    try connection.query(
      """
      SELECT d.lead, d.ordinal, d.subject, d.opened, d.opened_by, d.cause, d.ruling, d.ruled, d.ruled_by, h.line_from,
        h.line_to, h.giver, h.receiver, h.offered, h.reason, l.source, l.campaign, l.segment, l.owner
      FROM dispute AS d
      JOIN handoff AS h ON h.lead = d.lead AND h.ordinal = d.ordinal
      JOIN lead AS l ON l.number = d.lead
      ORDER BY d.lead, d.ordinal
      """
    ) { try DisputeCase($0) }
  }
}

extension DisputeCase {
  fileprivate init(_ row: borrowing Row) throws {
    guard let subject = Dispute.Subject(rawValue: try row.integer(2)), let from = Stage(number: try row.int(9)),
      let to = Stage(number: try row.int(10))
    else { throw StoreError.damaged(StoreMessages.noRecord(["what": "dispute"])) }
    self.init(
      lead: LeadID(rawValue: try row.integer(0)), ordinal: try row.int(1), subject: subject,
      opened: Timestamp(milliseconds: try row.int64(3)), line: HandoffLine(from: from, to: to),
      giver: DepartmentSet(rawValue: try row.integer(11)), receiver: DepartmentSet(rawValue: try row.integer(12)),
      offered: Timestamp(milliseconds: try row.int64(13)))
    openedBy = MemberID(column: try row.optionalInt64(4))
    cause = TermID(column: try row.optionalInt64(5))
    ruling = try row.optionalInt64(6).flatMap { Ruling(rawValue: UInt8(clamping: $0)) }
    ruled = try row.optionalInt64(7).map(Timestamp.init(milliseconds:))
    ruledBy = MemberID(column: try row.optionalInt64(8))
    reason = TermID(column: try row.optionalInt64(14))
    source = TermID(column: try row.optionalInt64(15))
    campaign = TermID(column: try row.optionalInt64(16))
    segment = TermID(column: try row.optionalInt64(17))
    owner = MemberID(column: try row.optionalInt64(18))
  }
}

extension TermID {
  /// NULL is no word.
  fileprivate init(column: Int64?) { self = column.map { TermID(rawValue: UInt32(clamping: $0)) } ?? .none }
}

extension MemberID {
  fileprivate init?(column: Int64?) {
    guard let column else { return nil }
    self.init(rawValue: UInt32(clamping: column))
  }
}
