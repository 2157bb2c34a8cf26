/// The second pass for immature steps: how long each lead of a step's cohort took from the stage
/// before, for the estimate that allows for open leads.
///
/// Time starts when the lead came to `from`, and the horizon is the window counted from there; for the
/// first step that is the window of the report. A lead is lost when it was lost, and open until its
/// observation ends.
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
    let start = Int64(arrival(lead, at: from, place))
    let end = Int64(placer.observedUntil(lead))
    let arrived = arrival(lead, at: to, place)
    if arrived != 0 {
      observations[group, default: []].append((max(0, Int64(arrived) - start), .reached))
    } else if lead.lostAt != 0 {
      observations[group, default: []].append((max(0, Int64(lead.lostAt) - start), .lost))
    } else {
      observations[group, default: []].append((max(0, end - start), .open))
    }
  }

  /// When the lead came to a stage, as the report's mode says; 0 for never.
  private func arrival(_ lead: LeadRecord, at stage: Stage, _ place: Placement) -> UInt32 {
    guard placer.query.mode == .reached else { return lead.firstEntry[stage.index] }
    var earliest: UInt32 = 0
    for index in stage.index..<8 where lead.firstEntry[index] != 0 {
      if earliest == 0 || lead.firstEntry[index] < earliest { earliest = lead.firstEntry[index] }
    }
    return earliest
  }

  /// - Parameter group: the number of a group; `nil`: all leads.
  public func estimate(group: UInt32?) -> CumulativeIncidence? {
    guard let window = placer.query.window else { return nil }
    let observed = group.map { observations[$0] ?? [] } ?? observations.values.flatMap(\.self)
    return CumulativeIncidence(observed, by: Int64(window))
  }
}
