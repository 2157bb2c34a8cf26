import Testing

@testable import SharedFunnel

/// How well both sides judged, against a count over journeys.
struct HandoffAuditTests {
  @Test func theAuditCountsALeadAtEachOfItsLines() {
    var source = RandomHistory(seed: 84)
    var again = 0
    var several = 0
    for _ in 0..<60 {
      let world = HandoffWorld(&source)
      var scan = HandoffAuditScan(world.query)
      scan.add(page: world.pages.span.bytes)
      let audit = scan.audit()
      let offers = world.crossings.filter { $0.outcome != .unrecorded && world.isIn($0.offered) }
      let places = Dictionary(grouping: offers) { offer in
        [Int(offer.slot)] + [offer.handoff.line.from.number, offer.handoff.line.to.number].sorted()
      }.values.map { $0 }
      #expect(audit.offersAtLine == Dictionary(grouping: places, by: \.count).mapValues(\.count))
      let costs = places.filter { $0.count > 1 }.map { own in
        (own.map(\.offered).max() ?? 0) - (own.map(\.offered).min() ?? 0)
      }
      #expect(audit.costSeconds == costs.reduce(0, +) && audit.cost.n == costs.count)
      for times in 1...4 {
        for isAtLeast in [false, true] {
          let listed = scan.leads(OfferFrequency(times: times, isAtLeast: isAtLeast))
          let expected = places.filter { isAtLeast ? $0.count >= times : $0.count == times }
          #expect(listed.map { $0.lead.rawValue - 1 } == expected.map { $0[0].slot }.sorted())
          #expect(listed.allSatisfy { isAtLeast ? $0.offers >= times : $0.offers == times })
          #expect(
            listed.count == (isAtLeast ? audit.leads(offeredAtLeast: times) : audit.offersAtLine[times] ?? 0))
        }
      }
      again += audit.leads(offeredAtLeast: 2)
      several += places.count - Set(places.map { $0[0].slot }).count
    }
    // Leads that came to several lines, or it was never asked.
    #expect(again > 50 && several > 10)
  }

  /// Both rows of the table, and who overrides: each with its list.
  @Test func overridesAreThoseOfWhoOffered() {
    var source = RandomHistory(seed: 86)
    var overridden = 0
    for _ in 0..<60 {
      let world = HandoffWorld(&source)
      var scan = HandoffAuditScan(world.query)
      scan.add(page: world.pages.span.bytes)
      let audit = scan.audit()
      let offers = world.crossings.filter { $0.outcome != .unrecorded && world.isIn($0.offered) }
      for (isOverridden, counts) in [(true, audit.overridden), (false, audit.others)] {
        #expect(counts[.offered] == offers.count { $0.handoff.isOverridden == isOverridden })
        for number in [HandoffNumber.offered, .accepted, .rejected, .returned, .lostEarly] {
          var pick = HandoffPick()
          pick.numbers = [number]
          pick.isOverridden = isOverridden
          #expect(world.count(pick) == counts[number], "\(number.key)")
        }
      }
      #expect(audit.offerers.reduce(0) { $0 + $1.offered } == offers.count)
      for offerer in audit.offerers {
        let own = offers.filter {
          $0.handoff.giver == offerer.giver && $0.handoff.offeredBy.member == offerer.member
        }
        #expect(offerer.offered == own.count && offerer.overridden == own.count { $0.handoff.isOverridden })
        var pick = HandoffPick()
        pick.numbers = [.overridden]
        pick.giver = offerer.giver
        pick.member = offerer.member?.rawValue ?? 0
        #expect(world.count(pick) == offerer.overridden)
      }
      let shown = audit.offerers.map(\.overridden)
      #expect(shown == shown.sorted(by: >))
      overridden += audit.overridden[.offered]
    }
    #expect(overridden > 30)
  }
}
