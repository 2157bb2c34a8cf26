/// Lengths of time, in seconds.
public struct Durations: Sendable, Equatable {
  public let n: Int
  public let p50: Double?
  public let p90: Double?

  init(_ seconds: [UInt32]) {
    var values = seconds.map(Int64.init)
    n = values.count
    p50 = Quantile.type7(&values, 0.5)
    p90 = Quantile.type7(&values, 0.9)
  }
}

/// The share that left a stage one way within a time, when there are others.
public struct ExitShare: Sendable, Equatable {
  public let exit: VisitExit
  public let incidence: CumulativeIncidence
}

/// How long leads stay in a stage: stays that began in the period.
///
/// closed + open + ahead = stays.
public struct StageTimes: Sendable, Equatable {
  public let stage: Stage
  /// The owners of the stage at the end of observation.
  public let owners: DepartmentSet
  /// Stays that have ended. Their median is the naive one: long stays are still open and not in it.
  public let closed: Durations
  /// How the closed ones ended.
  public let forward: Int
  public let back: Int
  public let lost: Int
  /// Ages of those that go on, when observation of their lead ended.
  public let open: Durations
  /// Began behind the end of observation of their lead: counted, and in no time.
  public let ahead: Int
  /// Times by which half and nine tenths have left, any way, estimated over closed and open stays.
  public let median: KaplanMeier.Quantile
  public let p90: KaplanMeier.Quantile
  /// By way out; empty without a window.
  public let shares: [ExitShare]

  public var stays: Int { closed.n + open.n + ahead }
}

/// Time in stage and sales velocity over some leads.
public struct VelocityTable: Sendable, Equatable {
  public let stages: [StageTimes]
  public let sales: SalesVelocity
}

public struct VelocityGroup: Sendable, Equatable {
  /// As in ``FunnelGroup``.
  public let key: UInt32
  public let table: VelocityTable
}

/// Time in stage and sales velocity, whole and by group. Rendered elsewhere; no number is computed there.
public struct VelocityReport: Sendable, Equatable {
  public let total: VelocityTable
  public let groups: [VelocityGroup]
}
