import Testing

@testable import SharedFunnel

/// What holds for every lead, whatever was recorded of it and however it arrived. If one of these
/// breaks, two people who look at the same lead see different things.
struct JourneyPropertyTests {
  /// Leads with their ownership: wild, extreme and rule-abiding ones.
  static func forEachHistory(
    seed: UInt64, count: Int = 2_000, _ body: ([LeadEvent], Ownership, inout RandomHistory) throws -> Void
  ) rethrows {
    var source = RandomHistory(seed: seed)
    for round in 0..<count {
      let ownership = source.ownership()
      let events =
        switch round % 3 {
        case 0: source.wild()
        case 1: source.wild(isExtreme: true)
        default: source.strict(under: ownership)
        }
      try body(events, ownership, &source)
    }
  }

  @Test func anyOrderOfArrivalGivesTheSameLead() {
    JourneyPropertyTests.forEachHistory(seed: 1) { events, ownership, source in
      let journey = Journey.fold(events, under: ownership)
      var generator = SplitMix64(seed: source.number(0...UInt64.max))
      for _ in 0..<3 {
        let shuffled = Journey.fold(events.shuffled(using: &generator), under: ownership)
        #expect(shuffled == journey)
        #expect(LeadRecord(shuffled) == LeadRecord(journey))
      }
    }
  }

  @Test func theOrderOfEventsIsStrictAndTotal() {
    JourneyPropertyTests.forEachHistory(seed: 2, count: 500) { events, _, _ in
      for left in events {
        for right in events {
          let both = (LeadEvent.precedes(left, right), LeadEvent.precedes(right, left))
          #expect(left.id == right.id ? both == (false, false) : both.0 != both.1)
        }
      }
      let sorted = events.sorted(by: LeadEvent.precedes)
      for (index, event) in sorted.enumerated() {
        for later in sorted.dropFirst(index + 1) { #expect(LeadEvent.precedes(event, later)) }
      }
    }
  }

  /// Nothing of the event remains, nor does the void leave a trace of its own.
  @Test func voidedEqualsNeverHappened() {
    var voids = 0
    JourneyPropertyTests.forEachHistory(seed: 3) { events, ownership, source in
      guard !events.isEmpty else { return }
      let victim = source.pick(events)
      guard !victim.fact.isCorrection else { return }
      var void = victim
      void.id = source.eventID()
      void.occurred = source.time()
      void.fact = .voided(victim.id)
      let without = events.filter { $0.id != victim.id }
      #expect(
        Journey.fold(events + [void], of: victim.lead, under: ownership)
          == Journey.fold(without, of: victim.lead, under: ownership))
      voids += 1
    }
    #expect(voids > 800)
  }

  @Test func aVoidCannotBeVoided() {
    JourneyPropertyTests.forEachHistory(seed: 4, count: 600) { events, ownership, source in
      guard let victim = events.first(where: { $0.fact.kind != .voided }) else { return }
      var void = victim
      void.id = source.eventID()
      void.fact = .voided(victim.id)
      var voidOfVoid = void
      voidOfVoid.id = source.eventID()
      voidOfVoid.fact = .voided(void.id)
      let live = Journey.live(events + [void, voidOfVoid])
      #expect(!live.contains { $0.id == victim.id })
    }
  }

  @Test func aHistoryKeepsEveryEventAndItsFlagsAddUpToTheLeads() {
    JourneyPropertyTests.forEachHistory(seed: 5) { events, ownership, _ in
      let history = Journey.history(events, under: ownership)
      #expect(Set(history.map(\.event.id)) == Set(events.map(\.id)))
      let flags = history.reduce(into: EventFlags()) { $0.formUnion($1.flags) }
      #expect(flags == Journey.fold(events, under: ownership).flags)
    }
  }

