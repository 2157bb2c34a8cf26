/// The kind of an event, by its number in the journal and its name everywhere else. Numbers are never
/// used again.
public enum EventKind: UInt8, CaseIterable, Sendable {
  case created = 1
  case entered = 2
  case moved = 3
  case touched = 4
  case noted = 5
  case edited = 6
  case assigned = 7
  case tagged = 8
  case untagged = 9
  case valued = 10
  case offered = 11
  case accepted = 12
  case rejected = 13
  case expired = 14
  case withdrawn = 15
  case lost = 16
  case reopened = 17
  case purchased = 18
  case refunded = 19
  case voided = 20
  case merged = 21
  case erased = 22
  case acceptedBySilence = 23
  case returned = 24
  case disputed = 25
  case voted = 26
  case ruled = 27
  case crossed = 28
  case scored = 29
  case priced = 30

  // Events of the workspace.
  case initialized = 100
  case memberAdded = 101
  case memberDeactivated = 102
  case stageAssigned = 103
  case reasonAdded = 104
  case imported = 105
  case undone = 106
  case viewSaved = 107
  case viewRemoved = 108
  case backedUp = 109
  case agreementDrafted = 111
  case agreementSigned = 112
  case calendarSet = 110
  case targetSet = 113
  case targetSigned = 114
  case fiscalYearSet = 115
  case periodSigned = 116
  case commissionDrafted = 118
  case commissionSigned = 119

  // Events of the workspace of which there may be many: not read at every start.
  case ratesSet = 200
  case commissionAccrued = 201
  case commissionReversed = 202
  case commissionHeld = 203
  case commissionReleased = 204
  case commissionPaid = 205

  public var key: String {
    switch self {
    case .created: "created"
    case .entered: "entered"
    case .moved: "moved"
    case .touched: "touched"
    case .noted: "noted"
    case .edited: "edited"
    case .assigned: "assigned"
    case .tagged: "tagged"
    case .untagged: "untagged"
    case .valued: "valued"
    case .offered: "offered"
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .expired: "expired"
    case .withdrawn: "withdrawn"
    case .lost: "lost"
    case .reopened: "reopened"
    case .purchased: "purchased"
    case .refunded: "refunded"
    case .voided: "voided"
    case .merged: "merged"
    case .erased: "erased"
    case .acceptedBySilence: "accepted_by_silence"
    case .returned: "returned"
    case .disputed: "disputed"
    case .voted: "voted"
    case .ruled: "ruled"
    case .crossed: "crossed"
    case .scored: "scored"
    case .priced: "priced"
    case .ratesSet: "rates_set"
    case .targetSet: "target_set"
    case .targetSigned: "target_signed"
    case .fiscalYearSet: "fiscal_year_set"
    case .periodSigned: "period_signed"
    case .commissionDrafted: "commission_drafted"
    case .commissionSigned: "commission_signed"
    case .commissionAccrued: "commission_accrued"
    case .commissionReversed: "commission_reversed"
    case .commissionHeld: "commission_held"
    case .commissionReleased: "commission_released"
    case .commissionPaid: "commission_paid"
    case .initialized: "initialized"
    case .memberAdded: "member_added"
    case .memberDeactivated: "member_deactivated"
    case .stageAssigned: "stage_assigned"
    case .reasonAdded: "reason_added"
    case .imported: "imported"
    case .viewSaved: "view_saved"
    case .viewRemoved: "view_removed"
    case .undone: "undone"
    case .backedUp: "backed_up"
    case .agreementDrafted: "agreement_drafted"
    case .agreementSigned: "agreement_signed"
    case .calendarSet: "calendar_set"
    }
  }

  public init?(key: String) {
    guard let kind = EventKind.byKey[key] else { return nil }
    self = kind
  }

  private static let byKey = Dictionary(uniqueKeysWithValues: allCases.map { ($0.key, $0) })

  /// Whether it belongs to one lead.
  public var isOfLead: Bool { rawValue < 100 }

  /// Whether it belongs to the workspace and is kept apart from what a start of the program reads.
  public var isInBulk: Bool { rawValue >= 200 }
}

extension LeadFact {
  public var kind: EventKind {
    switch self {
    case .created: .created
    case .entered: .entered
    case .moved: .moved
    case .touched: .touched
    case .noted: .noted
    case .edited: .edited
    case .assigned: .assigned
    case .tagged: .tagged
    case .untagged: .untagged
    case .valued: .valued
    case .offered: .offered
    case .accepted: .accepted
    case .rejected: .rejected
    case .expired: .expired
    case .withdrawn: .withdrawn
    case .lost: .lost
    case .reopened: .reopened
    case .purchased: .purchased
    case .refunded: .refunded
    case .voided: .voided
    case .merged: .merged
    case .erased: .erased
    case .acceptedBySilence: .acceptedBySilence
    case .returned: .returned
    case .disputed: .disputed
    case .voted: .voted
    case .ruled: .ruled
    case .crossed: .crossed
    case .scored: .scored
    case .priced: .priced
    }
  }
}
