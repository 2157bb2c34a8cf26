import Testing

@testable import SharedFunnel

/// The report on handoffs against a count over journeys, by the sentences of docs/metrics.md.
struct HandoffReportTests {
  private static func expect(_ counts: HandoffCounts, _ crossings: [CrossingOracle], _ world: HandoffWorld) {
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
    #expect(counts.offers.n == counts[.offered] && counts.offers.open == counts[.offerOpen])
    #expect(counts.offers.negative == counts[.offerNegative] && counts[.offerOpen] >= counts[.pending])
    for row in counts.offers.rows { #expect(row.count == counts[.end(row.cause)]) }
    #expect(counts.acceptances.n == counts[.taken] && counts.acceptances.open == counts[.acceptanceOpen])
    #expect(counts.acceptances.negative == counts[.acceptanceNegative])
    for row in counts.acceptances.rows { #expect(row.count == counts[.end(row.cause)]) }
    #expect(counts.offers.rows.map(\.count).reduce(counts.offers.open, +) == counts.offers.n)
  }

  @Test func everyNumberIsACountOfItsCrossingsAndHasItsList() {
    var source = RandomHistory(seed: 80)
    var seen: [HandoffNumber: Int] = [:]
    for _ in 0..<110 {
      let world = HandoffWorld(&source)
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
      var world = HandoffWorld(&source)
      world.query.grouping = grouping
      world.query.groups = (0..<30).map { $0 % 4 }
      world.query.months = PeriodTable(
        starts: [HandoffWorld.day(-1), HandoffWorld.day(4), HandoffWorld.day(8)], labels: ["a", "b", "c"],
        end: HandoffWorld.day(40))
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
        case .member: pick.member = group.key
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

  private static func key(of crossing: CrossingOracle, _ grouping: HandoffGrouping, _ world: HandoffWorld) -> UInt32 {
    let handoff = crossing.handoff
    switch grouping {
    case .source, .campaign, .segment: return crossing.slot % 4
    case .giver: return UInt32(handoff.giver.rawValue)
    case .receiver: return UInt32(handoff.receiver.rawValue)
    case .member: return crossing.outcome == .unrecorded ? 0 : handoff.offeredBy.member?.rawValue ?? 0
    case .reason: return crossing.outcome == .rejected || handoff.returned != nil ? handoff.reason.rawValue : 0
    case .month:
      let time = world.isIn(crossing.offered) ? crossing.offered : crossing.due ?? 0
      return UInt32([4, 8].count { time >= Int64(HandoffWorld.day($0)) })
    case .boundary: return 0
    }
  }
}
