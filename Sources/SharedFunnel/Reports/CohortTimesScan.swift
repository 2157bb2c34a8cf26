/// The second pass for immature cells: how long each lead of the cohorts asked for took from its entry.
public struct CohortTimesScan: LeadScan {
  public typealias Observation = (seconds: Int64, outcome: CumulativeIncidence.Outcome)

  private let placer: CohortPlacer
  /// By first second of the cohort, then by group.
  private var observations: [UInt32: [UInt32: [Observation]]]

  /// - Parameter starts: first seconds of the cohorts to look at.
  public init(_ query: CohortQuery, cohorts starts: Set<UInt32>) {
    placer = CohortPlacer(query)
    observations = Dictionary(uniqueKeysWithValues: starts.map { ($0, [:]) })
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    guard case .member(let member) = placer.place(lead) else { return }
    observations[placer.query.cohorts.starts[member.row]]?[member.group, default: []].append(member.observation)
  }

  /// Gives the immature cells of a report their estimates.
  ///
  /// - Parameter group: the group that the report is of; `nil`: all leads.
  public func estimate(_ report: inout CohortReport, group: UInt32? = nil) {
    for row in report.rows.indices where report.rows[row].hasImmatureCell {
      let byGroup = observations[report.rows[row].start] ?? [:]
      let found = group.map { byGroup[$0] ?? [] } ?? byGroup.values.flatMap(\.self)
      // Sorted once, since each age sorts again and finds it done.
      let sorted = found.sorted { $0.seconds < $1.seconds }
      for age in report.ages.indices where report.rows[row].cells[age].maturity == .immature {
        report.rows[row].cells[age].estimate = CumulativeIncidence(sorted, by: Int64(report.ages[age]))
      }
    }
  }
}

extension CohortRow {
  var hasImmatureCell: Bool { cells.contains { $0.maturity == .immature } }
}

extension CohortReport {
  /// First seconds of the cohorts that need an estimate.
  public var immatureStarts: Set<UInt32> { Set(rows.filter(\.hasImmatureCell).map(\.start)) }
}
