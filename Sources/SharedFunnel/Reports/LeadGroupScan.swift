/// The group of each lead, for reports that read visits.
public struct LeadGroups: Sendable {
  /// One more than the group's number; 0: the lead does not count.
  fileprivate var table = LeadTable(initial: UInt32(0))

  /// The group of a lead; `nil` where it does not count.
  @inline(__always)
  func group(of lead: UInt32) -> UInt32? {
    let group = table[lead]
    return group == 0 ? nil : group - 1
  }
}

/// Puts the leads that a filter lets through into groups.
public struct LeadGroupScan: LeadScan {
  private let filter: LeadFilter.Pattern
  private let dimension: Dimension
  private let limit: UInt32
  private let departmentsByOwner: [UInt16]
  public private(set) var groups = LeadGroups()

  /// - Parameters:
  ///   - dimension: not the month, which is a matter of a cohort; all leads are in one group of it.
  ///   - limit: as in ``FunnelQuery/groupLimit``.
  public init(_ filter: LeadFilter, by dimension: Dimension, limit: UInt32, departmentsByOwner: [UInt16]) {
    self.filter = LeadFilter.Pattern(filter, departmentsByOwner)
    self.dimension = dimension
    self.limit = limit
    self.departmentsByOwner = departmentsByOwner
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    guard filter.matches(lead) else { return }
    groups.table[lead.lead] = lead.group(by: dimension, limit: limit, departmentsByOwner: departmentsByOwner) &+ 1
  }
}

extension LeadRecord {
  /// The number of the lead's group; 0 without a value, and where no dimension or the month is asked for.
  @inline(__always)
  func group(by dimension: Dimension?, limit: UInt32, departmentsByOwner: [UInt16]) -> UInt32 {
    switch dimension {
    case .source: min(source, limit)
    case .campaign: min(campaign, limit)
    case .segment: min(segment, limit)
    case .owner: min(owner, limit)
    case .department: departmentsByOwner.department(ofOwner: owner)
    case .month, nil: 0
    }
  }
}
