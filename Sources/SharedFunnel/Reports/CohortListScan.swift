/// The leads behind one number of a ``CohortReport``: as many as the number says, since both ask the same
/// ``CohortMember``.
public struct CohortListScan: LeadScan {
  private let placer: CohortPlacer
  private let starts: Set<UInt32>
  private let age: UInt32
  private let outcomes: Set<CohortOutcome>
  public private(set) var leads: [LeadID] = []

  /// - Parameters:
  ///   - starts: first seconds of the cohorts: one for a cell, the mature ones for a total.
  ///   - outcomes: all of them for the leads of a cohort.
  public init(_ query: CohortQuery, cohorts starts: Set<UInt32>, age: UInt32, outcomes: Set<CohortOutcome>) {
    placer = CohortPlacer(query)
    self.starts = starts
    self.age = age
    self.outcomes = outcomes
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    guard case .member(let member) = placer.place(lead), outcomes.contains(member.outcome(at: age)),
      starts.contains(placer.query.cohorts.starts[member.row])
    else { return }
    leads.append(LeadID(rawValue: lead.lead))
  }
}
