public import SharedFunnel

/// A gap report as people ask for it.
public struct GapRequest: Sendable {
  public enum Baseline: Sendable, Equatable {
    /// The period of equal kind just before.
    case previous
    case period(TargetPeriod)
    /// What the target asks for.
    case plan
  }

  public var outlook: OutlookRequest
  public var baseline = Baseline.previous

  public init(_ outlook: OutlookRequest) { self.outlook = outlook }
}

/// Why revenue differs from a baseline, in words.
public struct GapAnswer: Sendable {
  public let frame: OutlookFrame
  public let baseline: GapRequest.Baseline
  /// The period compared with; for a plan the one whose conversion, landing and value it is taken to have counted on.
  public let other: TargetPeriod
  /// Days of each that are compared: a period that runs is compared with as many days of the other.
  public let days: Int
  public let otherDays: Int
  public let isRunning: Bool
  public let actual: GapSide
  public let before: GapSide
  /// What the plan asks for by the end of observation, which is the whole target once the period is over.
  public let asked: Money?
  /// `nil` where purchases of a side have no amounts, so that nothing is known of its revenue.
  public let gap: RevenueGap?
  /// Of a plan as baseline: the factors that it is taken to have counted on.
  public let planned: RevenueFactors?
}

/// Why a gap cannot be asked for.
public enum GapRefusal: Error, Sendable, Equatable {
  case notBegun(TargetPeriod)
  case overlaps(TargetPeriod, TargetPeriod)
  /// A plan is asked for, and no target that counts says anything of what was asked.
  case noPlan(TargetPeriod)
  case notWorked(RevenueGapError)
}
