import SharedFunnel

/// Random leads from a seed: what people and imports could send, and what they never should.
struct RandomHistory {
  private var random: SplitMix64
  private var nextEvent: UInt64 = 1

  /// 2024-01-01T00:00:00Z.
  static let start: Int64 = 1_704_067_200_000
  static let dayMs: Int64 = 86_400_000

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: values.indices, using: &random)] }

  mutating func number<T: FixedWidthInteger>(_ range: ClosedRange<T>) -> T { T.random(in: range, using: &random) }

  mutating func stage() -> Stage { pick(Stage.allCases) }

  mutating func departments() -> DepartmentSet { pick([.marketing, .sales, [.marketing, .sales]]) }

  /// Some assignments in the first hundred days, on whole seconds, or the default.
  mutating func ownership() -> Ownership {
    Ownership(
      (0..<number(0...5)).map { _ in
        StageAssignment(
          stage: stage(), owners: departments(), responsible: chance(50) ? MemberID(rawValue: 1) : nil,
          from: chance(20)
            ? nil : Timestamp(milliseconds: RandomHistory.start + number(0...100) * RandomHistory.dayMs))
      })
  }

  /// An id that no other call returned, in no order.
  mutating func eventID() -> EventID {
    nextEvent += 1
    return EventID(high: number(0...3), low: number(0...255) << 32 | nextEvent)
  }

  mutating func actor() -> Actor {
    chance(50) ? .member(MemberID(rawValue: number(1...4))) : .feed(TermID(rawValue: number(1...2)))
  }

  /// Half of the times fall together, to the millisecond or to the second.
  mutating func time(isExtreme: Bool = false) -> Timestamp {
    if isExtreme, chance(40) {
      return Timestamp(milliseconds: pick([.min, .min + 1, -1, 0, 1, 999, 4_294_967_295_000, .max - 1, .max]))
    }
    let day = RandomHistory.start + number(0...12) * RandomHistory.dayMs
    return Timestamp(milliseconds: day + (chance(50) ? 0 : number(0...2_500)))
  }

  mutating func term() -> TermID { TermID(rawValue: number(0...3)) }

  mutating func money(isExtreme: Bool = false) -> Money? {
    guard let currency = Currency(code: pick(["EUR", "EUR", "JPY"])), chance(75) else { return nil }
    let minor: Int64 = isExtreme && chance(40) ? pick([.min, .max, -1, 0]) : number(1...500)
    return Money(minor: minor, currency: currency)
  }

  /// Any fact at all; ids point to an event of the history, to nothing, or nowhere.
  mutating func fact(among ids: [EventID], isExtreme: Bool = false) -> LeadFact {
    let id: EventID? = chance(40) || ids.isEmpty ? nil : chance(80) ? pick(ids) : EventID(high: 9, low: 9)
    switch number(0...29) {
    case 0:
      return .created(
        Creation(
          stage: chance(70) ? stage() : nil, source: term(), campaign: term(), segment: term(),
          owner: chance(50) ? MemberID(rawValue: number(1...4)) : nil))
    case 1...5: return .entered(stage())
    case 6...8: return .moved(stage())
    case 9: return .touched(term(), by: chance(50) ? departments() : [])
    case 10: return .noted
    case 11: return .edited(Description(source: term(), campaign: chance(50) ? term() : nil))
    case 12: return .assigned(chance(50) ? MemberID(rawValue: number(1...4)) : nil)
    case 13: return chance(50) ? .tagged(term()) : .untagged(term())
    case 14: return .valued(Valuation(amount: money(isExtreme: isExtreme), close: nil))
    case 15, 16:
      return .offered(
        Offer(
          to: stage(), giver: departments(), receiver: departments(),
          due: chance(70) ? time(isExtreme: isExtreme) : nil, silence: chance(30) ? .accepted : .expired,
          line: chance(50) ? HandoffLine(from: stage(), to: stage()) : nil, agreement: UInt16(number(0...3)),
          isOverridden: chance(20), referredFrom: chance(10) ? stage() : nil))
    case 17: return .accepted(id, to: stage(), by: chance(30) ? MemberID(rawValue: 2) : nil)
    case 18: return .rejected(id, reason: term())
    case 19: return chance(50) ? .expired(id) : .withdrawn(id)
    case 20: return .lost(reason: term())
    case 21: return .reopened
    case 22: return .purchased(money(isExtreme: isExtreme), product: TermID(rawValue: UInt32(ids.count % 3)))
    case 23: return .acceptedBySilence(id, to: stage(), contactDue: chance(50) ? time(isExtreme: isExtreme) : nil)
    case 24:
      let until = chance(50) ? time(isExtreme: isExtreme) : nil
      return .returned(id, to: stage(), reason: term(), disputableUntil: until)
    case 25: return .disputed(id, cause: term())
    case 26: return chance(30) ? .voted(id, pick(Ruling.allCases)) : .ruled(id, pick(Ruling.allCases))
    case 27: return .crossed(id, to: stage())
    case 28: return .scored(Int32(number(-5...100)))
    default: return chance(50) ? .refunded(purchase: id, money(isExtreme: isExtreme)) : .voided(id ?? eventID())
    }
  }

  /// A history that keeps no rule.
  mutating func wild(lead: UInt32 = 1, isExtreme: Bool = false) -> [LeadEvent] {
    var ids: [EventID] = []
    return (0..<number(0...14)).map { _ in
      let event = LeadEvent(
        id: eventID(), lead: LeadID(rawValue: lead), occurred: time(isExtreme: isExtreme),
        recorded: time(isExtreme: isExtreme), actor: actor(), fact: fact(among: ids, isExtreme: isExtreme))
      ids.append(event.id)
      return event
    }
  }

  /// What the strict face let through of a string of random events, each later than the one before.
  mutating func strict(lead: UInt32 = 1, under ownership: Ownership) -> [LeadEvent] {
    var history: [LeadEvent] = []
    var at = RandomHistory.start
    for _ in 0..<number(1...25) {
      at += number(0...4) * RandomHistory.dayMs / 2 + 1
      let open = Journey.fold(history, under: ownership).openOffer?.offer
      let event = LeadEvent(
        id: eventID(), lead: LeadID(rawValue: lead), occurred: Timestamp(milliseconds: at),
        recorded: Timestamp(milliseconds: at), actor: .member(MemberID(rawValue: number(1...4))),
        fact: history.isEmpty
          ? .created(Creation(stage: stage())) : fact(among: open.map { [$0] } ?? history.map(\.id)))
      if (try? Journey.admit([event], to: history, under: ownership)) != nil { history.append(event) }
    }
    return history
  }
}
