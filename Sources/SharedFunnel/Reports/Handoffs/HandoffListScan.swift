/// Which crossings a list shows: those for which all holds that is named.
public struct HandoffPick: Sendable, Equatable {
  /// They count in each of these; empty: in any offer.
  public var numbers: [HandoffNumber] = []
  public var line: HandoffLine?
  public var giver: DepartmentSet?
  public var receiver: DepartmentSet?
  /// The number of the member who offered; 0: none.
  public var member: UInt32?
  /// Offered although criteria failed, or not.
  public var isOverridden: Bool?
  /// ``TermID/none``: without one.
  public var reason: TermID?
  /// Of the offer, or of the due time where only that lies in the period; in seconds since 1970.
  public var month: Range<UInt32>?

  public init() {}

  func includes(_ crossing: Crossing, _ found: HandoffNumbers, _ query: HandoffQuery) -> Bool {
    let record = crossing.record
    guard (numbers.isEmpty ? [.offered] : numbers).allSatisfy(found.contains) else { return false }
    if let line, line.packed != record.line { return false }
    if let giver, giver.rawValue != record.giver { return false }
    if let member, !crossing.isOffer || member != query.offerer(of: crossing) { return false }
    if let isOverridden, isOverridden != record.marks.contains(.overridden) { return false }
    if let receiver, receiver.rawValue != record.receiver { return false }
    if let reason, reason.rawValue != (crossing.isExplained ? record.reason : 0) { return false }
    if let month, !month.contains(query.includes(record.offered) ? record.offered : record.due) { return false }
    return true
  }
}

/// The crossings behind one number of a ``HandoffReport``, as many as the number says.
public struct HandoffListScan: HandoffScan {
  private let query: HandoffQuery
  private let pick: HandoffPick
  public private(set) var records: [HandoffRecord] = []

  public init(_ query: HandoffQuery, _ pick: HandoffPick) {
    self.query = query
    self.pick = pick
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ handoff: HandoffRecord) {
    guard let crossing = Crossing(handoff, asOf: query.asOf) else { return }
    let numbers = query.numbers(of: crossing)
    if !numbers.isEmpty, pick.includes(crossing, numbers, query) { records.append(handoff) }
  }
}

/// The slots of the leads that a filter lets through, for ``HandoffQuery/slots``.
public struct SlotScan: LeadScan {
  private let filter: LeadFilter.Pattern
  private var slot: UInt32 = 0
  public private(set) var slots: Set<UInt32> = []

  public init(_ filter: LeadFilter, departmentsByOwner: [UInt16]) {
    self.filter = LeadFilter.Pattern(filter, departmentsByOwner)
  }

  /// Counts empty places too, since a slot is a place.
  public mutating func add(page: RawSpan) {
    var offset = 0
    while offset + LeadRecord.byteCount <= page.byteCount {
      add(LeadRecord(page, at: offset))
      offset += LeadRecord.byteCount
    }
  }

  public mutating func add(_ lead: LeadRecord) {
    if lead.lead != 0, filter.matches(lead) { slots.insert(slot) }
    slot += 1
  }
}
