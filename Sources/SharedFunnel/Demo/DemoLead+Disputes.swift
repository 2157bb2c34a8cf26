/// What the two sides of a demo disagree on, and referrals.
extension DemoLead {
  /// Marketing disputes a rejection or a return, and the head of both rules, sooner or later.
  ///
  /// - Returns: whether the lead crossed the line by it.
  mutating func objects(to handoff: Handoff, until last: Timestamp) -> Bool {
    now += Int64(random.below(4)) * 86_400
    wait(random.spread(around: 7200), of: .marketing)
    guard now <= last.seconds else { return false }
    let cause = DemoWords.conflict(random.place(weights: DemoWords.conflicts.map(\.weight)))
    let opened = record(
      [.disputed(handoff.offer, cause: cause)], note: random.pick(DemoWords.objections),
      evidence: random.chance(perMille: 600) ? random.pick(DemoWords.readiness) : nil)
    // Some cases lie for weeks.
    let days = random.chance(perMille: 350) ? 20 + random.below(50) : 1 + random.below(6)
    now += Int64(days) * 86_400
    wait(3600, of: .marketing)
    let ruling = [Ruling.upheld, .overturned, .split][random.place(weights: [450, 420, 130])]
    let ruled = LeadFact.ruled(handoff.offer, ruling)
    let note = random.pick(DemoWords.rulings)
    guard ruling.crosses else {
      record([ruled], by: team.mediator, note: note)
      return false
    }
    record([ruled, .crossed(handoff.offer, to: handoff.to)], by: team.mediator, note: note)
    cross(crossed(handoff, by: ruling, of: opened.event(0), cause: cause), owner)
    let receiver = random.pick(team.sales)
    wait(random.spread(around: 7200), of: .sales)
    record([.assigned(receiver)], by: team.headOfSales)
    owner = receiver
    return true
  }

  /// Sales offers what a customer brought, and marketing takes it into awareness, by an answer or by silence.
  mutating func answerReferral(_ creation: Creation) {
    let line = DemoCharter.referralLine
    guard var offer = offer(over: line, OfferRequest(to: line.to)), let due = offer.due?.seconds else {
      isDropped = true
      return
    }
    offer.referredFrom = line.from
    let person = DemoPerson(&random)
    stage = line.from
    let event = record([.created(creation), .offered(offer)], person: person, note: DemoWords.referral).event(1)
    let handoff = made(offer, at: event)
    stage = line.to
    let receiver = random.pick(team.marketing)
    guard !random.chance(perMille: 250) else { return leaveReferral(handoff, receiver, due: due) }
    wait(random.spread(around: 14_400), of: .marketing)
    now = min(now, due - 1)
    let time = Timestamp(seconds: now)
    guard !random.chance(perMille: 100) else {
      let reason = DemoWords.rejection(random.place(weights: DemoWords.rejections.map(\.weight)))
      let until = world.terms.disputableUntil(for: handoff, at: time)
      record([.rejected(handoff.offer, reason: reason, disputableUntil: until)], by: receiver)
      isDropped = true
      return
    }
    let contactDue = world.terms.contactDue(for: handoff, acceptedAt: time)
    record(
      [.accepted(handoff.offer, to: line.to, by: nil, contactDue: contactDue), .assigned(receiver)], by: receiver)
    owner = receiver
  }

  /// Nobody answers a referral; the agreement says whether that is a yes.
  private mutating func leaveReferral(_ handoff: Handoff, _ receiver: MemberID, due: Int64) {
    guard handoff.silence == .accepted else {
      settle(.expired(handoff.offer), due: due)
      isDropped = true
      return
    }
    let contactDue = world.terms.contactDue(for: handoff, acceptedAt: Timestamp(seconds: due))
    settle(.acceptedBySilence(handoff.offer, to: handoff.to, contactDue: contactDue), due: due)
    record([.assigned(receiver)], by: team.headOfMarketing)
    owner = receiver
  }
}
