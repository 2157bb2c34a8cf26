import Testing

@testable import SharedFunnel

/// The report on disputes against a count over random ones.
struct DisputeReportTests {
  private static let end = Timestamp(milliseconds: RandomHistory.start + 40 * RandomHistory.dayMs)

  private static func found(_ source: inout RandomHistory, _ lead: UInt32) -> DisputeCase {
    let opened = source.time()
    var found = DisputeCase(
      lead: LeadID(rawValue: lead), ordinal: source.number(0...1), subject: source.chance(50) ? .rejection : .return,
      opened: opened, line: HandoffLine(from: source.stage(), to: source.stage()), giver: source.departments(),
      receiver: source.departments(), offered: opened)
    found.openedBy = source.chance(80) ? MemberID(rawValue: source.number(1...3)) : nil
    found.cause = source.term()
    found.source = source.term()
    if source.chance(60) {
      found.ruling = source.pick([.upheld, .overturned, .split])
      found.ruled = Timestamp(milliseconds: opened.milliseconds + source.number(0...20) * RandomHistory.dayMs)
    }
    return found
  }

  private static func query(_ source: inout RandomHistory) -> DisputeQuery {
    var query = DisputeQuery(asOf: end)
    if source.chance(40) { query.filter.source = source.number(0...3) }
    if source.chance(50) {
      let days = ["2024-01-03..2024-01-08", "2024-W01", "2024-01"]
      query.period = try? DateText.period(source.pick(days), now: end, zone: .utc)
    }
    query.causes = [TermID(rawValue: 1): "budget", TermID(rawValue: 2): "trust"]
    query.kinds = [TermID(rawValue: 1): .economic, TermID(rawValue: 2): .cultural]
    query.members = [MemberID(rawValue: 1): "ana"]
    query.months = PeriodTable(
      PeriodGrid(.month, from: Timestamp(milliseconds: RandomHistory.start), to: end, zone: .utc))
    return query
  }

  @Test func everyBreakdownIsACountOfTheSameDisputes() {
    var source = RandomHistory(seed: 41)
    var ruled = 0
    for _ in 0..<300 {
      let query = Self.query(&source)
      let all = (0..<source.number(0...30)).map { Self.found(&source, UInt32($0) + 1) }
      var scan = DisputeScan(query)
      for found in all { scan.add(found) }
      let report = scan.report(by: DisputeDimension.allCases)
      let own = all.filter { found in
        (query.period.map { found.opened >= $0.start && found.opened < $0.end } ?? true)
          && (query.filter.source.map { found.source.rawValue == $0 } ?? true)
      }
      Self.expect(report.total, of: own)
      ruled += report.total.ruled
      for breakdown in report.breakdowns {
        #expect(breakdown.rows.reduce(0) { $0 + $1.tally.opened } == own.count, "\(breakdown.dimension)")
        #expect(Set(breakdown.rows.map(\.name)).count == breakdown.rows.count)
        for row in breakdown.rows {
          let behind = own.filter { Self.name($0, breakdown.dimension) == row.name }
          Self.expect(row.tally, of: behind)
          var choice = DisputeChoice()
          choice.words = [(breakdown.dimension, row.name)]
          #expect(Set(scan.cases(choice)) == Set(behind))
          choice.isRuled = true
          #expect(scan.cases(choice).count == row.tally.ruled)
        }
      }
      for role in DisputeSide.Role.allCases {
        let sides = report.sides.filter { $0.role == role }
        #expect(sides.reduce(0) { $0 + $1.tally.opened } == own.count)
        for side in sides {
          let behind = own.filter { (role == .giver ? $0.giver : $0.receiver) == side.departments }
          Self.expect(side.tally, of: behind)
          var choice = DisputeChoice()
          if role == .giver { choice.giver = side.departments } else { choice.receiver = side.departments }
          #expect(scan.cases(choice).count == side.tally.opened)
        }
      }
    }
    #expect(ruled > 500)
  }

