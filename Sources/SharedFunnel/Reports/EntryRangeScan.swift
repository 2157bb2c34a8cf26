/// The first and the last entry to any stage, to lay out the months of a report.
public struct EntryRangeScan: LeadScan {
  public private(set) var first: UInt32?
  public private(set) var last: UInt32?

  public init() {}

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    for index in 0..<8 where lead.firstEntry[index] != 0 {
      first = min(first ?? .max, lead.firstEntry[index])
      last = max(last ?? 0, lead.firstEntry[index])
    }
  }
}
