/// The flow of one group of leads over the whole period.
public struct FlowGroup: Sendable, Equatable {
  /// The number of the group; 0: leads without a value.
  public let key: UInt32
  /// One interval: the period.
  public let report: FlowReport
}

/// Adds stays up to a ``FlowReport`` for each group of leads, whose sums are those of the report on all of them. Over the
/// whole period only: every group in every interval would take memory without bound.
public struct FlowGroupScan: VisitScan {
  private let groups: LeadGroups
  /// Copied for each group, so that all share one table of days.
  private let none: FlowScan
  private var scans: [UInt32: FlowScan] = [:]

  /// - Parameter groups: leads that count, which takes the place of the query's own.
  public init(_ query: FlowQuery, by groups: LeadGroups) {
    self.groups = groups
    none = FlowScan(query.whole)
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ visit: VisitRecord) {
    guard let group = groups.group(of: visit.lead) else { return }
    scans[group, default: none].add(visit)
  }

  /// By number. A group whose leads were nowhere in the period is none.
  ///
  /// - Parameter time: the end of observation.
  public func report(_ ownership: Ownership, at time: Timestamp) -> [FlowGroup] {
    scans.sorted { $0.key < $1.key }
      .map { FlowGroup(key: $0.key, report: $0.value.report(ownership, at: time)) }
      .filter { $0.report.total.whole != FlowCounts() }
  }
}

extension FlowQuery {
  /// The same, in one interval.
  fileprivate var whole: FlowQuery {
    guard let first = intervals.first, let last = intervals.last else { return self }
    var query = FlowQuery(
      unit: unit, intervals: [FlowInterval(label: "", start: first.start, end: last.end, isCut: false)])
    query.stages = stages
    return query
  }
}
