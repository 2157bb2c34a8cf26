/// What is asked of the stays.
public struct FlowQuery: Sendable {
  public var unit: PeriodUnit
  /// Of the period, in order and without a hole.
  public var intervals: [FlowInterval]
  /// Empty: all eight.
  public var stages: Set<Stage> = []
  /// Leads to count; `nil`: all.
  public var leads: LeadMarks?

  public init(unit: PeriodUnit, intervals: [FlowInterval]) {
    self.unit = unit
    self.intervals = intervals
  }
}

/// Adds stays up to a ``FlowReport``.
///
/// A stay is one increment where it began and one where it ended, in an array over (stage, interval, how);
/// interval 0 is all that came before the period and makes the first opening balance.
public struct FlowScan: VisitScan {
  private let query: FlowQuery
  private let table: IntervalTable
  private let width: Int
  /// Eight numbers a cell: entries by ``VisitEntry`` (0 unknown), exits by ``VisitExit`` from 5 on.
  private var counts: [UInt32]

  private static let exits = 4

  public init(_ query: FlowQuery) {
    self.query = query
    table = IntervalTable(query.intervals)
    // Before the period, its intervals, and behind it.
    width = query.intervals.count + 2
    counts = [UInt32](repeating: 0, count: 9 * width * 8)
  }

  public mutating func add(page: RawSpan) {
    // A copy that nothing else can change, so that the loop writes without asking who else holds it.
    var counts: [UInt32] = []
    swap(&counts, &self.counts)
    var offset = 0
    while offset + VisitRecord.byteCount <= page.byteCount {
      let record = VisitRecord(page, at: offset)
      if record.lead != 0 { add(record, &counts) }
      offset += VisitRecord.byteCount
    }
    swap(&counts, &self.counts)
  }

  public mutating func add(_ visit: VisitRecord) {
    var counts: [UInt32] = []
    swap(&counts, &self.counts)
    add(visit, &counts)
    swap(&counts, &self.counts)
  }

  @inline(__always)
  private func add(_ visit: VisitRecord, _ counts: inout [UInt32]) {
    // A damaged record is in no stage; `check` names it.
    guard visit.stage >= 1, visit.stage <= 8, visit.entry <= 4 else { return }
    if let leads = query.leads, !leads.contains(visit.lead) { return }
    let base = Int(visit.stage) &* width
    counts[(base &+ table.place(of: visit.entered)) &* 8 &+ Int(visit.entry)] &+= 1
    guard visit.left != 0, visit.exit >= 1, visit.exit <= 3 else { return }
    counts[(base &+ table.place(of: visit.left)) &* 8 &+ FlowScan.exits &+ Int(visit.exit)] &+= 1
  }

  private func counts(_ stage: Stage, _ interval: Int) -> FlowCounts {
    func number(_ place: UInt8) -> Int { Int(counts[(stage.number * width + interval) * 8 + Int(place)]) }
    func number(_ exit: VisitExit) -> Int { number(UInt8(FlowScan.exits) + exit.rawValue) }
    var flow = FlowCounts()
    flow.new = number(VisitEntry.new.rawValue)
    flow.forwardIn = number(VisitEntry.forward.rawValue)
    flow.backIn = number(VisitEntry.back.rawValue)
    flow.reopened = number(VisitEntry.reopened.rawValue)
    flow.forwardOut = number(.forward)
    flow.backOut = number(.back)
    flow.lost = number(.lost)
    return flow
  }

  private func series(_ stage: Stage) -> FlowSeries {
    var whole = FlowCounts()
    whole.opening = counts(stage, 0).closing
    var balance = whole.opening
    let intervals = query.intervals.indices.map { index in
      var flow = counts(stage, index + 1)
      flow.opening = balance
      balance = flow.closing
      whole.addFlow(of: flow)
      return flow
    }
    return FlowSeries(whole: whole, intervals: intervals)
  }

  /// - Parameters:
  ///   - ownership: whose the stages are.
  ///   - time: the end of observation.
  public func report(_ ownership: Ownership, at time: Timestamp) -> FlowReport {
    let shown = Stage.allCases.filter { query.stages.isEmpty || query.stages.contains($0) }
    let stages = shown.map {
      FlowStage(stage: $0, owners: ownership.owners(of: $0, at: time), series: series($0))
    }
    var whole = FlowCounts()
    var intervals = [FlowCounts](repeating: FlowCounts(), count: query.intervals.count)
    for stage in stages {
      whole += stage.series.whole
      for index in intervals.indices { intervals[index] += stage.series.intervals[index] }
    }
    let unknown = stride(from: 0, to: counts.count, by: 8).reduce(0) { $0 + Int(counts[$1]) }
    return FlowReport(
      unit: query.unit, intervals: query.intervals, stages: stages,
      total: FlowSeries(whole: whole, intervals: intervals), unknownEntries: unknown)
  }
}
