/// A lead that was offered and is in no stage, such as a referral that nobody has accepted: it has no record among the
/// pages, and is described all the same.
public struct WaitingLead: Sendable, Equatable {
  /// The lead's number and what it is described by; no stage, and no time.
  let record: LeadRecord

  public var lead: UInt32 { record.lead }

  public init(lead: UInt32, source: UInt32, campaign: UInt32, segment: UInt32, owner: UInt32) {
    var record = LeadRecord()
    record.lead = lead
    record.source = source
    record.campaign = campaign
    record.segment = segment
    record.owner = owner
    self.record = record
  }

  /// `nil` for a lead that has a record, or was never offered.
  public init?(_ journey: Journey) {
    guard LeadRecord(journey) == nil, !journey.handoffs.isEmpty else { return nil }
    self.init(
      lead: journey.lead.rawValue, source: journey.source.rawValue, campaign: journey.campaign.rawValue,
      segment: journey.segment.rawValue, owner: journey.owner?.rawValue ?? 0)
  }

  /// The word or the member that it has in a dimension; 0 for none, and in those that only a stage gives.
  public func value(in dimension: Dimension) -> UInt32 {
    switch dimension {
    case .source: record.source
    case .campaign: record.campaign
    case .segment: record.segment
    case .owner: record.owner
    default: 0
    }
  }
}

extension LeadFilter {
  /// The numbers of those that the filter lets through.
  public func passing(_ leads: [WaitingLead], departmentsByOwner: [UInt16]) -> Set<UInt32> {
    let pattern = Pattern(self, departmentsByOwner)
    return Set(leads.filter { pattern.matches($0.record) }.map(\.lead))
  }
}
