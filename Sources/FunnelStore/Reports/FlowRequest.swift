public import SharedFunnel

/// A report on flow as people ask for it.
public struct FlowRequest: Sendable {
  public var scope: ReportScope
  public var unit: PeriodUnit = .month
  /// `nil`: from the first stay to the end of observation.
  public var period: Period?
  /// Empty: all eight.
  public var stages: Set<Stage> = []
  public var conditions: [Condition] = []
  /// Any but the month.
  public var grouping: Dimension?
  /// The same is asked about this period too.
  public var comparison: Period?

  public init(scope: ReportScope) { self.scope = scope }
}

/// A report on flow, with what is needed to explain it.
public struct FlowAnswer: Sendable {
  /// Leads with one value of the dimension, over the whole period.
  public struct Group: Sendable {
    /// `nil`: leads without a value.
    public let name: String?
    public let report: FlowReport
  }

  public let report: FlowReport
  /// The largest first, and leads without a value last.
  public let groups: [Group]
  public let period: Period?
  public let zone: String
  public let observedUntil: Timestamp
  /// When it ends for the leads of each import, which stand from then on as they stood; empty where a time was asked
  /// for.
  public let observedUntilBySource: [String: Timestamp]
  /// The same over the period to compare with, which need not lie before.
  public var previous: [FlowAnswer] = []
}

/// A number of a flow report, for the list of stays behind it.
public struct FlowChoice: Sendable, Equatable {
  public let number: FlowNumber
  /// `nil`: every stage of the report.
  public let stage: Stage?
  /// An interval's label; `nil`: the whole period.
  public let interval: String?

  public init(_ number: FlowNumber, stage: Stage?, interval: String?) {
    self.number = number
    self.stage = stage
    self.interval = interval
  }
}

/// A stay in a list.
public struct VisitListItem: Sendable {
  public let lead: LeadRow
  public let stage: Stage
  public let entered: Timestamp
  public let entry: VisitEntry?
  /// `nil` while the lead is there.
  public let left: Timestamp?
  public let exit: VisitExit
}
