@testable import SharedFunnel

/// Chances worked out day by day from counts over the stays themselves: no densities, no convolution.
final class ChainOracle {
  private let stays: [Stage: [StageStay]]
  private let goal: Stage
  private var known: [[Int]: Double] = [:]

  init(_ stays: [StageStay], goal: Stage = .purchase) {
    self.stays = Dictionary(grouping: stays, by: \.stage)
    self.goal = goal
  }

  /// The share of those in a stage that leave it on a day, by where to (0: lost).
  private func hazards(_ stage: Stage, _ day: Int) -> [Int: Double] {
    let mine = stays[stage] ?? []
    func atRisk(_ day: Int) -> Int { mine.count { $0.days >= day } }
    var counted = mine.filter { $0.days == day }
    var exposure = atRisk(day)
    if exposure < 10, day > 0 {
      let longest = mine.map(\.days).max() ?? 0
      let tail = longest < 1 ? 1 : (1...longest).first { atRisk($0) < 10 } ?? longest + 1
      counted = mine.filter { $0.days >= tail }
      exposure = tail > longest ? 0 : (tail...longest).reduce(0) { $0 + atRisk($1) }
    }
    var shares: [Int: Double] = [:]
    for stay in counted {
      switch stay.exit {
      case .reached(let target): shares[target.number, default: 0] += 1 / Double(exposure)
      case .lost: shares[0, default: 0] += 1 / Double(exposure)
      case nil: break
      }
    }
    return shares
  }

  /// Of a lead that has lived through so many days of its stay, before it is known what the next one brings.
  private func chance(_ stage: Stage, _ day: Int, _ left: Int) -> Double {
    guard stage < goal else { return 1 }
    let key = [stage.number, day, left]
    if let chance = known[key] { return chance }
    var (sum, staying) = (0.0, 1.0)
    for (target, share) in hazards(stage, day).sorted(by: { $0.key < $1.key }) {
      staying -= share
      if let next = Stage(number: target) { sum += share * chance(next, 0, left) }
    }
    if left > 0, staying > 1e-12 { sum += staying * chance(stage, day + 1, left - 1) }
    known[key] = sum
    return sum
  }

  /// - Parameter age: `nil`: a lead that enters the stage now.
  func chance(from stage: Stage, age: Int?, within days: Int) -> Double {
    guard days >= 0 else { return 0 }
    guard let age else { return chance(stage, 0, days) }
    return days > 0 ? chance(stage, age + 1, days - 1) : 0
  }

  /// Whether anybody was seen to stay longer.
  func isKnown(_ stage: Stage, age: Int) -> Bool {
    let mine = stays[stage] ?? []
    guard mine.contains(where: { $0.days > age }) else {
      // A tail reaches as far as one likes, unless all of it left.
      let longest = mine.map(\.days).max() ?? 0
      guard longest > 0, mine.count(where: { $0.days >= longest }) < 10 else { return false }
      return (0...max(age, longest)).allSatisfy { day in hazards(stage, day).values.reduce(0, +) < 1 - 1e-12 }
    }
    return (0...age).allSatisfy { day in hazards(stage, day).values.reduce(0, +) < 1 - 1e-12 }
  }

  /// Any stays at all, in five stages: skips, steps back, losses, some still open and some over within the day.
  static func randomStays(_ count: Int, segments: UInt32 = 1, using random: inout SplitMix64) -> [StageStay] {
    let longest = 1 + random.below(12)
    return (0..<count).map { number in
      let stage = StageExit.transient[random.below(5)]
      let target = Stage.allCases[random.below(6)]
      let exit: StageExit? =
        random.chance(perMille: 250) ? nil : target == stage || random.chance(perMille: 300) ? .lost : .reached(target)
      let entered: UInt32 = 1_700_000_000
      return StageStay(
        lead: UInt32(number + 1), segment: 1 + UInt32(random.below(Int(segments))), stage: stage, entered: entered,
        until: entered + UInt32(random.below(longest * 86_400)), exit: exit)
    }
  }
}
