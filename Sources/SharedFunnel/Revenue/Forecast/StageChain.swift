/// The workspace's own absorbing chain over the stages before the purchase, from what its leads did.
///
/// A segment has a stage's hazards of its own where at least ``enough`` of its stays there have ended; below that the
/// standard error of a share of a fifth is over four points, and the stays of all segments tell more. It then has those
/// of all leads, and ``basis(of:in:)`` says which it is.
public struct StageChain: Sendable {
  /// Ended stays of a segment in a stage from which on it stands for itself.
  public static let enough = 100

  /// By stage.
  private let pooled: [StageRisks]
  /// By segment and stage, where there are enough.
  private let own: [UInt32: [StageRisks?]]
  /// By stage: whether too few stays began in the time asked for, so that all were taken.
  private let isWidened: [Bool]
  /// By segment and stage: what there is, enough or not.
  private let counts: [UInt32: [Count]]
  public let enough: Int

  private struct Count: Sendable, Equatable {
    var stays = 0
    var ended = 0
  }

  /// - Parameters:
  ///   - stays: as ``ChainStayScan`` joins them, in any order.
  ///   - began: only stays that began in there teach the chain, as the deaths of a year make a table of lives; in seconds
  ///     since 1970. `nil`: all do.
  ///   - atLeast: a stage in which fewer such stays ended is taught by those of all time, so that chance does not show
  ///     as a change.
  ///   - enough: as ``enough``.
  public init(
    _ stays: [StageStay], began: Range<UInt32>? = nil, atLeast: Int = 30, enough: Int = StageChain.enough
  ) {
    self.enough = max(1, enough)
    var byStage = [[StageStay]](repeating: [], count: StageExit.transient.count)
    for stay in stays where stay.stage < .purchase { byStage[stay.stage.index].append(stay) }
    var isWidened = [Bool](repeating: false, count: byStage.count)
    if let began {
      for index in byStage.indices {
        let mine = byStage[index].filter { began.contains($0.entered) }
        isWidened[index] = mine.count { $0.exit != nil } < atLeast
        if !isWidened[index] { byStage[index] = mine }
      }
    }
    self.isWidened = isWidened
    pooled = byStage.map { StageRisks($0) }
    var counts: [UInt32: [Count]] = [:]
    var own: [UInt32: [StageRisks?]] = [:]
    let none = [Count](repeating: Count(), count: byStage.count)
    for (index, list) in byStage.enumerated() {
      for (segment, mine) in Dictionary(grouping: list, by: \.segment) {
        let risks = StageRisks(mine)
        counts[segment, default: none][index] = Count(stays: risks.stays, ended: risks.endedCount)
        guard risks.endedCount >= self.enough else { continue }
        own[segment, default: [StageRisks?](repeating: nil, count: byStage.count)][index] = risks
      }
    }
    // One segment alone is all leads.
    self.own = counts.count > 1 ? own : [:]
    self.counts = counts
  }

  /// Segments that have a stage of their own, by number; all others share ``pooledKey``.
  var keys: [UInt32] { own.keys.sorted() }
  static let pooledKey = UInt32.max

  /// Under which key a segment's curves are found.
  func key(of segment: UInt32) -> UInt32 { own[segment] == nil ? StageChain.pooledKey : segment }

  func risks(_ key: UInt32) -> [StageRisks] {
    guard let mine = own[key] else { return pooled }
    return zip(mine, pooled).map { $0 ?? $1 }
  }

  /// Whether any stay was seen to end.
  public var isEmpty: Bool { pooled.allSatisfy { $0.endedCount == 0 } }

  /// What a stage's numbers rest on for a segment; `nil`: for all leads.
  public func basis(of stage: Stage, in segment: UInt32? = nil) -> ChainBasis {
    guard stage < .purchase else { return ChainBasis(stage: stage, kind: .none, stays: 0, ended: 0, own: 0) }
    let all = pooled[stage.index]
    let mine = segment.flatMap { counts[$0]?[stage.index] } ?? Count()
    if let segment, let risks = own[segment]?[stage.index] {
      return ChainBasis(stage: stage, kind: .own, stays: risks.stays, ended: risks.endedCount, own: mine.ended)
    }
    let kind: ChainBasis.Kind = all.endedCount == 0 ? .none : isWidened[stage.index] ? .allTime : .pooled
    return ChainBasis(stage: stage, kind: kind, stays: all.stays, ended: all.endedCount, own: mine.ended)
  }

  /// The ways out of a stage with the share of stays that ever take each.
  public func exits(of stage: Stage, in segment: UInt32? = nil) -> StageExits? {
    guard stage < .purchase else { return nil }
    let risks = risks(segment.map(key) ?? StageChain.pooledKey)[stage.index]
    guard risks.stays > 0 else { return nil }
    return StageExits(stage, risks)
  }

  /// The share of leads that enter each of stages 1 to 5 and ever buy; `nil` where the chain cannot tell.
  public func eventualConversion(in segment: UInt32? = nil, to goal: Stage = .purchase) -> [Double]? {
    let densities = densities(segment.map(key) ?? StageChain.pooledKey, limit: 0)
    return EventualConversion.shares(densities, to: goal)
  }

  /// The chance that a lead which has been in the stage for `age` days (`nil`: that enters it now) buys within so many,
  /// of which ten years count at most; `nil` where nobody was seen to stay longer.
  public func chance(from stage: Stage, age: Int?, within days: Int, in segment: UInt32? = nil) -> Double? {
    guard stage < .purchase else { return 1 }
    let key = segment.map(key) ?? StageChain.pooledKey
    let days = min(ForecastModel.farthest, max(0, days))
    // Behind the start of the tail a curve looks the same from every day.
    let age = age.map { min(max(0, $0), tailStart(key, stage)) }
    let passage = Passage(densities(key, limit: days + (age ?? 0)), to: .purchase, horizon: days)
    guard let age else { return passage.chance(from: stage, within: days) }
    return passage.chance(from: stage, age: age, within: days)
  }

  func densities(_ key: UInt32, limit: Int) -> [StageDensity] {
    risks(key).map { StageDensity(StageHazards($0), limit: limit) }
  }

  /// As another sample of the same size could have shown them.
  func densities(_ key: UInt32, limit: Int, using random: inout SplitMix64) -> [StageDensity] {
    risks(key).map { StageDensity(StageHazards($0, using: &random), limit: limit) }
  }
}
