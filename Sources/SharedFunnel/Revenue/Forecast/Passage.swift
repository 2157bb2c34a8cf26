/// The chance that a lead that enters a stage, or has been there for a time, reaches a goal within so many days.
///
/// A semi-Markov chain: what happens in a stage depends on the stage and the time in it, and on nothing before
/// (Pyke, 1961). With f the densities of a stage's ways out, the chance R of reaching the goal from stage k within d
/// days is the convolution (Markov renewal equation; Çinlar, 1975)
///
///     R(k, d) = Σ over u = 0…d of  f(k → goal or behind, u) + Σ over the other stages j of  f(k → j, u) R(j, d - u)
///
/// Steps that take no day lead forward only, so the last stage is solved first and each other from those behind it.
struct Passage: Sendable {
  let goal: Stage
  let horizon: Int
  private let chain: [StageDensity]
  /// By stage and day.
  private(set) var reached: [[Double]]

  /// - Parameter chain: the densities of stages 1 to 5, at least as far as the horizon.
  init(_ chain: [StageDensity], to goal: Stage, horizon: Int) {
    self.chain = chain
    self.goal = goal
    self.horizon = horizon
    let ways = chain.map { density in
      (0..<StageExit.lostIndex).filter { density.eventual[$0] > 0 }
    }
    reached = chain.indices.map { [Double](repeating: $0 >= goal.index ? 1 : 0, count: horizon + 1) }
    let open = chain.indices.filter { $0 < goal.index }.reversed().map(\.self)
    var direct = [Double](repeating: 0, count: chain.count)
    for day in 0...horizon {
      for stage in open {
        let density = chain[stage]
        var sum = 0.0
        for way in ways[stage] {
          guard way < goal.index else {
            direct[stage] += density.share(way, on: day)
            continue
          }
          sum += Passage.convolved(density, way, reached[way], day, from: way < stage ? 1 : 0)
        }
        reached[stage][day] = min(1, direct[stage] + sum)
      }
    }
  }

  @inline(__always)
  private static func convolved(
    _ density: StageDensity, _ way: Int, _ reached: [Double], _ day: Int, from first: Int
  ) -> Double {
    guard first <= day else { return 0 }
    let start = way * (density.limit + 1)
    var sum = 0.0
    for u in first...day { sum += density.byWay[start + u] * reached[day - u] }
    return sum
  }

  /// Of a lead that enters the stage now.
  func chance(from stage: Stage, within days: Int) -> Double {
    guard days >= 0 else { return 0 }
    return stage >= goal ? 1 : reached[stage.index][min(days, horizon)]
  }

  /// Of a lead that has been in the stage for `age` days and has not left it on the last of them.
  ///
  /// - Returns: `nil` where nobody was seen to stay so long, or the age lies behind what the chain holds.
  func chance(from stage: Stage, age: Int, within days: Int) -> Double? {
    guard stage < goal else { return 1 }
    let density = chain[stage.index]
    guard age >= 0, age + max(0, days) <= density.limit, age < density.known, density.surviving[age] > 0 else {
      return nil
    }
    let left = density.surviving[age]
    guard days > 0 else { return 0 }
    var sum = 0.0
    for way in 0..<StageExit.lostIndex where density.eventual[way] > 0 {
      let start = way * (density.limit + 1) + age
      if way >= goal.index {
        for u in 1...days { sum += density.byWay[start + u] }
      } else {
        let onward = reached[way]
        for u in 1...days { sum += density.byWay[start + u] * onward[min(horizon, days - u)] }
      }
    }
    return min(1, sum / left)
  }
}
