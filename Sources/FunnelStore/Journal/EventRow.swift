import SharedFunnel

/// An event as the columns of the journal hold it.
struct EventRow {
  var seq: Int64 = 0
  var id = EventID(high: 0, low: 0)
  var command: Int64 = 0
  var kind = EventKind.noted
  var occurred: Int64 = 0
  var lead: UInt32?
  /// The lead that this one was merged into, or whose referral brought it.
  var otherLead: UInt32?
  var prev: Int64?
  var stage: UInt8?
  var member: UInt32?
  var giver: UInt16?
  var receiver: UInt16?
  var term: UInt32?
  var source: UInt32?
  var campaign: UInt32?
  var segment: UInt32?
  var amount: Int64?
  var currency: String?
  var until: Int64?
  var target: EventID?
  /// Terms of an offer, a ruling or a score: see ``OfferCode``.
  var code: Int64?
  var data: String?
}

extension EventRow {
  init(_ event: LeadEvent) {
    id = event.id
    kind = event.fact.kind
    occurred = event.occurred.milliseconds
    lead = event.lead.rawValue
    set(event.fact)
  }

  private mutating func set(_ fact: LeadFact) {
    switch fact {
    case .created(let creation):
      stage = creation.stage?.rawValue
      source = creation.source.stored
      campaign = creation.campaign.stored
      segment = creation.segment.stored
      member = creation.owner?.rawValue
      otherLead = creation.referrer?.rawValue
    case .entered(let stage), .moved(let stage): self.stage = stage.rawValue
    case .touched(let channel, let department):
      term = channel.stored
      giver = department.isEmpty ? nil : department.rawValue
    case .noted, .reopened: break
    case .edited(let edit):
      source = edit.source?.rawValue
      campaign = edit.campaign?.rawValue
      segment = edit.segment?.rawValue
    case .assigned(let member): self.member = member?.rawValue
    case .tagged(let tag), .untagged(let tag): term = tag.rawValue
    case .valued(let valuation):
      set(valuation.amount)
      until = valuation.close?.milliseconds
    case .offered(let offer):
      stage = offer.to.rawValue
      giver = offer.giver.rawValue
      receiver = offer.receiver.rawValue
      member = offer.member?.rawValue
      until = offer.due?.milliseconds
      code = OfferCode(offer).stored
    case .accepted(let offer, let stage, let member, let contactDue):
      until = contactDue?.milliseconds
      target = offer
      self.member = member?.rawValue
      self.stage = stage.rawValue
    case .rejected(let offer, let reason, let disputableUntil):
      target = offer
      term = reason.stored
      until = disputableUntil?.milliseconds
    case .acceptedBySilence(let offer, let stage, let contactDue):
      target = offer
      self.stage = stage.rawValue
      until = contactDue?.milliseconds
    case .returned(let offer, let stage, let reason, let disputableUntil):
      target = offer
      self.stage = stage.rawValue
      term = reason.stored
      until = disputableUntil?.milliseconds
    case .disputed(let offer, let cause):
      target = offer
      term = cause.stored
    case .voted(let offer, let ruling), .ruled(let offer, let ruling):
      target = offer
      code = Int64(ruling.rawValue)
    case .crossed(let offer, let stage):
      target = offer
      self.stage = stage.rawValue
    case .scored(let points): code = Int64(points)
    case .expired(let offer), .withdrawn(let offer): target = offer
    case .lost(let reason): term = reason.stored
    case .purchased(let money, let product):
      set(money)
      term = product.stored
    case .refunded(let purchase, let money):
      target = purchase
      set(money)
    case .priced(let pricing):
      target = pricing.purchase
      set(pricing.amount)
      code = pricing.rate.packed
      until = Int64(pricing.day.daysSinceEpoch) * 86_400_000
    case .voided(let event): target = event
    case .merged(let other): otherLead = other.rawValue
    case .erased: break
    }
  }

  private mutating func set(_ money: Money?) {
    amount = money?.minor
    currency = money?.currency.code
  }

