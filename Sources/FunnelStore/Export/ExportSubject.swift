/// What can be exported: the journal, or a row each of what it amounts to.
public enum ExportSubject: String, Sendable, CaseIterable {
  case events, leads, visits, handoffs, purchases, ledger

  /// The columns in their order, with the names that docs/tables.md gives them.
  public var columns: [ExportColumn] {
    switch self {
    case .events: EventColumn.allCases.map { ExportColumn($0.rawValue, $0.kind) }
    case .leads: ExportColumn.leads
    case .visits: ExportColumn.visits
    case .handoffs: ExportColumn.handoffs
    case .purchases: ExportColumn.purchases
    case .ledger: ExportColumn.ledger
    }
  }
}

extension ExportSubject {
  /// The last column of a file of events in which texts are as they are: it is empty, and says that nothing is to be
  /// restored when the file is read back.
  public static let rawMark = "raw"
}

/// A column of an export.
public struct ExportColumn: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case text, integer, time
    /// A decimal number; the column named here has its currency.
    case amount(currency: String)
  }

  public let name: String
  public let kind: Kind

  init(_ name: String, _ kind: Kind = .text) {
    self.name = name
    self.kind = kind
  }
}

extension ExportColumn {
  static let leads = [
    ExportColumn("lead", .integer), ExportColumn("name"), ExportColumn("email"), ExportColumn("phone"),
    ExportColumn("company"), ExportColumn("status"), ExportColumn("merged_into", .integer),
    ExportColumn("stage_number", .integer), ExportColumn("stage"),
    ExportColumn("entry_stage"), ExportColumn("furthest_stage"), ExportColumn("source"), ExportColumn("campaign"),
    ExportColumn("segment"), ExportColumn("owner"), ExportColumn("created_at", .time),
    ExportColumn("stage_since_at", .time), ExportColumn("lost_at", .time), ExportColumn("lost_reason"),
    ExportColumn("expected", .amount(currency: "expected_currency")), ExportColumn("expected_currency"),
    ExportColumn("expected_close_at", .time), ExportColumn("touches", .integer), ExportColumn("last_touch_at", .time),
    ExportColumn("score", .integer), ExportColumn("referred_by", .integer), ExportColumn("erased_at", .time),
    ExportColumn("flags"),
  ]
  static let visits = [
    ExportColumn("lead", .integer), ExportColumn("ordinal", .integer), ExportColumn("stage_number", .integer),
    ExportColumn("stage"), ExportColumn("entered_at", .time), ExportColumn("left_at", .time), ExportColumn("exit"),
    ExportColumn("seconds", .integer),
  ]
  static let handoffs = [
    ExportColumn("lead", .integer), ExportColumn("ordinal", .integer), ExportColumn("from_stage"),
    ExportColumn("to_stage"), ExportColumn("giver"), ExportColumn("receiver"), ExportColumn("member"),
    ExportColumn("offered_by"), ExportColumn("offered_at", .time), ExportColumn("due_at", .time),
    ExportColumn("outcome"), ExportColumn("answered_at", .time), ExportColumn("answered_by"), ExportColumn("reason"),
    ExportColumn("answer_seconds", .integer), ExportColumn("line_from"), ExportColumn("line_to"),
    ExportColumn("agreement", .integer), ExportColumn("silence_accepts", .integer),
    ExportColumn("is_overridden", .integer), ExportColumn("is_referral", .integer),
    ExportColumn("is_entered_late", .integer),
    ExportColumn("contact_due_at", .time), ExportColumn("contacted_at", .time), ExportColumn("attempts", .integer),
    ExportColumn("advanced_at", .time), ExportColumn("purchased_at", .time), ExportColumn("returned_at", .time),
    ExportColumn("returned_by"), ExportColumn("lost_at", .time), ExportColumn("disputable_until_at", .time),
    ExportColumn("ruling"),
  ]
  static let purchases = [
    ExportColumn("lead", .integer), ExportColumn("ordinal", .integer), ExportColumn("purchased_at", .time),
    ExportColumn("amount", .amount(currency: "currency")), ExportColumn("currency"),
    ExportColumn("refunded", .amount(currency: "currency")), ExportColumn("net", .amount(currency: "currency")),
    ExportColumn("is_refunded", .integer), ExportColumn("value", .amount(currency: "value_currency")),
    ExportColumn("value_currency"), ExportColumn("rate"), ExportColumn("rate_on"), ExportColumn("product"),
  ]
  static let ledger = [
    ExportColumn("seq", .integer), ExportColumn("place", .integer), ExportColumn("kind"),
    ExportColumn("lead", .integer), ExportColumn("purchase_id"), ExportColumn("day"), ExportColumn("period"),
    ExportColumn("department"), ExportColumn("member"), ExportColumn("amount", .amount(currency: "currency")),
    ExportColumn("currency"), ExportColumn("status"), ExportColumn("held_by"), ExportColumn("policy", .integer),
    ExportColumn("target", .integer), ExportColumn("base", .amount(currency: "currency")),
    ExportColumn("revenue_before", .amount(currency: "currency")),
    ExportColumn("pool", .amount(currency: "currency")), ExportColumn("recorded_at", .time),
    ExportColumn("paid_at", .time),
  ]
}
