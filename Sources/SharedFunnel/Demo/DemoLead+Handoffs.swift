/// How a lead comes over the line between marketing and sales, and back.
extension DemoLead {
  /// Marketing offers, and sales answers or does not.
  mutating func handOver() {
    work(days: 0.8)
    wait(60, of: .marketing)
    let isOverridden = !prepare(for: DemoCharter.line)
    wait(60, of: .marketing)
    let receiver = random.pick(team.sales)
    let isNamed = random.chance(perMille: 400)
    var request = OfferRequest(to: .purchaseIntention, member: isNamed ? world.member(receiver) : nil)
    request.isOverridden = isOverridden
    guard let offer = offer(over: DemoCharter.line, request) else {
      isDropped = true
      return
    }
    let why = random.pick(DemoWords.readiness)
    let override = isOverridden ? random.pick(DemoWords.overrides) : nil
    guard !random.chance(perMille: 80) else {
      return handOverAtOnce(offer, to: receiver, why: why, override: override)
    }
    let handoff = made(
      offer, at: record([.offered(offer)], note: why, override: override).event(0))
    guard let due = offer.due?.seconds else {
      isDropped = true
      return
    }
    // Marketing, if anyone, takes an offer back soon; sales takes some working hours, where it answers at all.
    let outcome = random.place(weights: [likely(540), 240, 30, world.silence(at: now)])
    if outcome < 3 {
      wait(random.spread(around: outcome == 2 ? 3600 : 9000), of: outcome == 2 ? .marketing : .sales)
      now = min(now, due - 1)
    }
    switch outcome {
    case 0: accept(handoff, receiver)
    case 1: reject(handoff, by: receiver)
    case 2:
      record([.withdrawn(handoff.offer)])
      goOn(after: [700, 200, 50, 50])
    default: fallSilent(handoff, receiver, due: due)
    }
  }

  /// An agreement asks for contacts and points; in haste some offer without.
  ///
  /// - Returns: whether the lead has what the agreement asks for.
  private mutating func prepare(for line: HandoffLine) -> Bool {
    if random.chance(perMille: 500), evidence.score == nil { score(Int32(20 + random.below(70))) }
    let criteria = agreement(for: line)?.terms.criteria ?? []
    guard !evidence.unmet(of: criteria).isEmpty else { return true }
    guard !random.chance(perMille: 180) else { return false }
    for criterion in criteria where !evidence.meets(criterion) {
      switch criterion {
      case .touches(let count): while evidence.touches < count { reach() }
      case .score(let points): score(points + Int32(random.below(40)))
      default: break
      }
    }
    return evidence.unmet(of: criteria).isEmpty
  }

  private func agreement(for line: HandoffLine) -> Agreement? {
    let time = Timestamp(seconds: now)
    return world.terms.agreement(
      for: line, from: world.ownership.owners(of: line.from, at: time),
      to: world.ownership.owners(of: line.to, at: time),
      at: time)
  }

  private mutating func handOverAtOnce(_ offer: Offer, to receiver: MemberID, why: String, override: String?) {
    let contactDue = agreement(for: DemoCharter.line).flatMap {
      world.terms.contactDue(under: $0, receiver: .sales, acceptedAt: Timestamp(seconds: now))
    }
    let facts: [LeadFact] = [
      .offered(offer), .accepted(nil, to: offer.to, by: receiver, contactDue: contactDue), .assigned(receiver),
    ]
    let handoff = made(offer, at: record(facts, note: why, override: override).event(0))
    cross(handoff, receiver)
    contactFirst(due: contactDue?.seconds)
  }

  private mutating func accept(_ handoff: Handoff, _ receiver: MemberID) {
    let contactDue = world.terms.contactDue(for: handoff, acceptedAt: Timestamp(seconds: now))
    record(
      [.accepted(handoff.offer, to: handoff.to, by: nil, contactDue: contactDue), .assigned(receiver)], by: receiver)
    cross(handoff, receiver)
    contactFirst(due: contactDue?.seconds)
  }

  private mutating func reject(_ handoff: Handoff, by receiver: MemberID) {
    let reason = DemoWords.rejection(random.place(weights: DemoWords.rejections.map(\.weight)))
    let until = world.terms.disputableUntil(for: handoff, at: Timestamp(seconds: now))
    record([.rejected(handoff.offer, reason: reason, disputableUntil: until)], by: receiver)
    guard random.chance(perMille: 220), let until, objects(to: handoff, until: until) else {
      return goOn(after: [450, 200, 220, 130])
    }
  }

