/// What came into one stage and what left it in an interval, in stays of leads.
///
/// closing = opening + entered - left, exactly; and the opening balance of an interval is the closing
/// balance of the one before.
public struct FlowCounts: Sendable, Equatable {
  /// Open leads in the stage just before the interval.
  public var opening = 0
  /// First stays of a lead in any stage.
  public var new = 0
  /// Arrivals from an earlier stage.
  public var forwardIn = 0
  /// Arrivals from a later stage.
  public var backIn = 0
  /// Leads that had been lost and go on in this stage.
  public var reopened = 0
  /// Departures to a later stage.
  public var forwardOut = 0
  /// Departures to an earlier stage.
  public var backOut = 0
  /// Leads lost from this stage.
  public var lost = 0

  public init() {}

  public var entered: Int { new + forwardIn + backIn + reopened }
  public var left: Int { forwardOut + backOut + lost }
  /// Open leads in the stage at the end of the interval.
  public var closing: Int { opening + entered - left }

  static func += (left: inout FlowCounts, right: FlowCounts) {
    left.opening += right.opening
    left.addFlow(of: right)
  }

  /// What came and went, without the balance: of intervals that follow one another.
  mutating func addFlow(of other: FlowCounts) {
    new += other.new
    forwardIn += other.forwardIn
    backIn += other.backIn
    reopened += other.reopened
    forwardOut += other.forwardOut
    backOut += other.backOut
    lost += other.lost
  }
}

/// One line of counts: over the whole period, and interval by interval.
public struct FlowSeries: Sendable, Equatable {
  public let whole: FlowCounts
  /// As many as the report has intervals.
  public let intervals: [FlowCounts]
}

public struct FlowStage: Sendable, Equatable {
  public let stage: Stage
  /// The owners of the stage at the end of observation.
  public let owners: DepartmentSet
  public let series: FlowSeries
}

/// Balance, in and out by stage and interval. Rendered elsewhere; no number is computed there.
public struct FlowReport: Sendable, Equatable {
  public let unit: PeriodUnit
  public let intervals: [FlowInterval]
  /// In the order of the funnel; those that were asked for.
  public let stages: [FlowStage]
  /// The sums over `stages`. A move within them counts once as out and once as in.
  public let total: FlowSeries
  /// Stays of a file that was written before records told how a stay began; they are in no count.
  public let unknownEntries: Int
}
