/// What a crossing's record does not know of its lead: whether the lead was lost at the line, and when it bought.
public struct LeadFates: Sendable {
  /// Of the leads that were lost in handoff, by slot: how many offers they had before the last one.
  fileprivate var lastOffers: [UInt32: UInt16] = [:]
  /// When each lead first came to the stage of purchase, by slot; 0 for never.
  fileprivate var purchases: [UInt32] = []

  public init() {}

  /// The lead was lost before it moved on, and this offer was the last one.
  func wasLostAtLine(_ handoff: HandoffRecord) -> Bool {
    handoff.outcome != HandoffOutcome.unrecorded.rawValue && lastOffers[handoff.slot] == handoff.ordinal
  }

  /// 0 for never.
  func bought(_ handoff: HandoffRecord) -> UInt32 {
    Int(handoff.slot) < purchases.count ? purchases[Int(handoff.slot)] : 0
  }
}

/// First pass, over the leads.
public struct LeadFateScan: LeadScan {
  private var fates = LeadFates()
  private var slot: UInt32 = 0

  public init() {}

  /// Counts empty places too, since a slot is a place.
  public mutating func add(page: RawSpan) {
    var offset = 0
    while offset + LeadRecord.byteCount <= page.byteCount {
      add(LeadRecord(page, at: offset))
      offset += LeadRecord.byteCount
    }
  }

  public mutating func add(_ lead: LeadRecord) {
    fates.purchases.append(lead.firstEntry[Stage.purchase.index])
    if lead.lead != 0, lead.lostAt != 0, lead.isInHandoff { fates.lastOffers[slot] = 0 }
    slot += 1
  }

  public consuming func pass() -> LastOfferScan { LastOfferScan(fates) }
}

/// Second pass, over the offers of those that were lost at a line.
public struct LastOfferScan: HandoffScan {
  public private(set) var fates: LeadFates

  fileprivate init(_ fates: LeadFates) { self.fates = fates }

  public mutating func add(page: RawSpan) { addEach(page) }

  public mutating func add(_ handoff: HandoffRecord) {
    guard handoff.outcome != HandoffOutcome.unrecorded.rawValue, let last = fates.lastOffers[handoff.slot] else {
      return
    }
    fates.lastOffers[handoff.slot] = max(last, handoff.ordinal)
  }
}