  /// Nobody answers by the due time.
  private mutating func fallSilent(_ handoff: Handoff, _ receiver: MemberID, due: Int64) {
    guard handoff.silence == .accepted else {
      settle(.expired(handoff.offer), due: due)
      return goOn(after: [600, 50, 150, 200])
    }
    let contactDue = world.terms.contactDue(for: handoff, acceptedAt: Timestamp(seconds: due))
    settle(.acceptedBySilence(handoff.offer, to: handoff.to, contactDue: contactDue), due: due)
    cross(handoff, owner)
    wait(random.spread(around: 14_400), of: .sales)
    record([.assigned(receiver)], by: team.headOfSales)
    owner = receiver
    contactFirst(due: contactDue?.seconds)
  }

  /// Weights: offered again, moved back, lost, forgotten.
  private mutating func goOn(after weights: [Int]) {
    switch random.place(weights: weights) {
    case 0: break
    case 1:
      now += Int64(random.below(86_400))
      move(to: .brandConsideration)
    case 2:
      now += Int64(1 + random.below(10)) * 86_400
      lose()
    default: isDropped = true
    }
  }

  /// The first contact after an acceptance: most in time, some late, some never.
  private mutating func contactFirst(due: Int64?) {
    switch random.place(weights: [620, 240, 140]) {
    case 0:
      let latest = due ?? .max
      guard now < latest else { return }
      wait(random.spread(around: 5400), of: .sales)
      now = min(now, latest)
    case 1:
      now = max(now, due ?? now)
      wait(random.spread(around: 36_000), of: .sales)
    default: return
    }
    reach()
  }
}

/// The way back.
extension DemoLead {
  /// Sales gives a lead back that is not ready. Now and then it asks first, by an offer that marketing takes.
  mutating func giveBack() {
    guard let handoff = carried, let giver = handoff.offeredBy.member, !random.chance(perMille: 150),
      // What the mediator sent over the line is not returned.
      handoff.dispute?.ruling?.crosses != true
    else { return offerBack() }
    let reason = DemoWords.rejection(random.place(weights: DemoWords.rejections.map(\.returned)))
    let until = world.terms.disputableUntil(for: handoff, at: Timestamp(seconds: now))
    record([.returned(handoff.offer, to: handoff.from, reason: reason, disputableUntil: until), .assigned(giver)])
    carried = nil
    stage = handoff.from
    owner = giver
    guard handoff.dispute == nil, random.chance(perMille: 160), let until else { return }
    _ = objects(to: handoff, until: until)
  }

  private mutating func offerBack() {
    let receiver = random.pick(team.marketing)
    wait(60, of: .sales)
    let line = HandoffLine(from: .purchaseIntention, to: .brandPreference)
    guard let offer = offer(over: line, OfferRequest(to: line.to, member: world.member(receiver))),
      let due = offer.due?.seconds
    else {
      isDropped = true
      return
    }
    let handoff = made(offer, at: record([.offered(offer)]).event(0))
    wait(random.spread(around: 9000), of: .marketing)
    now = min(now, due - 1)
    let contactDue = world.terms.contactDue(for: handoff, acceptedAt: Timestamp(seconds: now))
    record(
      [.accepted(handoff.offer, to: line.to, by: nil, contactDue: contactDue), .assigned(receiver)], by: receiver)
    carried = nil
    stage = line.to
    owner = receiver
  }

  /// An offer as the command decides it; `nil` where it would be refused.
  func offer(over line: HandoffLine, _ request: OfferRequest) -> Offer? {
    let setting = CommandSetting(
      actor: world.member(owner), at: Timestamp(seconds: now), ownership: world.ownership, terms: world.terms,
      evidence: evidence)
    return try? LeadCommand.offer(
      of: lead, to: line.to, over: line, giver: world.ownership.owners(of: line.from, at: setting.at),
      receiver: world.ownership.owners(of: line.to, at: setting.at), request, setting)
  }

  /// The handoff that an offer made in this second begins.
  func made(_ offer: Offer, at event: EventID) -> Handoff {
    var handoff = Handoff(
      offer: event, origin: lead, from: stage, to: offer.to,
      line: offer.line ?? HandoffLine(from: stage, to: offer.to), giver: offer.giver, receiver: offer.receiver,
      offeredBy: .member(owner), offered: Timestamp(seconds: now - 1), due: offer.due, silence: offer.silence,
      agreement: offer.agreement, outcome: .pending, reason: .none)
    handoff.isReferral = offer.referredFrom != nil
    return handoff
  }

  func crossed(_ handoff: Handoff, by ruling: Ruling, of event: EventID, cause: TermID) -> Handoff {
    var handoff = handoff
    handoff.dispute = Dispute(
      event: event, subject: .rejection, opened: Timestamp(seconds: now), openedBy: .member(owner), cause: cause,
      ruling: ruling)
    return handoff
  }

  mutating func cross(_ handoff: Handoff, _ receiver: MemberID) {
    stage = handoff.to
    owner = receiver
    carried = handoff
  }
}
