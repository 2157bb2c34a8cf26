/// How a lead comes over the line between marketing and sales.
extension DemoLead {
  /// Marketing offers, and sales answers or does not.
  mutating func handOver() {
    work(days: 0.8)
    let receiver = random.pick(team.sales)
    if random.chance(perMille: 80) {
      let offer = offer(to: .purchaseIntention, due: now + OfferRequest.defaultAnswerTime / 1000, member: nil)
      record([.offered(offer), .accepted(nil, to: .purchaseIntention, by: receiver), .assigned(receiver)])
      cross(to: .purchaseIntention, receiver)
      return
    }
    let due = now + OfferRequest.defaultAnswerTime / 1000
    let named = random.chance(perMille: 400) ? receiver : nil
    let offered = record([.offered(offer(to: .purchaseIntention, due: due, member: named))]).event(0)
    // Marketing, if anyone, takes an offer back soon; sales takes half a day.
    let outcome = random.place(weights: [likely(540), 240, 30, 190])
    let answered = min(now + max(300, random.spread(around: outcome == 2 ? 7200 : 43_200)), due - 1)
    switch outcome {
    case 0:
      now = answered
      record([.accepted(offered, to: .purchaseIntention, by: nil), .assigned(receiver)], by: receiver)
      cross(to: .purchaseIntention, receiver)
    case 1:
      now = answered
      let reason = DemoWords.rejection(random.place(weights: DemoWords.rejections.map(\.weight)))
      record([.rejected(offered, reason: reason)], by: receiver)
      goOn(after: [450, 200, 220, 130])
    case 2:
      now = answered
      record([.withdrawn(offered)])
      goOn(after: [700, 200, 50, 50])
    default:
      sweep(offered, due: due)
      goOn(after: [600, 50, 150, 200])
    }
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

  /// Sales gives a lead back that is not ready; marketing takes it.
  mutating func giveBack() {
    let receiver = random.pick(team.marketing)
    let due = now + OfferRequest.defaultAnswerTime / 1000
    let offered = record([.offered(offer(to: .brandPreference, due: due, member: receiver))]).event(0)
    now = min(now + max(300, random.spread(around: 21_600)), due - 1)
    record([.accepted(offered, to: .brandPreference, by: nil), .assigned(receiver)], by: receiver)
    cross(to: .brandPreference, receiver)
  }

  /// Nobody answered; the head of the receiving side sweeps on the next morning.
  private mutating func sweep(_ offer: EventID, due: Int64) {
    let morning = due - due % 86_400 + 86_400 + 6 * 3600
    record([.expired(offer)], by: team.headOfSales, at: due, later: morning - due)
  }

  private func offer(to target: Stage, due: Int64, member: MemberID?) -> Offer {
    let isBack = target <= .brandPreference
    return Offer(
      to: target, giver: isBack ? .sales : .marketing, receiver: isBack ? .marketing : .sales, member: member,
      due: Timestamp(seconds: due))
  }

  private mutating func cross(to target: Stage, _ receiver: MemberID) {
    stage = target
    owner = receiver
  }
}
