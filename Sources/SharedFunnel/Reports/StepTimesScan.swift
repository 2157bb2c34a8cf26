/// The second pass for immature steps: how long each lead of a step's cohort took from the stage
/// before, for the estimate that allows for open leads.
///
/// Time starts when the lead came to `from`, and the horizon is the window counted from there; for the
/// first step that is the window of the report. A lead is lost when it was lost, and open until its
/// observation ends. A time below zero is left out by the estimate, and counted.
public struct StepTimesScan: LeadScan {
  private let placer: Placer
  private let from: Stage
  private let to: Stage
  private var observations: [UInt32: [(seconds: Int64, outcome: CumulativeIncidence.Outcome)]] = [:]

  /// One scan serves every group of the query's dimension.
  public init(_ query: FunnelQuery, from: Stage, to: Stage) {
    placer = Placer(query)
    self.from = from
    self.to = to
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    guard let place = placer.place(lead), place.reached & (1 << UInt8(from.index)) != 0 else { return }
    let group = placer.group(of: lead, place)
    let arrivals = arrivals(of: lead, place)
    let start = Int64(arrivals[from.index])
    let end = Int64(placer.observedUntil(lead))
    let arrived = arrivals[to.index]
    if arrived != 0 {
      observations[group, default: []].append((Int64(arrived) - start, .reached))
    } else if lead.lostAt != 0 {
      observations[group, default: []].append((Int64(lead.lostAt) - start, .lost))
    } else {
      observations[group, default: []].append((end - start, .open))
    }
  }

  /// When the lead came to each stage, as the report's mode says; 0 for never.
  private func arrivals(of lead: LeadRecord, _ place: Placement) -> SIMD8<UInt32> {
    switch placer.query.mode {
    case .any: return lead.firstEntry
    case .strict: return placer.strictArrivals(lead, from: place.entryStage)
    case .reached:
      var arrivals = lead.firstEntry
      for index in stride(from: 6, through: 0, by: -1) {
        // Never (0) wraps to the largest value.
        arrivals[index] = min(arrivals[index] &- 1, arrivals[index + 1] &- 1) &+ 1
      }
      return arrivals
    }
  }

  /// - Parameter group: the number of a group; `nil`: all leads.
  public func estimate(group: UInt32?) -> CumulativeIncidence? {
    guard let window = placer.query.window else { return nil }
    let observed = group.map { observations[$0] ?? [] } ?? observations.values.flatMap(\.self)
    return CumulativeIncidence(observed, by: Int64(window))
  }
}
