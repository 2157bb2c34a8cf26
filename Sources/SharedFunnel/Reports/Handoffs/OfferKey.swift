/// An offer among all: what is not in its record is looked up by it.
public struct OfferKey: Sendable, Hashable {
  public let lead: UInt32
  /// How many offers the lead had before, as ``HandoffRecord/ordinal``.
  public let ordinal: UInt16

  public init(lead: UInt32, ordinal: Int) {
    self.lead = lead
    self.ordinal = UInt16(clamping: ordinal)
  }

  init(_ record: HandoffRecord) {
    lead = record.lead
    ordinal = record.ordinal
  }
}

extension Journey {
  /// The members who offered the lead, offer by offer; an offer that no member made is missing.
  public var offerers: [OfferKey: UInt32] {
    var offerers: [OfferKey: UInt32] = [:]
    for (ordinal, offer) in handoffs.lazy.filter({ $0.outcome != .unrecorded }).enumerated() {
      offerers[OfferKey(lead: lead.rawValue, ordinal: ordinal)] = offer.offeredBy.member?.rawValue
    }
    return offerers
  }
}
