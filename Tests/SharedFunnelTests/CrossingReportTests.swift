import Testing

@testable import SharedFunnel

/// The owners report against a count over journeys.
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
