import FunnelStore
import SharedFunnel

/// A rate as people type it: `purchase`, `4:6`, `loss`, `4:loss`, `acceptance`, `sla`.
struct TrendRateArgument {
  let rate: TrendRequest.Rate
  /// The stage that cohorts start at; `nil`: the funnel.
  let from: Stage?

  init(_ text: String) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { $0.lowercased() }
    if parts.count == 1, let rate = HandoffRate(rawValue: parts[0]) {
      self.init(.handoffs(rate), from: nil)
      return
    }
    if parts.count == 1, ["return", "returns", "recycle"].contains(parts[0]) {
      throw Failure.usage(Message.trendNoReturns())
    }
    let bad = Failure.usage(Message.trendBadRate(["text": text]))
    guard let last = parts.last, parts.count <= 2 else { throw bad }
    var from: Stage?
    if parts.count == 2 {
      guard let stage = Stage(text: parts[0]) else { throw bad }
      from = stage
    }
    if last == "loss" {
      self.init(.leads(.losing), from: from)
      return
    }
    guard let goal = Stage(text: last) else { throw bad }
    try GoalArgument.check(goal, from: from)
    self.init(.leads(.reaching(goal)), from: from)
  }

  private init(_ rate: TrendRequest.Rate, from: Stage?) {
    self.rate = rate
    self.from = from
  }
}

/// A stage that leads are to come to.
enum GoalArgument {
  /// - Throws: a usage failure for a goal that nobody can come to from there.
  static func check(_ goal: Stage, from: Stage?) throws(Failure) {
    if let from, goal <= from {
      throw .usage(Message.cohortGoalBehind(["to": goal.label, "from": from.label]))
    }
    if goal == .customerAwareness { throw .usage(Message.cohortNoGoal()) }
  }
}
