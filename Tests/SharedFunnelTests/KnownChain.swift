@testable import SharedFunnel

/// A funnel whose laws are known: what happens in each stage, by the day.
struct KnownChain {
  struct Way {
    let exit: StageExit
    /// Of all stays in the stage, in thousandths.
    let share: Int
    /// Days, each as likely.
    let days: ClosedRange<Int>
  }

  /// By stage, from the first; later ones are not entered.
  let ways: [[Way]]

  /// Two stages on the way, with a skip, a step back and losses.
  static let small = KnownChain(ways: [
    [
      Way(exit: .reached(.brandAwareness), share: 500, days: 0...9),
      Way(exit: .reached(.purchase), share: 100, days: 3...12), Way(exit: .lost, share: 400, days: 1...20),
    ],
    [
      Way(exit: .reached(.purchase), share: 450, days: 2...15),
      Way(exit: .reached(.customerAwareness), share: 100, days: 1...5), Way(exit: .lost, share: 450, days: 1...25),
    ],
  ])

  static let day: UInt32 = 86_400

  /// A life from its entry on: each stay's stage, days and way out.
  func life(using random: inout SplitMix64) -> [(stage: Stage, days: Int, exit: StageExit)] {
    var life: [(stage: Stage, days: Int, exit: StageExit)] = []
    var stage = Stage.customerAwareness
    while true {
      let options = ways[stage.index]
      let way = options[random.place(weights: options.map(\.share))]
      life.append((stage, Int.random(in: way.days, using: &random), way.exit))
      guard case .reached(let next) = way.exit, next < .purchase else { return life }
      stage = next
    }
  }

  /// The stays of a life as they were seen by a time, and when it ended in a purchase, if it did by then.
  ///
  /// - Parameter entered: seconds since 1970.
  static func seen(
    _ life: [(stage: Stage, days: Int, exit: StageExit)], lead: UInt32, segment: UInt32 = 1, entered: UInt32,
    until: UInt32
  ) -> (stays: [StageStay], bought: UInt32?) {
    var stays: [StageStay] = []
    var time = entered
    for stay in life {
      let end = time + UInt32(stay.days) * day
      guard end <= until else {
        if time <= until {
          stays.append(
            StageStay(lead: lead, segment: segment, stage: stay.stage, entered: time, until: until, exit: nil))
        }
        return (stays, nil)
      }
      stays.append(
        StageStay(lead: lead, segment: segment, stage: stay.stage, entered: time, until: end, exit: stay.exit))
      time = end
      if stay.exit == .reached(.purchase) { return (stays, end) }
    }
    return (stays, nil)
  }
}
