import SharedFunnel

/// The columns of our own export of events, `generic-long`: everything that the journal and the
/// personal data say, in words, so that it can be read back without a loss.
enum EventColumn: String, CaseIterable {
  case eventID = "event_id"
  case commandID = "command_id"
  case recorded = "recorded_at"
  case actor
  case login
  case lead
  case key
  case kind
  case occurred = "occurred_at"
  case stage
  case member
  case giver
  case receiver
  /// Reason, channel, tag or product, by kind of event.
  case word
  case source
  case campaign
  case segment
  case amount
  case currency
  case until = "until_at"
  case target
  case name
  case email
  case phone
  case company
  case note
  case evidence
  case override
  /// The lead that this one was merged into.
  case mergedInto = "merged_into"
  /// The lead whose referral brought this one.
  case referredBy = "referred_by"
  /// Terms of an offer, a ruling or a score: see docs/tables.md.
  case code
  case data

  var kind: ExportColumn.Kind {
    switch self {
    case .recorded, .occurred, .until: .time
    case .lead, .mergedInto, .referredBy, .code: .integer
    case .amount: .amount(currency: EventColumn.currency.rawValue)
    default: .text
    }
  }

  static let personal: [(field: PersonalField, column: EventColumn)] = [
    (.name, .name), (.email, .email), (.phone, .phone), (.company, .company), (.note, .note),
    (.evidence, .evidence), (.override, .override),
  ]
}

extension EventKind {
  /// The dictionary of the event's word; `nil` for events that have none.
  var wordKind: TermKind? {
    switch self {
    case .touched: .channel
    case .tagged, .untagged: .tag
    case .lost, .rejected, .returned, .disputed: .reason
    case .purchased: .product
    default: nil
    }
  }
}
