/// What losses can be broken down by.
public enum LossDimension: String, Sendable, CaseIterable {
  case reason
  /// The stage that the lead was lost from.
  case stage
  /// Who answers for the loss: see ``LossBucket``.
  case owner
  case source
  case campaign
  case segment
  /// The month of the loss, in the reporting zone.
  case month
}

/// Lost leads, broken down one way or several: the rows of each way sum to `lost`.
public struct LossReport: Sendable, Equatable {
  /// Leads in the funnel at some time of the period: entered before its end and not lost before its start. Without a
  /// period, every lead of the cohort.
  public let cohort: Int
  public let lost: Int
  /// Time in the stage before the loss, over all losses.
  public let stay: StayBeforeLoss
  public let breakdowns: [LossBreakdown]

  public var shareOfCohort: Rate { Rate(lost, of: cohort) }
}

public struct LossBreakdown: Sendable, Equatable {
  public let dimension: LossDimension
  public let rows: [LossRow]
}

public struct LossRow: Sendable, Equatable {
  public let key: LossKey
  public let lost: Int
  public let shareOfCohort: Rate
  public let shareOfLosses: Rate
  public let stay: StayBeforeLoss
}

/// What a row of a breakdown stands for.
public enum LossKey: Sendable, Hashable {
  /// A term, a stage or a place in the month table; 0 is none, except for months.
  case number(UInt32)
  case bucket(LossBucket)
}

/// How long leads had been in the stage that they were lost from.
public struct StayBeforeLoss: Sendable, Equatable {
  /// Losses of which that is known: a lead may be lost before it entered any stage.
  public let timed: Int
  /// Seconds.
  public let p50: Double?
}