  /// The fact that the columns hold.
  ///
  /// - Throws: ``StoreError/damaged(_:)`` for what this program does not write.
  func fact() throws -> LeadFact {
    switch kind {
    case .created:
      return .created(
        Creation(
          stage: stage.flatMap(Stage.init(rawValue:)), source: TermID(rawValue: source ?? 0),
          campaign: TermID(rawValue: campaign ?? 0), segment: TermID(rawValue: segment ?? 0),
          owner: member.map(MemberID.init(rawValue:)), referrer: otherLead.map(LeadID.init(rawValue:))))
    case .entered: return .entered(try requiredStage())
    case .moved: return .moved(try requiredStage())
    case .touched: return .touched(TermID(rawValue: term ?? 0), by: DepartmentSet(rawValue: giver ?? 0))
    case .noted: return .noted
    case .edited:
      return .edited(
        Description(
          source: source.map(TermID.init(rawValue:)), campaign: campaign.map(TermID.init(rawValue:)),
          segment: segment.map(TermID.init(rawValue:))))
    case .assigned: return .assigned(member.map(MemberID.init(rawValue:)))
    case .tagged: return .tagged(TermID(rawValue: term ?? 0))
    case .untagged: return .untagged(TermID(rawValue: term ?? 0))
    case .valued: return .valued(Valuation(amount: try money(), close: until.map(Timestamp.init(milliseconds:))))
    case .offered:
      guard let terms = OfferCode(stored: code) else { throw damaged("code") }
      return .offered(
        Offer(
          to: try requiredStage(), giver: DepartmentSet(rawValue: giver ?? 0),
          receiver: DepartmentSet(rawValue: receiver ?? 0), member: member.map(MemberID.init(rawValue:)),
          due: time, silence: terms.silence, line: terms.line, agreement: terms.agreement,
          isOverridden: terms.isOverridden, referredFrom: terms.referredFrom))
    case .accepted:
      return .accepted(
        target, to: try requiredStage(), by: member.map(MemberID.init(rawValue:)), contactDue: time)
    case .rejected: return .rejected(target, reason: TermID(rawValue: term ?? 0), disputableUntil: time)
    case .acceptedBySilence: return .acceptedBySilence(target, to: try requiredStage(), contactDue: time)
    case .returned:
      return .returned(
        target, to: try requiredStage(), reason: TermID(rawValue: term ?? 0), disputableUntil: time)
    case .disputed: return .disputed(target, cause: TermID(rawValue: term ?? 0))
    case .voted: return .voted(target, try requiredRuling())
    case .ruled: return .ruled(target, try requiredRuling())
    case .crossed: return .crossed(target, to: try requiredStage())
    case .scored:
      guard let points = code.flatMap(Int32.init(exactly:)) else { throw damaged("code") }
      return .scored(points)
    case .expired: return .expired(target)
    case .withdrawn: return .withdrawn(target)
    case .lost: return .lost(reason: TermID(rawValue: term ?? 0))
    case .reopened: return .reopened
    case .purchased: return .purchased(try money(), product: TermID(rawValue: term ?? 0))
    case .refunded: return .refunded(purchase: target, try money())
    case .priced: return .priced(try pricing())
    case .voided:
      guard let target else { throw damaged("target") }
      return .voided(target)
    case .merged:
      guard let otherLead else { throw damaged("other_lead") }
      return .merged(into: LeadID(rawValue: otherLead))
    case .erased: return .erased
    case .initialized, .memberAdded, .memberDeactivated, .stageAssigned, .reasonAdded, .imported, .undone, .viewSaved,
      .viewRemoved, .backedUp, .calendarSet, .agreementDrafted, .agreementSigned, .ratesSet, .commissionDrafted,
      .commissionSigned, .commissionAccrued, .commissionReversed, .commissionHeld, .commissionReleased, .commissionPaid,
      .targetSet, .targetSigned, .fiscalYearSet, .periodSigned:
      throw damaged("lead")
    }
  }

  private var time: Timestamp? { until.map(Timestamp.init(milliseconds:)) }

  private func requiredRuling() throws -> Ruling {
    guard let ruling = code.flatMap(UInt8.init(exactly:)).flatMap(Ruling.init(rawValue:)) else { throw damaged("code") }
    return ruling
  }

  private func pricing() throws -> Pricing {
    guard let target else { throw damaged("target") }
    guard let amount = try money() else { throw damaged("amount") }
    guard let rate = code.flatMap(RateNumber.init(packed:)) else { throw damaged("code") }
    guard let until, let day = CivilDate(daysSinceEpoch: Int(until / 86_400_000)) else { throw damaged("until") }
    return Pricing(purchase: target, amount: amount, rate: rate, day: day)
  }

  private func requiredStage() throws -> Stage {
    guard let stage = stage.flatMap(Stage.init(rawValue:)) else { throw damaged("stage") }
    return stage
  }

  private func money() throws -> Money? {
    guard let amount else { return nil }
    guard let currency = currency.flatMap(Currency.init(code:)) else { throw damaged("currency") }
    return Money(minor: amount, currency: currency)
  }

  func damaged(_ column: String) -> StoreError {
    .damaged(StoreMessages.damagedEvent(["seq": String(seq), "kind": kind.key, "column": column]))
  }
}

extension TermID {
  /// NULL for no word.
  fileprivate var stored: UInt32? { rawValue == 0 ? nil : rawValue }
}

extension EventID {
  /// 16 bytes, highest first.
  var bytes: [UInt8] {
    [high, low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(56 - 8 * $0)) } }
  }

  init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    func half(_ slice: ArraySlice<UInt8>) -> UInt64 { slice.reduce(0) { $0 << 8 | UInt64($1) } }
    self.init(high: half(bytes[0..<8]), low: half(bytes[8..<16]))
  }
}
