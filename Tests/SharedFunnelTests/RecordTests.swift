import Testing

@testable import SharedFunnel

/// Records are written by one version of the program and read by the next.
struct RecordTests {
  @Test func leadRecordsAreReadBackFromAnyPlace() {
    var random = SplitMix64(seed: 60)
    for _ in 0..<500 {
      var record = LeadRecord()
      record.lead = .random(in: 0 ... .max, using: &random)
      for index in 0..<8 { record.firstEntry[index] = .random(in: 0 ... .max, using: &random) }
      record.lostAt = .random(in: 0 ... .max, using: &random)
      record.source = .random(in: 0 ... .max, using: &random)
      record.campaign = .random(in: 0 ... .max, using: &random)
      record.segment = .random(in: 0 ... .max, using: &random)
      record.owner = .random(in: 0 ... .max, using: &random)
      record.stages = .random(in: 0 ... .max, using: &random)
      record.marks = .random(in: 0 ... .max, using: &random)
      record.feed = .random(in: 0 ... .max, using: &random)
      record.since = .random(in: 0 ... .max, using: &random)
      var bytes: [UInt8] = [0xAA]
      record.write(to: &bytes)
      #expect(bytes.count == 1 + LeadRecord.byteCount)
      #expect(LeadRecord(bytes.span.bytes, at: 1) == record)
    }
  }

  @Test func handoffAndVisitRecordsAreReadBack() {
    var source = RandomHistory(seed: 61)
    for _ in 0..<1_000 {
      let journey = Journey.fold(source.wild(isExtreme: true), under: source.ownership())
      for handoff in journey.handoffs {
        let record = HandoffRecord(handoff, lead: journey.lead, slot: source.number(0...UInt32.max), ordinal: 3)
        var bytes: [UInt8] = []
        record.write(to: &bytes)
        #expect(bytes.count == HandoffRecord.byteCount)
        #expect(HandoffRecord(bytes.span.bytes, at: 0) == record)
      }
      for visit in journey.visits {
        let record = VisitRecord(visit, after: journey.visits.first, lead: journey.lead)
        var bytes: [UInt8] = []
        record.write(to: &bytes)
        #expect(bytes.count == VisitRecord.byteCount)
        #expect(VisitRecord(bytes.span.bytes, at: 0) == record)
      }
    }
  }

  /// The layout is a promise to files that exist: offsets as the comments name them.
  @Test func bytesStandWhereTheLayoutSays() {
    var record = LeadRecord()
    record.lead = 0x0403_0201
    record.firstEntry[7] = 0x0807_0605
    record.stages = 0x64
    record.feed = 0x0A09
    var bytes: [UInt8] = []
    record.write(to: &bytes)
    #expect(bytes[0..<4] == [1, 2, 3, 4] && bytes[32..<36] == [5, 6, 7, 8])
    #expect(bytes[56] == 0x64 && bytes[58..<60] == [9, 10])
    #expect(record.entryStage == 4 && record.stage == 6)
  }

  @Test func aPageIsReadToItsLastWholeRecord() {
    var record = LeadRecord()
    record.firstEntry[0] = 5
    record.stages = 0x11
    record.marks = 1
    var bytes: [UInt8] = []
    for lead in [1, 0, 2] as [UInt32] {
      record.lead = lead
      record.write(to: &bytes)
    }
    bytes += [UInt8](repeating: 1, count: LeadRecord.byteCount - 1)
    var scan = SlotScan(LeadFilter(), departmentsByOwner: [])
    scan.add(page: bytes.span.bytes)
    #expect(scan.slots == [0, 2])
  }

  /// A damaged page must end in a report that `check` contradicts, and not in a crash.
  @Test func anyBytesCanBeScanned() {
    var random = SplitMix64(seed: 62)
    for mode in FunnelQuery.Mode.allCases {
      var query = FunnelQuery(observedUntil: Timestamp(seconds: 1_000_000))
      query.mode = mode
      query.window = 1_000
      query.grouping = .month
      query.pair = StagePair(from: .customerAwareness, to: .purchase)
      var scan = FunnelScan(query)
      var times = StepTimesScan(query, from: .customerAwareness, to: .purchase)
      var owners = OwnersScan(period: 0..<10, asOf: Timestamp(seconds: 10))
      var handoffs = HandoffReportScan(HandoffQuery(asOf: Timestamp(seconds: 10)))
      for _ in 0..<200 {
        let bytes = (0..<640).map { _ in UInt8.random(in: 0 ... .max, using: &random) }
        scan.add(page: bytes.span.bytes)
        times.add(page: bytes.span.bytes)
        owners.add(page: bytes.span.bytes)
        handoffs.add(page: bytes.span.bytes)
      }
      #expect(scan.report().total.steps.count == 8)
      #expect(owners.report(Ownership()).stages.count == 8)
      #expect(handoffs.report().total[.offered] >= 0)
      _ = times.estimate(group: nil)
    }
  }
}