  /// Offered = accepted + rejected + expired + withdrawn + pending, one pending offer at most, and every
  /// offer in the journal is one crossing.
  @Test func everyOfferHasOneOutcome() {
    JourneyPropertyTests.forEachHistory(seed: 6) { events, ownership, _ in
      let journey = Journey.fold(events, under: ownership)
      let made = Journey.live(events).filter { $0.fact.kind == .offered }.map(\.id)
      let offers = journey.handoffs.filter { $0.outcome != .unrecorded }
      #expect(offers.map(\.offer) == made)
      #expect(offers.count { $0.outcome == .pending } <= 1)
      for offer in offers {
        #expect((offer.outcome == .pending) == (offer.answered == nil))
        if let answered = offer.answered { #expect(answered >= offer.offered) }
        #expect((offer.answered == nil) == (offer.answeredBy == nil))
      }
    }
  }

  @Test func anOpenLeadIsInOneVisitAndALostLeadInNone() {
    JourneyPropertyTests.forEachHistory(seed: 7) { events, ownership, _ in
      let journey = Journey.fold(events, under: ownership)
      let open = journey.visits.filter { $0.left == nil }
      #expect(open.count == (journey.stage == nil || journey.isLost ? 0 : 1))
      if let visit = open.first {
        #expect(visit.stage == journey.stage)
        #expect(journey.visits.last == visit)
        #expect(visit.exit == .open)
      }
    }
  }

  @Test func visitsJoinWithoutAGapUnlessTheLeadWasLost() throws {
    try JourneyPropertyTests.forEachHistory(seed: 8) { events, ownership, _ in
      let visits = Journey.fold(events, under: ownership).visits
      for (visit, next) in zip(visits, visits.dropFirst()) {
        let left = try #require(visit.left)
        #expect(left >= visit.entered)
        switch visit.exit {
        case .forward: #expect(next.entered == left && next.stage > visit.stage)
        case .back: #expect(next.entered == left && next.stage < visit.stage)
        case .lost: #expect(next.entered >= left && next.stage == visit.stage)
        case .open: Issue.record("a visit that was left has an exit")
        }
      }
    }
  }

  /// Open leads in a stage = in - out, at any time, whether one looks back or was there.
  @Test func theBalanceOfAStageHoldsAtAnyTime() {
    JourneyPropertyTests.forEachHistory(seed: 9) { events, ownership, source in
      let visits = Journey.fold(events, under: ownership).visits
      let time = source.time()
      let live = Journey.live(events)
      let then = Journey.fold(live.filter { $0.occurred <= time }, under: ownership)
      for stage in Stage.allCases {
        let entered = visits.count { $0.stage == stage && $0.entered <= time }
        let left = visits.count { visit in visit.stage == stage && visit.left.map { $0 <= time } ?? false }
        #expect(entered - left == (then.stage == stage && !then.isLost ? 1 : 0))
      }
    }
  }

  @Test func stagesKeepTheirOrder() throws {
    try JourneyPropertyTests.forEachHistory(seed: 10) { events, ownership, _ in
      let journey = Journey.fold(events, under: ownership)
      guard let stage = journey.stage else {
        #expect(journey.firstEntry == SIMD8(repeating: 0))
        #expect(LeadRecord(journey) == nil)
        return
      }
      let entry = try #require(journey.entryStage)
      let furthest = try #require(journey.furthest)
      #expect(furthest >= stage && furthest >= entry)
      #expect(journey.firstEntry[entry.index] != 0 && journey.firstEntry[furthest.index] != 0)
      #expect(journey.firstEntry[stage.index] != 0)
      for later in Stage.allCases where later > furthest { #expect(journey.firstEntry[later.index] == 0) }
    }
  }

  @Test func theChainIsWithoutGapsAndNeverRunsBackwards() {
    JourneyPropertyTests.forEachHistory(seed: 11) { events, ownership, _ in
      let journey = Journey.fold(events, under: ownership)
      guard let entry = journey.entryStage else { return }
      let links = Stage.allCases.filter { journey.chain[$0.index] != 0 }
      #expect(links.map(\.number) == Array(entry.number..<entry.number + links.count))
      #expect(!links.isEmpty)
      for (one, next) in zip(links, links.dropFirst()) {
        #expect(journey.chain[one.index] <= journey.chain[next.index])
      }
      for link in links { #expect(journey.chain[link.index] >= journey.firstEntry[link.index]) }
    }
  }

  /// No sum of refunds passes the price, and none overflows.
  @Test func refundsNeverPassThePurchase() {
    JourneyPropertyTests.forEachHistory(seed: 12) { events, ownership, _ in
      for purchase in Journey.fold(events, under: ownership).purchases {
        #expect(purchase.refundedMinor >= 0)
        if let amount = purchase.amount, purchase.refundedMinor > 0 {
          #expect(purchase.refundedMinor <= amount.minor)
          #expect(purchase.isRefunded == (purchase.refundedMinor == amount.minor))
        }
      }
    }
  }

  @Test func whatIsReadFromAPageIsWhatWasWritten() {
    JourneyPropertyTests.forEachHistory(seed: 13) { events, ownership, _ in
      let journey = Journey.fold(events, under: ownership)
      guard let record = LeadRecord(journey) else { return }
      #expect(record.entryStage == journey.entryStage?.rawValue)
      #expect(record.stage == journey.stage?.rawValue)
      #expect(record.furthest == journey.furthest?.rawValue)
      #expect(record.isInHandoff == journey.lostInHandoff)
      #expect(record.hasOwnChain == (record.orderedChain() != journey.chain))
      #expect((record.lostAt == 0) == !journey.isLost)
    }
  }
}
