/// What a lead brings to the sales velocity.
public enum SalesFactor: String, Sendable, CaseIterable {
  /// Open in stage 5 without a purchase: the first factor.
  case open
  /// Of these, the ones without an expected value, which no mean knows.
  case unvalued
  /// Came from stage 5 to a purchase in the period.
  case won
  /// Lost from stage 5 in the period.
  case lost
}

/// First pass of a velocity report, over leads: which count, in which group, how long they were observed;
/// and what was won and lost from stage 5 in the period.
public struct SalesScan: LeadScan {
  /// What a stay needs to know of its lead.
  struct Mark: BitwiseCopyable {
    /// One more than the group's number; 0: not counted.
    var group: UInt32
    var observedUntil: UInt32
  }

  struct Outcomes {
    var won: [LeadID] = []
    var lost: [LeadID] = []
    /// From the first entry to stage 5 to the purchase, in seconds.
    var cycles: [Int64] = []
  }

  private let query: VelocityQuery
  private let filter: LeadFilter.Pattern
  private(set) var marks = LeadTable(initial: Mark(group: 0, observedUntil: 0))
  private(set) var outcomes: [UInt32: Outcomes] = [:]
  /// Open leads in stage 5. Whether one has bought before is not in its record.
  public private(set) var candidates: [LeadID] = []

  public init(_ query: VelocityQuery) {
    self.query = query
    filter = LeadFilter.Pattern(query.filter, query.departmentsByOwner)
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    guard filter.matches(lead) else { return }
    let group = query.group(of: lead)
    marks[lead.lead] = Mark(group: group &+ 1, observedUntil: query.observedUntil(lead))
    let intention = Stage.purchaseIntention
    let isThere = lead.stage == intention.rawValue
    if isThere, lead.lostAt == 0 { candidates.append(LeadID(rawValue: lead.lead)) }
    let began = lead.firstEntry[intention.index]
    guard began != 0 else { return }
    // A later stage shows the sale as well.
    var bought = UInt32.max
    for index in Stage.purchase.index..<8 where lead.firstEntry[index] != 0 {
      bought = min(bought, lead.firstEntry[index])
    }
    if bought != .max {
      guard query.includes(bought) else { return }
      outcomes[group, default: Outcomes()].won.append(LeadID(rawValue: lead.lead))
      outcomes[group, default: Outcomes()].cycles.append(Int64(bought) - Int64(began))
    } else if lead.lostAt != 0, isThere, query.includes(lead.lostAt) {
      outcomes[group, default: Outcomes()].lost.append(LeadID(rawValue: lead.lead))
    }
  }

  /// The group of a lead; `nil` where it does not count.
  func group(of lead: LeadID) -> UInt32? {
    let group = marks[lead.rawValue].group
    return group == 0 ? nil : group - 1
  }

  /// The leads that were won or lost, by number.
  public func leads(_ factor: SalesFactor) -> [LeadID] {
    switch factor {
    case .won: outcomes.values.flatMap(\.won).sorted()
    case .lost: outcomes.values.flatMap(\.lost).sorted()
    case .open, .unvalued: []
    }
  }
}
