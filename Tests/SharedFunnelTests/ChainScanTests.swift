import Testing

@testable import SharedFunnel

/// The stays that a chain learns from, against a walk along each lead's history.
struct ChainScanTests {
  /// From the journey's own visits, in their order.
  private static func walk(_ journey: Journey, until observed: UInt32) -> [StageStay] {
    let bought: UInt32 = [5, 6, 7].map { journey.firstEntry[$0] }.filter { $0 != 0 }.min() ?? .max
    var stays: [StageStay] = []
    // The stages in which the lead was, one after the other, without breaks by losses.
    var path: [(stage: Stage, from: UInt32, last: Visit)] = []
    for visit in journey.visits where visit.stage < .purchase {
      let from = visit.entered.wholeSeconds
      guard from < bought || (visit.left.map { $0.wholeSeconds <= bought } ?? false) else { continue }
      if let last = path.last, last.stage == visit.stage {
        path[path.count - 1].last = visit
      } else {
        path.append((visit.stage, from, visit))
      }
    }
    for (index, step) in path.enumerated() {
      var until = observed
      var exit: StageExit?
      if index + 1 < path.count {
        (until, exit) = (path[index + 1].from, .reached(path[index + 1].stage))
      } else if bought != .max {
        (until, exit) = (bought, .reached(.purchase))
      } else if let left = step.last.left {
        guard step.last.exit == .lost else { continue }
        (until, exit) = (left.wholeSeconds, .lost)
      }
      guard until >= step.from else { continue }
      stays.append(
        StageStay(
          lead: journey.lead.rawValue, segment: journey.segment.rawValue, stage: step.stage, entered: step.from,
          until: until, exit: exit))
    }
    return stays
  }

  @Test func staysAreThoseOfTheHistory() {
    var source = RandomHistory(seed: 57)
    var random = SplitMix64(seed: 57)
    var exits: [StageExit?: Int] = [:]
    for _ in 0..<150 {
      let ownership = source.ownership()
      let until = UInt32((RandomHistory.start + source.number(4...30) * RandomHistory.dayMs) / 1_000)
      var query = ChainQuery(observedUntil: Timestamp(seconds: Int64(until)))
      if source.chance(30) { query.filter.segment = source.number(0...3) }
      var leads: [UInt8] = []
      var visits: [VisitRecord] = []
      var expected: [StageStay] = []
      var entered = 0
      for lead in 1...UInt32(30) {
        let events = source.chance(50) ? source.wild(lead: lead) : source.strict(lead: lead, under: ownership)
        let journey = Journey.fold(events, under: ownership)
        guard let record = LeadRecord(journey) else { continue }
        record.write(to: &leads)
        var previous: Visit?
        for visit in journey.visits {
          visits.append(VisitRecord(visit, after: previous, lead: journey.lead))
          previous = visit
        }
        if let segment = query.filter.segment, journey.segment.rawValue != segment { continue }
        // Times that run backwards within a lead have no stays in order.
        expected += Self.walk(journey, until: until)
        if let entry = journey.entryStage, entry < .purchase { entered += 1 }
      }
      var scan = ChainLeadScan(query)
      scan.add(page: leads.span.bytes)
      // Pages come in any order, those of a lead in theirs.
      var pages = Dictionary(grouping: visits, by: \.lead).values.sorted { $0[0].lead < $1[0].lead }
      pages.shuffle(using: &random)
      var stays = ChainStayScan(scan)
      for visit in pages.joined() { stays.add(visit) }
      let found = stays.stays()
      #expect(found == expected)
      #expect(scan.entries.count == entered)
      for stay in found { exits[stay.exit, default: 0] += 1 }
    }
    #expect((exits[nil] ?? 0) > 100 && (exits[.lost] ?? 0) > 50 && (exits[.reached(.purchase)] ?? 0) > 50)
    #expect((exits[.reached(.brandAwareness)] ?? 0) > 20)
  }
}
