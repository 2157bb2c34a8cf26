/// First pass of a chain, over leads: which count, in which segment, when each bought first and until when it was
/// observed; and when leads entered the funnel.
public struct ChainLeadScan: LeadScan {
  /// What a stay needs to know of its lead.
  struct Mark: BitwiseCopyable {
    /// One more than the segment's number; 0: not counted.
    var segment: UInt32
    var observedUntil: UInt32
    /// The first entry to the purchase or a stage behind it; `.max` for none.
    var bought: UInt32
  }

  let query: ChainQuery
  private let filter: LeadFilter.Pattern
  private(set) var marks = LeadTable(initial: Mark(segment: 0, observedUntil: 0, bought: .max))
  /// Of leads that entered before the purchase; those that an import shows first as buyers are ``enteredAsBuyers``.
  public private(set) var entries: [FunnelEntry] = []
  public private(set) var enteredAsBuyers = 0

  public init(_ query: ChainQuery) {
    self.query = query
    filter = LeadFilter.Pattern(query.filter, query.departmentsByOwner)
  }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ lead: LeadRecord) {
    guard filter.matches(lead), let entry = Stage(rawValue: lead.entryStage) else { return }
    var bought = UInt32.max
    for index in Stage.purchase.index..<8 where lead.firstEntry[index] != 0 {
      bought = min(bought, lead.firstEntry[index])
    }
    marks[lead.lead] = Mark(segment: lead.segment &+ 1, observedUntil: query.observedUntil(lead), bought: bought)
    guard entry < .purchase else {
      enteredAsBuyers += 1
      return
    }
    entries.append(
      FunnelEntry(lead: lead.lead, segment: lead.segment, stage: entry, at: lead.firstEntry[entry.index]))
  }
}

/// That a lead came into the funnel.
public struct FunnelEntry: Sendable, Equatable {
  public let lead: UInt32
  public let segment: UInt32
  public let stage: Stage
  /// Seconds since 1970.
  public let at: UInt32

  public init(lead: UInt32, segment: UInt32, stage: Stage, at: UInt32) {
    self.lead = lead
    self.segment = segment
    self.stage = stage
    self.at = at
  }
}
