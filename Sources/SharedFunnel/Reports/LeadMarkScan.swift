/// The leads that a filter lets through, for reports that read visits.
public struct LeadMarks: Sendable {
  fileprivate var table = LeadTable(initial: false)

  @inline(__always)
  func contains(_ lead: UInt32) -> Bool { table[lead] }
}

/// Marks the leads that a filter lets through.
public struct LeadMarkScan: LeadScan {
  private let filter: LeadFilter.Pattern
  public private(set) var marks = LeadMarks()

  public init(_ filter: LeadFilter, departmentsByOwner: [UInt16]) {
    self.filter = LeadFilter.Pattern(filter, departmentsByOwner)
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    if filter.matches(lead) { marks.table[lead.lead] = true }
  }
}
