/// What leads can be filtered and grouped by.
public enum Dimension: String, Sendable, CaseIterable {
  case source
  case campaign
  case segment
  /// The member who works on the lead.
  case owner
  /// The departments of that member.
  case department
  /// The month of the cohort entry, in the reporting zone: a matter of the report's query, not of the lead.
  case month
}

/// Plain data, so that the loop over leads switches and never calls a closure.
public struct LeadFilter: Sendable, Equatable {
  /// `nil`: any; 0: leads without one.
  public var source: UInt32?
  public var campaign: UInt32?
  public var segment: UInt32?
  public var owner: UInt32?
  /// A ``DepartmentSet``'s raw value.
  public var department: UInt32?

  public init() {}

  public var isEmpty: Bool { self == LeadFilter() }
}

extension LeadFilter {
  /// The filter as numbers, so that the loop over leads compares without a branch: what is asked of a
  /// field, and all ones where something is asked.
  struct Pattern: Sendable {
    private let source: (value: UInt32, mask: UInt32)
    private let campaign: (value: UInt32, mask: UInt32)
    private let segment: (value: UInt32, mask: UInt32)
    private let owner: (value: UInt32, mask: UInt32)
    private let department: UInt32?
    private let departments: [UInt16]

    init(_ filter: LeadFilter, _ departmentsByOwner: [UInt16]) {
      func pattern(_ value: UInt32?) -> (value: UInt32, mask: UInt32) { (value ?? 0, value == nil ? 0 : .max) }
      source = pattern(filter.source)
      campaign = pattern(filter.campaign)
      segment = pattern(filter.segment)
      owner = pattern(filter.owner)
      department = filter.department
      departments = departmentsByOwner
    }

    @inline(__always)
    func matches(_ lead: LeadRecord) -> Bool {
      let difference =
        (lead.source ^ source.value) & source.mask | (lead.campaign ^ campaign.value) & campaign.mask
        | (lead.segment ^ segment.value) & segment.mask | (lead.owner ^ owner.value) & owner.mask
      guard difference == 0 else { return false }
      guard let department else { return true }
      return departments.department(ofOwner: lead.owner) == department
    }
  }
}

extension [UInt16] {
  /// In an array of departments by member number.
  @inline(__always)
  func department(ofOwner owner: UInt32) -> UInt32 {
    owner < count ? UInt32(self[Int(owner)]) : 0
  }
}