  private static func name(_ found: DisputeCase, _ dimension: DisputeDimension) -> String? {
    switch dimension {
    case .cause: [nil, "budget", "trust", "#3"][Int(found.cause.rawValue)]
    case .kind: [nil, "economic", "cultural", nil][Int(found.cause.rawValue)]
    case .month: "2024-01"
    case .opener: found.openedBy.map { $0.rawValue == 1 ? "ana" : "#\($0.rawValue)" }
    case .outcome: found.ruling?.key ?? "open"
    case .subject: found.subject == .rejection ? "rejection" : "return"
    case .boundary: "\(found.line.from.key):\(found.line.to.key)"
    }
  }

  private static func expect(_ tally: DisputeTally, of cases: [DisputeCase]) {
    #expect(tally.opened == cases.count)
    #expect(tally.upheld == cases.count { $0.ruling == .upheld })
    #expect(tally.overturned == cases.count { $0.ruling == .overturned })
    #expect(tally.split == cases.count { $0.ruling == .split })
    #expect(tally.open == cases.count { $0.ruling == nil })
    #expect(tally.overturnedShare.denominator == cases.count { $0.ruling != nil })
    #expect(
      tally.ruling == WaitingTimes(cases.compactMap { found in found.ruled.map { $0.seconds - found.opened.seconds } }))
    #expect(tally.age.max == cases.filter { $0.ruling == nil }.map { end.seconds - $0.opened.seconds }.max())
  }

  /// Whoever asks twice reads the same page.
  @Test func rowsAreInAnOrderThatDoesNotChange() {
    var source = RandomHistory(seed: 42)
    for _ in 0..<40 {
      var scan = DisputeScan(Self.query(&source))
      for lead in 1...UInt32(20) { scan.add(Self.found(&source, lead)) }
      let report = scan.report(by: DisputeDimension.allCases)
      #expect(scan.report(by: DisputeDimension.allCases) == report)
      let causes = report.breakdowns[0].rows.map(\.tally.opened)
      #expect(causes == causes.sorted(by: >))
    }
  }

  /// While slow cases are open, the median of the ruled ones alone is too short.
  @Test func theMedianAllowsForWhatIsOpen() {
    func found(_ lead: UInt32, openFor days: Int64, isRuled: Bool) -> DisputeCase {
      let opened = Timestamp(milliseconds: Self.end.milliseconds - days * RandomHistory.dayMs)
      var found = DisputeCase(
        lead: LeadID(rawValue: lead), ordinal: 0, subject: .rejection, opened: opened,
        line: HandoffLine(from: .brandPreference, to: .purchaseIntention), giver: .marketing, receiver: .sales,
        offered: opened)
      if isRuled {
        found.ruling = .upheld
        found.ruled = Self.end
      }
      return found
    }
    var scan = DisputeScan(DisputeQuery(asOf: Self.end))
    for (lead, days) in [(1, 1), (2, 2), (3, 8)] { scan.add(found(UInt32(lead), openFor: Int64(days), isRuled: true)) }
    for lead in 4...6 { scan.add(found(UInt32(lead), openFor: 5, isRuled: false)) }
    let report = scan.report(by: [])
    #expect(report.total.ruling.p50 == 172_800.0)
    #expect(report.median?.value == Int64(691_200))
  }

  @Test(arguments: [
    ("4:5", HandoffLine(from: .brandPreference, to: .purchaseIntention)),
    ("purchase_intention:brand_preference", HandoffLine(from: .purchaseIntention, to: .brandPreference)),
  ])
  func aLineIsReadAsItIsNamed(text: String, line: HandoffLine) {
    #expect(HandoffLine(text: text) == line)
    #expect(HandoffLine(text: line.key) == line)
  }

  @Test(arguments: ["", "4", "4:", "4:5:6", "4:4", "4-5", "0:1"])
  func whatIsNoLineIsNone(text: String) { #expect(HandoffLine(text: text) == nil) }
}
