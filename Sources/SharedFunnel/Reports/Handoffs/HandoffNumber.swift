/// The counts of the report on handoffs. A number is named by its place in the report's document, so that whoever
/// reads one can ask for its list.
public enum HandoffNumber: UInt8, Sendable, CaseIterable {
  case offered
  case accepted
  case acceptedBySilence
  case rejected
  case expired
  case withdrawn
  case pending
  /// Crossings without an offer; in no other number.
  case unrecorded

  /// Accepted + rejected + expired: what acceptance is a share of.
  case decided
  /// Accepted, or rejected and overturned.
  case acceptedFinal
  /// Decided, without the rejections that were split.
  case decidedFinal
  /// Accepted or rejected: those with a time to answer.
  case answered
  /// It failed criteria, and was offered all the same.
  case overridden
  /// Accepted and given back.
  case returned

  case slaMet
  case slaMissed
  case slaNotDue
  case slaExempt
  /// Answered, as its receiver says, by the due time, and entered when that was over.
  case enteredLate
  /// Fell due unanswered in the period, whenever they were offered.
  case due
  /// Of them, those that nobody had answered by its end.
  case pastDue

  /// Accepted, by an answer or by silence: those that the second clock runs for.
  case taken
  case contacted
  case contactMet
  case contactMissed
  case contactNotDue
  case contactExempt

  case advanced
  case disqualified
  case open

  case disputed
  case unruled
  case upheld
  case overturned
  case split

  /// The lead was lost at the line: while this offer was open, expired or rejected, and it was its last one.
  case dropOff

  /// Rejected, and the lead bought later.
  case rejectedThenBought
  /// Accepted, and lost within ``HandoffAudit/earlyDays``.
  case lostEarly
  /// Accepted so lately that nobody can know yet whether it will be lost so early.
  case tooYoung

  // How offers end, and after acceptances, within the query's window: the counts behind the estimates.

  case offerAccepted
  case offerAcceptedBySilence
  case offerRejected
  case offerExpired
  case offerWithdrawn
  /// It had not ended by then, as far as it was observed.
  case offerOpen
  /// It ended before it began, which no estimate can use; counted with its end too.
  case offerNegative
  /// The first of the three that happened.
  case acceptancePurchase
  case acceptanceReturned
  case acceptanceLost
  case acceptanceOpen
  case acceptanceNegative

  /// As programs and people name it.
  public var key: String {
    switch self {
    case .offered: "offered"
    case .accepted: "accepted"
    case .acceptedBySilence: "accepted_by_silence"
    case .rejected: "rejected"
    case .expired: "expired"
    case .withdrawn: "withdrawn"
    case .pending: "pending"
    case .unrecorded: "unrecorded"
    case .decided: "decided"
    case .acceptedFinal: "accepted_final"
    case .decidedFinal: "decided_final"
    case .answered: "answered"
    case .overridden: "overridden"
    case .returned: "returned"
    case .slaMet: "sla.met"
    case .slaMissed: "sla.missed"
    case .slaNotDue: "sla.not_due"
    case .slaExempt: "sla.exempt"
    case .enteredLate: "sla.entered_late"
    case .due: "sla.due"
    case .pastDue: "sla.past_due"
    case .taken: "taken"
    case .contacted: "contact.made"
    case .contactMet: "contact.sla.met"
    case .contactMissed: "contact.sla.missed"
    case .contactNotDue: "contact.sla.not_due"
    case .contactExempt: "contact.sla.exempt"
    case .advanced: "after_acceptance.advanced"
    case .disqualified: "after_acceptance.disqualified"
    case .open: "after_acceptance.open"
    case .disputed: "rulings.disputed"
    case .unruled: "rulings.open"
    case .upheld: "rulings.upheld"
    case .overturned: "rulings.overturned"
    case .split: "rulings.split"
    case .dropOff: "drop_off"
    case .rejectedThenBought: "audit.rejected_then_bought"
    case .lostEarly: "audit.lost_early"
    case .tooYoung: "audit.too_young"
    case .offerAccepted: "estimates.offers.accepted"
    case .offerAcceptedBySilence: "estimates.offers.accepted_by_silence"
    case .offerRejected: "estimates.offers.rejected"
    case .offerExpired: "estimates.offers.expired"
    case .offerWithdrawn: "estimates.offers.withdrawn"
    case .offerOpen: "estimates.offers.open"
    case .offerNegative: "estimates.offers.negative"
    case .acceptancePurchase: "estimates.acceptances.purchase"
    case .acceptanceReturned: "estimates.acceptances.returned"
    case .acceptanceLost: "estimates.acceptances.lost"
    case .acceptanceOpen: "estimates.acceptances.open"
    case .acceptanceNegative: "estimates.acceptances.negative"
    }
  }

  /// The places of a document at which a number stands that has another name.
  private static let aliases: [String: HandoffNumber] = [
    "after_acceptance.returned": .returned, "estimates.offers.n": .offered, "estimates.acceptances.n": .taken,
  ]

  /// What ``key`` gave, or another place in the document that shows the same number.
  public init?(key: String) {
    guard let number = HandoffNumber.aliases[key] ?? HandoffNumber.allCases.first(where: { $0.key == key }) else {
      return nil
    }
    self = number
  }
}

/// The numbers that a crossing counts in.
struct HandoffNumbers: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ numbers: [HandoffNumber]) { self = numbers.reduce(into: []) { $0.insert($1) } }

  mutating func insert(_ number: HandoffNumber, if holds: Bool = true) {
    if holds { self = HandoffNumbers(rawValue: rawValue | 1 << UInt64(number.rawValue)) }
  }

  func contains(_ number: HandoffNumber) -> Bool { rawValue & 1 << UInt64(number.rawValue) != 0 }
}
