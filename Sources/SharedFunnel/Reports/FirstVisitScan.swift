/// When the first stay in any stage began, to lay out the intervals of a report.
public struct FirstVisitScan: VisitScan {
  public private(set) var first: UInt32?

  public init() {}

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ visit: VisitRecord) { first = min(first ?? .max, visit.entered) }
}
