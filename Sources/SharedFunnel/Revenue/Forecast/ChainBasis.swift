/// What the numbers of a stage rest on.
public struct ChainBasis: Sendable, Equatable {
  public enum Kind: String, Sendable {
    /// The segment's own stays.
    case own
    /// Those of all leads, since the segment has too few.
    case pooled
    /// Those of all leads and all time, since too few began in the time asked for.
    case allTime = "all_time"
    /// Nobody's: no stay in the stage has ended.
    case none
  }

  public let stage: Stage
  public let kind: Kind
  /// Stays that were counted, ended or not.
  public let stays: Int
  public let ended: Int
  /// Ended stays of the segment itself.
  public let own: Int
}

/// How stays in a stage end, over all time: the shares sum to one.
public struct StageExits: Sendable, Equatable {
  public let stage: Stage
  /// In a later stage.
  public let forward: Double
  /// In an earlier one.
  public let back: Double
  public let lost: Double
  /// Of those that never ended in the time observed.
  public let unresolved: Double
  /// Days by which half have left any way; `nil`: never so many.
  public let medianDays: Int?

  init(_ stage: Stage, _ risks: StageRisks) {
    self.stage = stage
    let hazards = StageHazards(risks)
    let eventual = hazards.eventual
    forward = StageExit.forwardWays(from: stage).reduce(0) { $0 + eventual.byWay[$1] }
    back = (0..<stage.index).reduce(0) { $0 + eventual.byWay[$1] }
    lost = eventual.byWay[StageExit.lostIndex]
    unresolved = eventual.never
    let density = StageDensity(hazards, limit: hazards.tailStart + 3_650)
    medianDays = density.surviving.firstIndex { $0 <= 0.5 + 1e-12 }
  }
}
