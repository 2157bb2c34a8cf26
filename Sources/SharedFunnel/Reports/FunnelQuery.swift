/// What a funnel report is asked.
public struct FunnelQuery: Sendable {
  /// What it takes to count as having come to a stage.
  public enum Mode: String, Sendable, CaseIterable {
    /// Entered the stage or a later one, at or behind the entry stage. The default.
    case reached
    /// Entered every stage from the entry stage to this one, in order.
    case strict
    /// Entered the stage, ever.
    case any
  }

  public var mode: Mode = .reached
  /// Seconds from the entry within which things count; `nil`: so far.
  public var window: UInt32?
  /// The cohort starts with the first entry to this stage instead of to the funnel.
  public var from: Stage?
  /// The cohort's entries lie in here, in seconds since 1970; `nil`: all.
  public var period: Range<UInt32>?
  public var filter = LeadFilter()
  public var grouping: Dimension?
  /// The number behind the last group that there is: a damaged record that names one beyond is counted
  /// there, and costs no memory.
  public var groupLimit: UInt32 = 1 << 20
  /// A pair of stages whose distance in time is measured.
  public var pair: StagePair?
  /// When observation ends for a lead that members work on: as-of, or now.
  public var observedUntil: UInt32
  /// The owners that the report names are those of this time, to the millisecond: a stage that was
  /// assigned a moment ago has its new owner.
  let ownersAt: Timestamp
  /// When it ends for leads of each import, by feed number; ignored where a time was asked for.
  public var observedUntilByFeed: [UInt32] = []
  public var months = PeriodTable(starts: [], labels: [])
  /// ``DepartmentSet`` raw values by member number.
  public var departmentsByOwner: [UInt16] = []
  public var ownership = Ownership()
  /// Ordered chains of the leads whose record says so, by lead number.
  public var chains: [UInt32: SIMD8<UInt32>] = [:]

  public init(observedUntil: Timestamp) {
    self.observedUntil = observedUntil.wholeSeconds
    ownersAt = observedUntil
  }
}

/// Two stages whose first entries are compared in time.
public struct StagePair: Sendable, Hashable {
  public let from: Stage
  public let to: Stage

  public init(from: Stage, to: Stage) {
    self.from = from
    self.to = to
  }
}
