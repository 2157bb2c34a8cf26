import Testing

@testable import SharedFunnel

/// The handoff and the owners report against a count over journeys.
struct CrossingReportTests {
  private static func day(_ day: Int64) -> UInt32 {
    UInt32((RandomHistory.start + day * RandomHistory.dayMs) / 1_000)
  }

  private static func journeys(_ source: inout RandomHistory, _ ownership: Ownership) -> [Journey] {
    (1...UInt32(30)).map { lead in
      Journey.fold(
        source.chance(50) ? source.wild(lead: lead) : source.strict(lead: lead, under: ownership), under: ownership)
    }
  }

  @Test func handoffsAreCountedOnceEachByTheirOutcome() {
    var source = RandomHistory(seed: 80)
    var answers = 0
    for _ in 0..<120 {
      let journeys = Self.journeys(&source, source.ownership())
      let asOf = Timestamp(seconds: Int64(Self.day(source.number(0...40))))
      var query = HandoffQuery(asOf: asOf)
      if source.chance(50) { query.period = Self.day(source.number(0...6))..<Self.day(source.number(6...13)) }
      if source.chance(30) { query.slots = Set((0..<10).map { _ in source.number(0...29) }) }
      var pages: [UInt8] = []
      var crossings: [Handoff] = []
      for (slot, journey) in journeys.enumerated() {
        for handoff in journey.handoffs {
          HandoffRecord(handoff, lead: LeadID(rawValue: UInt32(slot) + 1), slot: UInt32(slot), ordinal: 0).write(
            to: &pages)
          let offered = UInt32(handoff.offered.seconds)
          if query.period?.contains(offered) ?? true, query.slots?.contains(UInt32(slot)) ?? true {
            crossings.append(handoff)
          }
        }
      }
      var scan = HandoffReportScan(query)
      scan.add(page: pages.span.bytes)
      let report = scan.report()
      Self.expect(report.total, counts: crossings, asOf)
      for line in report.lines {
        Self.expect(
          line.counts, counts: crossings.filter { $0.giver == line.giver && $0.receiver == line.receiver }, asOf)
      }
      #expect(
        report.lines.reduce(0) { $0 + $1.counts.offered + $1.counts.unrecorded }
          == report.total.offered + report.total.unrecorded)
      let rejected = crossings.filter { $0.outcome == .rejected }
      #expect(report.rejections.reduce(0) { $0 + $1.count } == rejected.count)
      for reason in report.rejections { #expect(reason.count == rejected.count { $0.reason == reason.reason }) }
      #expect(report.rejections.map(\.count) == report.rejections.map(\.count).sorted(by: >))
      for outcome in HandoffOutcome.allCases.map(Optional.some) + [nil] {
        var list = HandoffListScan(query, outcome: outcome)
        list.add(page: pages.span.bytes)
        #expect(list.records.count == Self.number(report.total, outcome))
      }
      answers += report.total.answered
    }
    #expect(answers > 100)
  }

  private static func number(_ counts: HandoffCounts, _ outcome: HandoffOutcome?) -> Int {
    switch outcome {
    case .pending: counts.pending
    case .accepted: counts.accepted
    case .rejected: counts.rejected
    case .expired: counts.expired
    case .withdrawn: counts.withdrawn
    case .unrecorded: counts.unrecorded
    case .acceptedBySilence: 0
    case nil: counts.offered
    }
  }

  private static func expect(_ counts: HandoffCounts, counts crossings: [Handoff], _ asOf: Timestamp) {
    func isOverdue(_ handoff: Handoff) -> Bool {
      handoff.outcome == .pending && handoff.due.map { $0.seconds < asOf.seconds } ?? false
    }
    #expect(counts.accepted == crossings.count { $0.outcome == .accepted })
    #expect(counts.rejected == crossings.count { $0.outcome == .rejected })
    #expect(counts.withdrawn == crossings.count { $0.outcome == .withdrawn })
    #expect(counts.unrecorded == crossings.count { $0.outcome == .unrecorded })
    #expect(counts.expired == crossings.count { $0.outcome == .expired || isOverdue($0) })
    #expect(counts.pending == crossings.count { $0.outcome == .pending && !isOverdue($0) })
    #expect(counts.offered == crossings.count { $0.outcome != .unrecorded })
    let decided = counts.accepted + counts.rejected + counts.expired
    #expect(counts.acceptance == (decided == 0 ? nil : Double(counts.accepted) / Double(decided)))
    let times = crossings.filter { $0.outcome == .accepted || $0.outcome == .rejected }.compactMap { handoff in
      handoff.answered.map { $0.seconds - handoff.offered.seconds }
    }.sorted()
    #expect(counts.answered == times.count && counts.slowest == times.last)
    if times.count % 2 == 1 { #expect(counts.p50 == Double(times[times.count / 2])) }
    #expect((counts.p90 == nil) == times.isEmpty)
  }

  @Test func ownersReportCountsInAndOut() {
    var source = RandomHistory(seed: 81)
    for _ in 0..<120 {
      let ownership = source.ownership()
      let journeys = Self.journeys(&source, ownership)
      let period = Self.day(source.number(0...5))..<Self.day(source.number(5...14))
      let asOf = Timestamp(seconds: Int64(Self.day(source.number(0...120))))
      var scan = OwnersScan(period: period, asOf: asOf)
      var pages: [UInt8] = []
      for (place, journey) in journeys.enumerated() {
        for visit in journey.visits {
          VisitRecord(visit, after: nil, lead: LeadID(rawValue: UInt32(place) + 1)).write(to: &pages)
        }
      }
      scan.add(page: pages.span.bytes)
      let report = scan.report(ownership)
      let visits = journeys.flatMap(\.visits)
      func isIn(_ time: Timestamp?) -> Bool { time.map { period.contains(UInt32($0.seconds)) } ?? false }
      for stage in report.stages {
        let own = visits.filter { $0.stage == stage.stage }
        #expect(stage.open == journeys.count { $0.stage == stage.stage && !$0.isLost })
        #expect(stage.entered == own.count { isIn($0.entered) })
        #expect(stage.forward == own.count { $0.exit == .forward && isIn($0.left) })
        #expect(stage.back == own.count { $0.exit == .back && isIn($0.left) })
        #expect(stage.lost == own.count { $0.exit == .lost && isIn($0.left) })
        #expect(stage.owners == ownership.owners(of: stage.stage, at: asOf))
        #expect(stage.responsible == ownership.responsible(for: stage.stage, at: asOf))
      }
      #expect(report.lines == ownership.boundaries(at: asOf))
      #expect(report.shared == report.stages.filter { $0.owners == [.marketing, .sales] }.map(\.stage))
    }
  }
}
