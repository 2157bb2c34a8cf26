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

  @inline(__always)
  func matches(_ lead: LeadRecord, _ departments: [UInt16]) -> Bool {
    if let source, lead.source != source { return false }
    if let campaign, lead.campaign != campaign { return false }
    if let segment, lead.segment != segment { return false }
    if let owner, lead.owner != owner { return false }
    if let department, departments.department(ofOwner: lead.owner) != department { return false }
    return true
  }
}

extension [UInt16] {
  /// In an array of departments by member number.
  @inline(__always)
  func department(ofOwner owner: UInt32) -> UInt32 {
    owner < count ? UInt32(self[Int(owner)]) : 0
  }
}
