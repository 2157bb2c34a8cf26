import Testing

@testable import SharedFunnel

/// The report on handoffs against a count over journeys, by the sentences of docs/metrics.md.
struct HandoffReportTests {
  private static func day(_ day: Int64) -> UInt32 {
    UInt32((RandomHistory.start + day * RandomHistory.dayMs) / 1_000)
  }

  /// Leads in pages, and what the oracle makes of them.
  private struct World {
    var query: HandoffQuery
    var pages: [UInt8] = []
    var crossings: [CrossingOracle] = []

    init(_ source: inout RandomHistory) {
      let ownership = source.ownership()
      query = HandoffQuery(asOf: Timestamp(seconds: Int64(HandoffReportTests.day(source.number(0...40)))))
      if source.chance(50) {
        query.period = HandoffReportTests.day(source.number(0...6))..<HandoffReportTests.day(source.number(6...13))
      }
      if source.chance(30) { query.slots = Set((0..<10).map { _ in source.number(0...29) }) }
      var leads: [UInt8] = []
      for slot in 0..<UInt32(30) {
        let lead = slot + 1
        let events =
          source.chance(40)
          ? source.atTheLine(lead: lead)
          : source.chance(50) ? source.wild(lead: lead) : source.strict(lead: lead, under: ownership)
        let journey = Journey.fold(events, of: LeadID(rawValue: lead), under: ownership)
        // A lead without a stage leaves its place empty.
        (LeadRecord(journey) ?? LeadRecord()).write(to: &leads)
        guard LeadRecord(journey) != nil else { continue }
        for record in HandoffRecord.records(of: journey, slot: Int(slot)) { record.write(to: &pages) }
        crossings += CrossingOracle.crossings(of: journey, slot: slot, asOf: Int64(query.asOf))
      }
      var fates = LeadFateScan()
      fates.add(page: leads.span.bytes)
      var offers = fates.pass()
      offers.add(page: pages.span.bytes)
      query.fates = offers.fates
      let slots = query.slots
      crossings.removeAll { !(slots?.contains($0.slot) ?? true) }
    }

    func isIn(_ time: Int64) -> Bool { query.period?.contains(UInt32(time)) ?? true }

    /// Every number that the crossing counts in.
    func keys(_ crossing: CrossingOracle) -> Set<String> {
      var keys = isIn(crossing.offered) ? crossing.keys : []
      guard crossing.missed, let due = crossing.due, isIn(due) else { return keys }
      keys.insert("sla.due")
      let end = Int64(min(query.asOf, query.period?.upperBound ?? .max))
      let isSilent = crossing.outcome == .expired || crossing.outcome == .acceptedBySilence
      if due < end, isSilent || (crossing.answered ?? 0) > end { keys.insert("sla.past_due") }
      return keys
    }

    func report() -> HandoffReport {
      var scan = HandoffReportScan(query)
      scan.add(page: pages.span.bytes)
      return scan.report()
    }

    func count(_ pick: HandoffPick) -> Int {
      var list = HandoffListScan(query, pick)
      list.add(page: pages.span.bytes)
      return list.records.count
    }
  }

