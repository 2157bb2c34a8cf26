/// Which leads a chain is estimated from, and until when each was observed.
public struct ChainQuery: Sendable {
  public var filter = LeadFilter()
  /// When observation ends for a lead that members work on, in seconds since 1970.
  public var observedUntil: UInt32
  /// As in ``FunnelQuery/observedUntilByFeed``.
  public var observedUntilByFeed: [UInt32] = []
  public var departmentsByOwner: [UInt16] = []

  public init(observedUntil: Timestamp) { self.observedUntil = observedUntil.wholeSeconds }

  func observedUntil(_ lead: LeadRecord) -> UInt32 {
    lead.feed > 0 && Int(lead.feed) < observedUntilByFeed.count
      ? observedUntilByFeed[Int(lead.feed)] : observedUntil
  }
}
