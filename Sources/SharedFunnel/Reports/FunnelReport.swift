/// One stage of a funnel: the step to it from the stage before that was observed.
public struct FunnelStep: Sendable, Equatable {
  public let stage: Stage
  /// The owners of the stage at the end of observation.
  public let owners: DepartmentSet
  /// The previous observed stage; `nil` for the first one.
  public let from: Stage?
  /// Leads that came to the stage and entered it themselves.
  public let entered: Int
  /// Leads that came to the stage.
  public let reached: Int
  /// Leads that came to the stage without entering it.
  public let skipped: Int
  /// The denominator: leads that came to `from`; of the first stage those that came to it.
  public let cohort: Int
  /// Of the cohort: came to this stage too. converted + lost + open = cohort.
  public let converted: Int
  public let lost: Int
  public let open: Int
  /// The lost, charged to the owner of the stage they were lost from. Sums to `lost`.
  public let dropOff: [LossCount]
  /// Lost ÷ cohort; `nil` for an empty cohort, and for the first stage.
  public let dropOffRate: Double?
  /// Converted ÷ cohort; `nil` for the first stage and for one that nobody entered.
  public let conversion: Double?
  /// Wilson, 95 %.
  public let interval: Interval?
  /// More than a quarter of the cohort is neither resolved nor observed for the whole window.
  public let immature: Bool
  /// Allows for open leads; there where the step is immature.
  public var estimate: CumulativeIncidence?
}

/// Losses that one side answers for.
public struct LossCount: Sendable, Equatable {
  public let bucket: LossBucket
  public let lost: Int
}

/// The time between the first entries to two stages.
public struct PairTimes: Sendable, Equatable {
  public let pair: StagePair
  /// Leads with both entries.
  public let n: Int
  /// Of these, the ones that entered the later stage first.
  public let negative: Int
  public let p50: Double?
  public let p90: Double?
}

/// A funnel over some leads.
public struct FunnelTable: Sendable, Equatable {
  /// Leads of the cohort.
  public let cohort: Int
  public var steps: [FunnelStep]
  public let pair: PairTimes?
}

/// A funnel, whole and by group. Rendered elsewhere; no number is computed there.
public struct FunnelReport: Sendable, Equatable {
  public var total: FunnelTable
  /// By the number of the group in its dimension, 0 for leads without a value; empty groups are left
  /// out.
  public var groups: [FunnelGroup]
}

public struct FunnelGroup: Sendable, Equatable {
  /// A term, a member, a ``DepartmentSet`` or a place in the month table; 0 is none, except for months.
  public let key: UInt32
  public var table: FunnelTable
}