  private static func expect(_ counts: HandoffCounts, _ crossings: [CrossingOracle], _ world: World) {
    let keys = crossings.map(world.keys)
    for number in HandoffNumber.allCases {
      #expect(counts[number] == keys.count { $0.contains(number.key) }, "\(number.key)")
    }
    let offers = zip(crossings, keys).filter { $0.1.contains("offered") }.map(\.0)
    let answers = offers.filter { $0.outcome == .accepted || $0.outcome == .rejected }
    let times = answers.map { ($0.answered ?? 0) - $0.offered }.sorted()
    #expect(counts.answer.clock.n == times.count && counts.answer.clock.max == times.last)
    if times.count % 2 == 1 { #expect(counts.answer.clock.p50 == Double(times[times.count / 2])) }
    // No calendar is set.
    #expect(counts.answer.working == counts.answer.clock)
    let contacts = offers.filter { $0.isTaken && $0.handoff.contacted != nil }.map {
      (CrossingOracle.seconds($0.handoff.contacted) ?? 0) - $0.taken
    }
    #expect(counts.contact.clock.n == contacts.count && counts.contact.clock.max == contacts.max())
    let rejected = offers.filter { $0.outcome == .rejected }
    for reason in counts.rejections { #expect(reason.count == rejected.count { $0.handoff.reason == reason.reason }) }
    let expected = counts[.decided] == 0 ? nil : Double(counts[.accepted]) / Double(counts[.decided])
    #expect(counts.acceptance.value == expected)
  }

  /// What must hold whatever happened.
  private static func identities(_ counts: HandoffCounts, hasPeriod: Bool) {
    func sum(_ numbers: HandoffNumber...) -> Int { numbers.reduce(0) { $0 + counts[$1] } }
    #expect(
      counts[.offered] == sum(.accepted, .acceptedBySilence, .rejected, .expired, .withdrawn, .pending))
    #expect(counts[.offered] == sum(.slaMet, .slaMissed, .slaNotDue, .slaExempt))
    #expect(counts[.taken] == sum(.accepted, .acceptedBySilence))
    #expect(counts[.taken] == sum(.returned, .advanced, .disqualified, .open))
    #expect(counts[.taken] == sum(.contactMet, .contactMissed, .contactNotDue, .contactExempt))
    #expect(counts[.disputed] == sum(.unruled, .upheld, .overturned, .split))
    #expect(counts[.pastDue] <= counts[.due])
    if !hasPeriod { #expect(counts[.due] == counts[.slaMissed]) }
    #expect(counts.rejections.reduce(0) { $0 + $1.count } == counts[.rejected])
    #expect(counts.returns.reduce(0) { $0 + $1.count } == counts[.returned])
    #expect(counts.offers.n == counts[.offered] && counts.offers.open == counts[.pending])
    #expect(counts.acceptances.n == counts[.taken])
    #expect(counts.offers.rows.map(\.count).reduce(counts.offers.open, +) == counts.offers.n)
  }

  @Test func everyNumberIsACountOfItsCrossingsAndHasItsList() {
    var source = RandomHistory(seed: 80)
    var seen: [HandoffNumber: Int] = [:]
    for _ in 0..<110 {
      let world = World(&source)
      let report = world.report()
      Self.expect(report.total, world.crossings, world)
      Self.identities(report.total, hasPeriod: world.query.period != nil)
      for number in HandoffNumber.allCases {
        var pick = HandoffPick()
        pick.numbers = [number]
        #expect(world.count(pick) == report.total[number], "\(number.key)")
        seen[number, default: 0] += report.total[number]
      }
      for boundary in report.boundaries {
        let own = world.crossings.filter {
          $0.handoff.line == boundary.line && $0.handoff.giver == boundary.giver
            && $0.handoff.receiver == boundary.receiver
        }
        Self.expect(boundary.counts, own, world)
        for number in HandoffNumber.allCases {
          var pick = HandoffPick()
          pick.numbers = [number]
          pick.line = boundary.line
          pick.giver = boundary.giver
          pick.receiver = boundary.receiver
          #expect(world.count(pick) == boundary.counts[number], "\(number.key)")
        }
      }
    }
    // A number that never happened here would prove nothing.
    for number in HandoffNumber.allCases { #expect(seen[number, default: 0] > 0, "\(number.key)") }
  }

  @Test(arguments: HandoffGrouping.allCases.filter { $0 != .boundary })
  func groupsShareOutTheWhole(_ grouping: HandoffGrouping) {
    var source = RandomHistory(seed: 83)
    for _ in 0..<15 {
      var world = World(&source)
      world.query.grouping = grouping
      world.query.groups = (0..<30).map { $0 % 4 }
      world.query.months = PeriodTable(
        starts: [Self.day(-1), Self.day(4), Self.day(8)], labels: ["a", "b", "c"], end: Self.day(40))
      let report = world.report()
      for number in HandoffNumber.allCases {
        #expect(report.groups.reduce(0) { $0 + $1.counts[number] } == report.total[number], "\(number.key)")
      }
      for group in report.groups {
        let own = world.crossings.filter { Self.key(of: $0, grouping, world) == group.key }
        Self.expect(group.counts, own, world)
        Self.identities(group.counts, hasPeriod: world.query.period != nil)
        var pick = HandoffPick()
        pick.numbers = [.offered]
        switch grouping {
        case .giver: pick.giver = DepartmentSet(rawValue: UInt16(group.key))
        case .receiver: pick.receiver = DepartmentSet(rawValue: UInt16(group.key))
        case .reason: pick.reason = TermID(rawValue: group.key)
        case .month:
          let months = world.query.months
          let place = Int(group.key)
          let start = place == 0 ? 0 : months.starts[place]
          pick.month = start..<(place + 1 < months.starts.count ? months.starts[place + 1] : .max)
        // Asked for as a condition on leads.
        case .source, .campaign, .segment, .boundary: continue
        }
        #expect(world.count(pick) == group.counts[.offered])
      }
    }
  }

  private static func key(of crossing: CrossingOracle, _ grouping: HandoffGrouping, _ world: World) -> UInt32 {
    let handoff = crossing.handoff
    switch grouping {
    case .source, .campaign, .segment: return crossing.slot % 4
    case .giver: return UInt32(handoff.giver.rawValue)
    case .receiver: return UInt32(handoff.receiver.rawValue)
    case .reason: return crossing.outcome == .rejected || handoff.returned != nil ? handoff.reason.rawValue : 0
    case .month:
      let time = world.isIn(crossing.offered) ? crossing.offered : crossing.due ?? 0
      return UInt32([4, 8].count { time >= Int64(day($0)) })
    case .boundary: return 0
    }
  }

  @Test func theAuditCountsLeadsByTheirOffersOverOneLine() {
    var source = RandomHistory(seed: 84)
    var again = 0
    for _ in 0..<60 {
      let world = World(&source)
      var scan = HandoffAuditScan(world.query)
      scan.add(page: world.pages.span.bytes)
      let audit = scan.audit()
      let offers = world.crossings.filter { $0.outcome != .unrecorded && world.isIn($0.offered) }
      var most: [UInt32: Int] = [:]
      var cost: [UInt32: Int64] = [:]
      for (slot, own) in Dictionary(grouping: offers, by: \.slot) {
        let lines = Dictionary(grouping: own) { Set([$0.handoff.line.from, $0.handoff.line.to]) }
        most[slot] = lines.values.map(\.count).max()
        for line in lines.values where line.count > 1 {
          let times = line.map(\.offered)
          cost[slot, default: 0] += (times.max() ?? 0) - (times.min() ?? 0)
        }
      }
      #expect(audit.leadsByOffers == Dictionary(grouping: most.values) { $0 }.mapValues(\.count))
      #expect(audit.costSeconds == cost.values.reduce(0, +) && audit.cost.n == cost.count)
      for times in 1...4 {
        for isAtLeast in [false, true] {
          let listed = scan.leads(OfferFrequency(times: times, isAtLeast: isAtLeast)).map { $0.rawValue - 1 }
          #expect(Set(listed) == Set(most.filter { isAtLeast ? $0.value >= times : $0.value == times }.keys))
          #expect(
            listed.count == (isAtLeast ? audit.leads(offeredAtLeast: times) : audit.leadsByOffers[times] ?? 0))
        }
      }
      #expect(audit.overridden[.offered] == offers.count { $0.handoff.isOverridden })
      #expect(audit.overridden[.offered] + audit.others[.offered] == offers.count)
      again += audit.leads(offeredAtLeast: 2)
    }
    #expect(again > 50)
  }

  @Test func eachEndOfAnOfferHasItsShareAndTheOpenOnesAreAllowedFor() throws {
    var source = RandomHistory(seed: 85)
    var estimated = 0
    for _ in 0..<30 {
      let world = World(&source)
      let table = world.report().total.offers
      let offers = world.crossings.filter { $0.outcome != .unrecorded && world.isIn($0.offered) }
      for row in table.rows {
        let observations = offers.map { offer -> (seconds: Int64, outcome: CumulativeIncidence.Outcome) in
          guard offer.outcome != .pending else { return (Int64(world.query.asOf) - offer.offered, .open) }
          let end = offer.outcome == .expired ? offer.due ?? offer.answered : offer.answered ?? offer.due
          return ((end ?? 0) - offer.offered, offer.outcome.key == row.cause.rawValue ? .reached : .lost)
        }
        let expected = CumulativeIncidence(observations, by: .max)
        #expect(row.incidence?.value == expected?.value && row.incidence?.interval == expected?.interval)
        #expect(row.naive == Rate(row.count, of: offers.count - table.open))
        estimated += row.incidence?.interval == nil ? 0 : 1
      }
    }
    #expect(estimated > 30)
  }
}

extension RandomHistory {
  /// A lead that is offered up to four times, answered in any way, and meets what a lead can meet after that.
  fileprivate mutating func atTheLine(lead: UInt32) -> [LeadEvent] {
    var events: [LeadEvent] = []
    var at = RandomHistory.start
    @discardableResult
    func record(_ fact: LeadFact) -> EventID {
      let event = LeadEvent(
        id: eventID(), lead: LeadID(rawValue: lead), occurred: Timestamp(milliseconds: at),
        recorded: Timestamp(milliseconds: at), actor: .member(MemberID(rawValue: 1)), fact: fact)
      events.append(event)
      at += number(0...4) * RandomHistory.dayMs / 2
      return event.id
    }
    func soon() -> Timestamp? {
      chance(70) ? Timestamp(milliseconds: at + number(0...6) * RandomHistory.dayMs / 2) : nil
    }
    record(.created(Creation(stage: .brandPreference)))
    for _ in 0..<number(1...4) {
      let due = soon()
      let offer = record(
        .offered(
          Offer(
            to: .purchaseIntention, giver: .marketing, receiver: .sales, due: due,
            silence: chance(30) ? .accepted : .expired,
            line: HandoffLine(from: .brandPreference, to: .purchaseIntention), agreement: 1, isOverridden: chance(20),
            referredFrom: nil)))
      switch number(0...5) {
      case 0, 1: record(.accepted(offer, to: .purchaseIntention, by: nil, contactDue: soon()))
      case 2: record(.acceptedBySilence(offer, to: .purchaseIntention, contactDue: soon()))
      case 3, 4: record(.rejected(offer, reason: term(), disputableUntil: nil))
      default: record(.withdrawn(offer))
      }
      for _ in 0..<number(0...3) {
        switch number(0...6) {
        case 0: record(.touched(term(), by: .sales))
        case 1: record(.moved(.purchase))
        case 2: record(.purchased(money()))
        case 3: record(.lost(reason: term()))
        case 4: record(.returned(offer, to: .brandPreference, reason: term(), disputableUntil: nil))
        case 5: record(.disputed(offer, cause: term()))
        default: record(.ruled(offer, pick(Ruling.allCases)))
        }
      }
    }
    return events
  }
}
