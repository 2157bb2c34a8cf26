import SQLite
import SharedFunnel

/// The rows that a lead's state amounts to, without the slots: what ``Projection`` writes and what a
/// check compares.
struct ProjectionRows: Equatable {
  var lead: [Value]
  var tags: [[Value]]
  var visits: [[Value]]
  var handoffs: [[Value]]
  var disputes: [[Value]]
  var purchases: [[Value]]
  var refunds: [[Value]]
  var chain: [[Value]]

  static let leadColumns = [
    "number", "last_event", "name", "email", "email_key", "phone", "company", "source", "campaign", "segment", "owner",
    "status",
    "stage", "entry_stage", "furthest_stage", "created", "stage_since", "lost_at", "lost_reason", "expected_minor",
    "expected_currency", "expected_close", "touches", "last_touch", "flags", "merged_into", "erased",
    "score", "referrer",
  ]
  static let tagColumns = ["lead", "tag"]
  static let visitColumns = ["lead", "ordinal", "stage", "entered", "\"left\"", "exit"]
  static let handoffColumns = [
    "lead", "ordinal", "offer", "from_stage", "to_stage", "giver", "receiver", "member", "offered_by", "offered",
    "due", "outcome", "answered", "answered_by", "reason", "line_from", "line_to", "agreement", "silence_accepts",
    "overridden", "referral", "entered_late", "contact_due", "contacted", "attempts", "advanced", "purchased",
    "returned",
    "returned_by", "lost", "disputable_until",
  ]
  static let disputeColumns = [
    "lead", "ordinal", "event", "subject", "opened", "opened_by", "cause", "ruling", "ruled", "ruled_by",
  ]
  static let purchaseColumns = [
    "lead", "ordinal", "event", "at", "minor", "currency", "refunded_minor", "refunded", "price_minor",
    "price_currency", "rate", "rate_day", "product",
  ]
  static let refundColumns = ["lead", "ordinal", "refund", "event", "at", "minor"]
  static let chainColumns = ["lead", "times"]

  init(_ journey: Journey, contact: Contact, lastEvent: Int64) {
    let number = Value.integer(Int64(journey.lead.rawValue))
    let amount = journey.valuation?.amount
    lead = [
      number, .integer(lastEvent), Value(contact.name), Value(contact.email), Value(contact.email.map(Personal.folded)),
      Value(contact.phone), Value(contact.company), Value(journey.source), Value(journey.campaign),
      Value(journey.segment),
      Value(journey.owner), .text(journey.status.rawValue), Value(journey.stage), Value(journey.entryStage),
      Value(journey.furthest), Value(journey.created), Value(journey.visits.last?.entered), Value(journey.lostAt),
      Value(journey.lostReason), Value(amount?.minor), Value(amount?.currency.code), Value(journey.valuation?.close),
      .integer(Int64(journey.touches)), Value(journey.lastTouch), .integer(Int64(journey.flags.rawValue)),
      Value(journey.mergedInto.map { Int64($0.rawValue) }), Value(journey.erased),
      Value(journey.score.map(Int64.init)), Value(journey.referrer.map { Int64($0.rawValue) }),
    ]
    tags = journey.tags.sorted().map { [number, Value($0)] }
    visits = journey.visits.enumerated().map { ordinal, visit in
      [
        number, .integer(Int64(ordinal)), Value(visit.stage), Value(visit.entered), Value(visit.left),
        .integer(Int64(visit.exit.rawValue)),
      ]
    }
    handoffs = journey.handoffs.enumerated().map { ordinal, handoff in
      [
        number, .integer(Int64(ordinal)), .blob(handoff.offer.bytes), Value(handoff.from), Value(handoff.to),
        .integer(Int64(handoff.giver.rawValue)), .integer(Int64(handoff.receiver.rawValue)), Value(handoff.member),
        Value(handoff.offeredBy.member), Value(handoff.offered), Value(handoff.due),
        .integer(Int64(handoff.outcome.rawValue)), Value(handoff.answered), Value(handoff.answeredBy?.member),
        Value(handoff.reason), Value(handoff.line.from), Value(handoff.line.to),
        handoff.agreement == 0 ? .null : .integer(Int64(handoff.agreement)), Value(handoff.silence == .accepted),
        Value(handoff.isOverridden), Value(handoff.isReferral), Value(handoff.isEnteredLate), Value(handoff.contactDue),
        Value(handoff.contacted),
        .integer(Int64(handoff.attempts)), Value(handoff.advanced), Value(handoff.purchased), Value(handoff.returned),
        Value(handoff.returnedBy?.member), Value(handoff.lost), Value(handoff.disputableUntil),
      ]
    }
    disputes = journey.handoffs.enumerated().compactMap { ordinal, handoff in
      handoff.dispute.map { dispute in
        [
          number, .integer(Int64(ordinal)), .blob(dispute.event.bytes), .integer(Int64(dispute.subject.rawValue)),
          Value(dispute.opened), Value(dispute.openedBy.member), Value(dispute.cause),
          Value(dispute.ruling.map { Int64($0.rawValue) }), Value(dispute.ruled), Value(dispute.ruledBy?.member),
        ]
      }
    }
    purchases = journey.purchases.enumerated().map { ordinal, purchase in
      [
        number, .integer(Int64(ordinal)), .blob(purchase.event.bytes), Value(purchase.at),
        Value(purchase.amount?.minor), Value(purchase.amount?.currency.code), .integer(purchase.refundedMinor),
        .integer(purchase.isRefunded ? 1 : 0), Value(purchase.price?.amount.minor),
        Value(purchase.price?.amount.currency.code), Value(purchase.price?.rate.text),
        Value(purchase.price.map { Int64($0.day.daysSinceEpoch) }), Value(purchase.product),
      ]
    }
    refunds = journey.purchases.enumerated().flatMap { ordinal, purchase in
      purchase.refunds.enumerated().map { place, refund in
        [
          number, .integer(Int64(ordinal)), .integer(Int64(place)), .blob(refund.event.bytes), Value(refund.at),
          Value(refund.minor),
        ]
      }
    }
    chain = []
    if let record = LeadRecord(journey), record.hasOwnChain {
      var bytes: [UInt8] = []
      for index in 0..<8 {
        let time = journey.chain[index]
        bytes.append(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: time >> UInt32(8 * $0)) })
      }
      chain = [[number, .blob(bytes)]]
    }
  }
}

extension Value {
  /// NULL for no word.
  init(_ term: TermID) { self = term == .none ? .null : .integer(Int64(term.rawValue)) }
  init(_ member: MemberID?) { self.init(member.map { Int64($0.rawValue) }) }
  init(_ stage: Stage?) { self.init(stage.map { Int64($0.rawValue) }) }
  init(_ time: Timestamp?) { self.init(time?.milliseconds) }
  init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
}
