import Testing

@testable import SharedFunnel

/// Rates over offers through time against a count over journeys.
struct HandoffTrendTests {
  private static func day(_ day: Int64) -> UInt32 {
    UInt32((RandomHistory.start + day * RandomHistory.dayMs) / 1_000)
  }

  /// In the numerator, in the denominator only, undecided, or nowhere: by the sentences of docs/metrics.md.
  private enum Standing { case good, bad, undecided, none }

  private static func standing(_ offer: CrossingOracle, _ rate: HandoffRate) -> Standing {
    switch rate {
    case .acceptance:
      switch offer.outcome {
      case .accepted: return .good
      case .rejected, .expired: return .bad
      case .pending: return .undecided
      case .withdrawn, .acceptedBySilence, .unrecorded: return .none
      }
    case .sla:
      let keys = offer.keys
      if keys.contains("sla.met") { return .good }
      if keys.contains("sla.missed") { return .bad }
      return keys.contains("sla.not_due") ? .undecided : .none
    }
  }

  @Test func everyPointIsACountOfItsOffers() {
    var source = RandomHistory(seed: 98)
    var decided = 0
    for _ in 0..<200 {
      let ownership = source.ownership()
      let asOf = Int64(Self.day(source.number(3...40)))
      let periods = PeriodTable(
        starts: [Self.day(-1), Self.day(3), Self.day(6), Self.day(9)], labels: ["a", "b", "c", "d"], end: Self.day(20))
      let groups = source.chance(50) ? (0..<30).map { _ in UInt32(source.number(0...3)) } : nil
      var handoffs = HandoffQuery(asOf: Timestamp(seconds: asOf))
      if source.chance(40) { handoffs.period = Self.day(source.number(0...5))..<Self.day(source.number(5...13)) }
      let rate = source.pick(HandoffRate.allCases)
      let query = HandoffTrendQuery(handoffs, rate: rate, periods: periods, groups: groups)
      var pages: [UInt8] = []
      var offers: [(label: String, group: UInt32, standing: Standing)] = []
      for slot in 0..<30 {
        let lead = UInt32(slot) + 1
        let events = source.chance(50) ? source.wild(lead: lead) : source.strict(lead: lead, under: ownership)
        let journey = Journey.fold(events, under: ownership)
        for record in HandoffRecord.records(of: journey, slot: slot) { record.write(to: &pages) }
        for offer in CrossingOracle.crossings(of: journey, slot: UInt32(slot), asOf: asOf) {
          let offered = UInt32(offer.offered)
          guard handoffs.period?.contains(offered) ?? true else { continue }
          let place = periods.starts.count { $0 <= offered } - 1
          offers.append((periods.labels[place], groups?[slot] ?? 0, Self.standing(offer, rate)))
        }
      }
      var scan = HandoffTrendScan(query)
      scan.add(page: pages.span.bytes)
      let report = scan.report()
      for (series, group) in [(report.points, nil)] + report.groups.map({ ($0.points, Optional($0.key)) }) {
        for point in series {
          let own = offers.filter { $0.label == point.label && (group == nil || $0.group == group) }
          let good = own.count { $0.standing == .good }
          let bad = own.count { $0.standing == .bad }
          let open = own.count { $0.standing == .undecided }
          #expect(point.rate == Rate(good, of: good + bad) && point.unresolved == open)
          #expect(point.isImmature == (open * 4 > good + bad + open))
          #expect((point.value == nil) == (good + bad == 0))
          decided += good + bad
          guard group == nil else { continue }
          for (number, count) in [(TrendNumber.numerator, good), (.denominator, good + bad), (.unresolved, open)] {
            var list = HandoffTrendListScan(query, point: point.start, number: number)
            list.add(page: pages.span.bytes)
            #expect(list.records.count == count)
          }
        }
      }
      let shown = Set(report.points.map(\.label))
      #expect(offers.allSatisfy { $0.standing == .none || shown.contains($0.label) })
    }
    #expect(decided > 200)
  }
}
