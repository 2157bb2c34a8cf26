/// What is asked of times and sales.
public struct VelocityQuery: Sendable {
  /// Stays that began, and sales and losses that happened, in here; in seconds since 1970. `nil`: all.
  public var period: Range<UInt32>?
  public var filter = LeadFilter()
  /// Not by month: a stay has a month of its own.
  public var grouping: Dimension?
  /// As in ``FunnelQuery/groupLimit``.
  public var groupLimit: UInt32 = 1 << 20
  /// Empty: all eight.
  public var stages: Set<Stage> = []
  /// Seconds after entering a stage by which the shares that left it are estimated; `nil`: none are.
  public var window: Int64?
  /// When observation ends for a lead that members work on.
  public var observedUntil: UInt32
  /// As in ``FunnelQuery/observedUntilByFeed``.
  public var observedUntilByFeed: [UInt32] = []
  public var departmentsByOwner: [UInt16] = []

  public init(observedUntil: Timestamp) { self.observedUntil = observedUntil.wholeSeconds }

  @inline(__always)
  func includes(_ seconds: UInt32) -> Bool { period?.contains(seconds) ?? true }

  func observedUntil(_ lead: LeadRecord) -> UInt32 {
    lead.feed > 0 && Int(lead.feed) < observedUntilByFeed.count
      ? observedUntilByFeed[Int(lead.feed)] : observedUntil
  }

  func group(of lead: LeadRecord) -> UInt32 {
    lead.group(by: grouping, limit: groupLimit, departmentsByOwner: departmentsByOwner)
  }
}
