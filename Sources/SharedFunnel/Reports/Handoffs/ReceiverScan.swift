/// Who received at all: whose calendars a report needs.
public struct ReceiverScan: HandoffScan {
  private var found: Set<UInt16> = []

  public init() {}

  public var receivers: [DepartmentSet] { found.sorted().map(DepartmentSet.init(rawValue:)) }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ handoff: HandoffRecord) { found.insert(handoff.receiver) }
}
