/// What happens to a lead in each stage but the last of marketing.
extension DemoLead {
  /// Marketing before the line.
  mutating func nurture() {
    let days: [Stage: Double] = [.customerAwareness: 2, .brandAwareness: 5, .brandConsideration: 8]
    let forward: [Stage: Int] = [.customerAwareness: 640, .brandAwareness: 520, .brandConsideration: 440]
    work(days: days[stage] ?? 5)
    switch random.place(weights: [likely(forward[stage] ?? 500), 40, 300, 120]) {
    case 0:
      let isAhead = stage < .brandConsideration && random.chance(perMille: 50)
      let next = stage.next ?? stage
      move(to: isAhead ? next.next ?? next : next)
    case 1:
      if let before = Stage(number: stage.number - 1) { move(to: before) }
    case 2: lose()
    default: isDropped = true
    }
  }

  /// Sales behind the line.
  mutating func sell() {
    work(days: 10)
    switch random.place(weights: [likely(480), 50, 330, 120]) {
    case 0:
      buy()
      stage = .purchase
    case 1: giveBack()
    case 2: lose()
    default: isDropped = true
    }
  }

  /// After the first sale.
  mutating func keep() {
    work(days: 45)
    switch random.place(weights: [350, stage == .customerAdvocacy ? 0 : 350, 60, 30, 300]) {
    case 0: buy()
    case 1: move(to: stage.next ?? stage)
    case 2: lose()
    case 3 where stage > .purchase: move(to: stage == .customerAdvocacy ? .customerLoyalty : .purchase)
    default: isDropped = true
    }
  }

  private mutating func buy() {
    // Some sales are known to have happened, and no more.
    let amount = random.chance(perMille: 80) ? nil : money()
    let purchase = record([.purchased(amount, product: product)]).event(0)
    guard random.chance(perMille: 50) else { return }
    now += Int64(2 + random.below(25)) * 86_400
    let part = amount.map { Money(minor: $0.minor / 200 * 100, currency: $0.currency) }
    record([.refunded(purchase: purchase, random.chance(perMille: 400) ? part : nil)])
  }
}
