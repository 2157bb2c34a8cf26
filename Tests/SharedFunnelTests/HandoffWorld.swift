@testable import SharedFunnel

/// Random leads in pages, and what the oracle makes of them.
struct HandoffWorld {
  var query: HandoffQuery
  var pages: [UInt8] = []
  var crossings: [CrossingOracle] = []

  static func day(_ day: Int64) -> UInt32 {
    UInt32((RandomHistory.start + day * RandomHistory.dayMs) / 1_000)
  }

  init(_ source: inout RandomHistory) {
    let ownership = source.ownership()
    query = HandoffQuery(asOf: Timestamp(seconds: Int64(HandoffWorld.day(source.number(0...40)))))
    if source.chance(50) {
      query.period = HandoffWorld.day(source.number(0...6))..<HandoffWorld.day(source.number(6...13))
    }
    if source.chance(40) { query.window = source.number(0...12) * 43_200 }
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
      query.offerers.merge(journey.offerers) { $1 }
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
    var keys = isIn(crossing.offered) ? crossing.keys.union(crossing.ends(within: query.window)) : []
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

extension RandomHistory {
  /// A lead that is offered up to four times, answered in any way, and meets what a lead can meet after that.
  mutating func atTheLine(lead: UInt32) -> [LeadEvent] {
    var events: [LeadEvent] = []
    var at = RandomHistory.start
    @discardableResult
    func record(_ fact: LeadFact) -> EventID {
      // Some things are entered days after they were done.
      let entered = at + (chance(30) ? number(1...6) * RandomHistory.dayMs / 2 : 0)
      let event = LeadEvent(
        id: eventID(), lead: LeadID(rawValue: lead), occurred: Timestamp(milliseconds: at),
        recorded: Timestamp(milliseconds: entered), actor: .member(MemberID(rawValue: 1)), fact: fact)
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
