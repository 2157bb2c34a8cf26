/// The state of one lead: the one state machine that commands, imports, replays and tests all use.
///
/// Feed it a lead's events in the order of ``LeadEvent/precedes(_:_:)``, without those that were
/// voided; ``fold(_:under:)`` does both. `apply` never refuses: it keeps what breaks a rule and says
/// so in the flags that it returns. ``admit(_:to:under:)`` is the strict face for a person's
/// commands.
///
/// Events of other leads are those of leads that were merged into this one: see ``absorb(_:under:)``.
public struct Journey: Sendable, Equatable {
  public internal(set) var lead = LeadID(rawValue: 0)
  /// The lead that this one was merged into: its history counts there, and nothing is left here.
  public internal(set) var mergedInto: LeadID?
  /// When the personal data of the lead were erased.
  public internal(set) var erased: Timestamp?
  public internal(set) var created: Timestamp?
  public internal(set) var createdBy: Actor?
  public internal(set) var source = TermID.none
  public internal(set) var campaign = TermID.none
  public internal(set) var segment = TermID.none
  public internal(set) var owner: MemberID?
  public internal(set) var tags: [TermID] = []
  public internal(set) var valuation: Valuation?
  /// How ready the lead is, in points of the team's own scale.
  public internal(set) var score: Int32?
  /// The lead whose referral brought this one.
  public internal(set) var referrer: LeadID?

  /// Where the lead is now, or was when it was lost.
  public internal(set) var stage: Stage?
  public internal(set) var furthest: Stage?
  /// The first stage in which the lead was observed. Earlier ones are neither reached nor skipped.
  public internal(set) var entryStage: Stage?
  /// First entry to each stage in whole seconds since 1970; 0 for never.
  public internal(set) var firstEntry = SIMD8<UInt32>(repeating: 0)
  /// The entries that make the ordered chain from the entry stage on, in the same form. It differs
  /// from `firstEntry` where the lead came back to a stage or skipped one.
  public internal(set) var chain = SIMD8<UInt32>(repeating: 0)
  public internal(set) var chainNext: UInt8 = 0

  public internal(set) var lostAt: Timestamp?
  public internal(set) var lostReason = TermID.none
  /// Lost while its latest offer was open, expired or rejected, and before it moved on.
  public internal(set) var lostInHandoff = false

  public internal(set) var visits: [Visit] = []
  public internal(set) var handoffs: [Handoff] = []
  public internal(set) var purchases: [Purchase] = []
  public internal(set) var touches = 0
  public internal(set) var lastTouch: Timestamp?
  public internal(set) var lastOccurred: Timestamp?
  /// The last event that a member (not an import) recorded, by `occurred`.
  public internal(set) var lastByMember: Timestamp?
  /// The import that created the lead.
  public internal(set) var feed = TermID.none
  /// All flags that any event of the lead raised.
  public internal(set) var flags: EventFlags = []
  /// The lead has a creation of its own, not only one of a lead that was merged into it.
  var hasOwnCreation = false
  /// Where the leads that were merged into this one stood, by their own events.
  var absorbedStages: [LeadID: Stage] = [:]

  public init() {}

  public init(lead: LeadID) { self.lead = lead }

  public var isLost: Bool { lostAt != nil }

  public var status: LeadStatus {
    if mergedInto != nil { return .merged }
    if lastOccurred == nil { return .voided }
    return isLost ? .lost : .open
  }

  /// The open offer as it stands in the journal, due or not.
  public var openOffer: Handoff? { handoffs.last { $0.outcome == .pending } }

  /// Whether the lead hangs between the departments: its latest offer is open, expired or rejected,
  /// and it has not changed stage since.
  public var isInHandoff: Bool {
    guard let latest = handoffs.last(where: { $0.outcome != .unrecorded }), latest.from == stage else { return false }
    guard latest.outcome == .pending || latest.outcome == .expired || latest.outcome == .rejected else { return false }
    return visits.last.map { $0.entered <= latest.offered } ?? true
  }

  /// Applies one event and says what is unusual about it.
  public mutating func apply(_ event: LeadEvent, under ownership: Ownership) -> EventFlags {
    // What corrects the record is no part of the lead's life.
    guard !event.fact.isCorrection else {
      if case .erased = event.fact { erased = event.occurred }
      return []
    }
    if lead.rawValue == 0 { lead = event.lead }
    // Whoever brings a rate has not been with the customer.
    if case .priced(let pricing) = event.fact {
      price(pricing)
      return []
    }
    lastOccurred = event.occurred
    if event.actor.member != nil { lastByMember = event.occurred }
    let raised = event.lead == lead ? applyFact(event, under: ownership) : absorb(event, under: ownership)
    flags.formUnion(raised)
    return raised
  }

  mutating func applyFact(_ event: LeadEvent, under ownership: Ownership) -> EventFlags {
    switch event.fact {
    case .created(let creation): return create(creation, event, ownership)
    case .entered(let stage): return enter(stage, event, ownership)
    case .moved(let stage): return move(to: stage, event, ownership)
    case .touched(_, let department):
      touches += 1
      lastTouch = event.occurred
      noteContact(by: department, event)
    case .scored(let value): score = value
    case .noted, .voided, .merged, .erased, .priced: break
    case .edited(let edit):
      source = edit.source ?? source
      campaign = edit.campaign ?? campaign
      segment = edit.segment ?? segment
    case .assigned(let member): owner = member
    case .tagged(let tag): if !tags.contains(tag) { tags.append(tag) }
    case .untagged(let tag): tags.removeAll { $0 == tag }
    case .valued(let value):
      valuation = value
      if value.closes(before: event.occurred) { return .closeBeforeCreation }
    case .offered(let offer): return self.offer(offer, event, ownership)
    case .accepted(let offer, let stage, let member, let contactDue):
      return accept(offer, Acceptance(to: stage, member: member, contactDue: contactDue), event, ownership)
    case .acceptedBySilence(let offer, let stage, let contactDue):
      let acceptance = Acceptance(outcome: .acceptedBySilence, to: stage, contactDue: contactDue)
      return accept(offer, acceptance, event, ownership)
    case .rejected(let offer, let reason, let disputableUntil):
      return answer(offer, .rejected, reason: reason, disputableUntil: disputableUntil, event)
    case .expired(let offer): return answer(offer, .expired, event)
    case .withdrawn(let offer): return answer(offer, .withdrawn, event)
    case .returned(let offer, let stage, let reason, let disputableUntil):
      return giveBack(offer, to: stage, reason: reason, disputableUntil: disputableUntil, event, ownership)
    case .disputed(let offer, let cause): return dispute(offer, cause: cause, event)
    case .voted(let offer, let ruling): return vote(offer, ruling, event)
    case .ruled(let offer, let ruling): return rule(offer, ruling, event)
    case .crossed(let offer, let stage): return cross(offer, to: stage, event, ownership)
    case .lost(let reason): return lose(reason, event)
    case .reopened: return reopen(event)
    case .purchased(let money, let product): return purchase(money, of: product, event, ownership)
    case .refunded(let purchase, let money): return refund(purchase, money, event)
    }
    return []
  }
}
