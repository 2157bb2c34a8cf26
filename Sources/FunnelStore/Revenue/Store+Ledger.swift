import SQLite
public import SharedFunnel

/// Which rows of the ledger a list shows; all conditions hold at once.
public struct LedgerFilter: Sendable {
  /// The day of the purchase lies in it.
  public var period: TargetPeriod?
  /// The lead has the purchase now.
  public var lead: LeadID?
  /// A handle.
  public var member: String?
  public var status: LedgerRow.Status?
  public init() {}
}

/// A row of the ledger, as a list shows it.
public struct LedgerLine: Sendable {
  public let seq: Int64
  public let place: Int
  public let kind: String
  public let lead: LeadID
  public let purchase: String
  public let day: String
  public let period: String
  public let department: String?
  public let member: String?
  public let amount: Money
  public let status: LedgerRow.Status
  public let heldBy: String?
  public let policy: Int64
  public let target: Int64?
  public let base: Money
  public let before: Money
  public let pool: Money
}

extension Store {
  /// Rows of the view that analysts read, the oldest first.
  public func ledger(_ filter: LedgerFilter) throws -> [LedgerLine] {
    try read {
      var conditions = ["TRUE"]
      var values: [Value] = []
      func require(_ condition: String, _ needed: Value...) {
        conditions.append(condition)
        values += needed
      }
      if let period = filter.period {
        require("day >= ? AND day < ?", .text(period.first.iso), .text(period.after.iso))
      }
      if let lead = filter.lead { require("lead = ?", .integer(Int64(lead.rawValue))) }
      if let member = filter.member { require("member = ?", .text(member)) }
      if let status = filter.status { require("status = ?", .text(status.rawValue)) }
      return try connection.query(
        """
        SELECT seq, place, kind, lead, purchase_id, day, period, department, member, amount_minor, currency, status,
          held_by, policy, target, base_minor, revenue_before_minor, pool_minor
        FROM v_ledger
        WHERE \(conditions.joined(separator: " AND "))
        ORDER BY seq, place
        """, values: values
      ) { try LedgerLine($0) }
    }
  }
}

extension LedgerLine {
  fileprivate init(_ row: borrowing Row) throws {
    guard let currency = Currency(code: try row.string(10)), let status = LedgerRow.Status(rawValue: try row.string(11))
    else { throw StoreError.damaged("ledger") }
    seq = try row.int64(0)
    place = try row.int(1)
    kind = try row.string(2)
    lead = LeadID(rawValue: try row.integer(3))
    purchase = try row.string(4)
    day = try row.string(5)
    period = try row.string(6)
    department = try row.optionalString(7)
    member = try row.optionalString(8)
    amount = Money(minor: try row.int64(9), currency: currency)
    self.status = status
    heldBy = try row.optionalString(12)
    policy = try row.int64(13)
    target = try row.optionalInt64(14)
    base = Money(minor: try row.int64(15), currency: currency)
    before = Money(minor: try row.int64(16), currency: currency)
    pool = Money(minor: try row.int64(17), currency: currency)
  }
}
