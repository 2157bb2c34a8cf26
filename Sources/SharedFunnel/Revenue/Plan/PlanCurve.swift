/// How a target is spread over its period.
public struct PlanCurve: Sendable, Equatable {
  /// A part of the period and its weight beside the others.
  public struct Step: Sendable, Equatable {
    public let first: CivilDate
    public let weight: Int64

    public init(first: CivilDate, weight: Int64) {
      self.first = first
      self.weight = weight
    }
  }

  /// Weights are small, so that their sum is safe.
  static let heaviest: Int64 = 1_000_000_000

  /// In order; the first starts with the period.
  private let steps: [Step]
  /// The day after the last one.
  private let after: CivilDate

  /// As much on every day.
  public static func linear(_ period: Period, in zone: ReportingZone) -> PlanCurve {
    .linear(from: zone.date(of: period.start), to: zone.date(of: period.end))
  }

  /// - Parameter after: the first day behind the period.
  public static func linear(from first: CivilDate, to after: CivilDate) -> PlanCurve {
    PlanCurve(unchecked: [Step(first: first, weight: 1)], after: after)
  }

  /// By weight, and within a step as much on every day.
  public init(seasonal steps: [Step], _ period: Period, in zone: ReportingZone) throws(PlanCurveError) {
    try self.init(seasonal: steps, from: zone.date(of: period.start), to: zone.date(of: period.end))
  }

  /// - Parameter after: the first day behind the period.
  public init(seasonal steps: [Step], from first: CivilDate, to after: CivilDate) throws(PlanCurveError) {
    guard let start = steps.first, start.first == first else { throw .startsElsewhere(first) }
    for (step, next) in zip(steps, steps.dropFirst()) where next.first <= step.first { throw .notInOrder(next.first) }
    if let late = steps.last, late.first >= after { throw .outsidePeriod(late.first) }
    for step in steps where step.weight < 0 || step.weight > PlanCurve.heaviest { throw .weightOutOfRange(step.first) }
    guard steps.count <= 5_000, steps.contains(where: { $0.weight > 0 }) else { throw .noWeight }
    self.init(unchecked: steps, after: after)
  }

  private init(unchecked steps: [Step], after: CivilDate) {
    self.steps = steps
    self.after = after
  }

  /// What the plan asks for by a time: whole days, the one on which the time lies included, so that a day's purchases are
  /// compared with a plan that counts the day. Exact, rounded to minor units, and the target itself at the end.
  public func expectation(of target: Money, at time: Timestamp, in zone: ReportingZone) -> Money {
    // An instant at midnight is the end of the day before.
    let today = zone.date(of: Timestamp(milliseconds: time.milliseconds == .min ? .min : time.milliseconds - 1))
    let total = steps.reduce(0) { $0 + $1.weight }
    var passed: Int64 = 0
    var sum: Int64 = 0
    for (index, step) in steps.enumerated() {
      guard today >= step.first else { break }
      let end = index + 1 < steps.count ? steps[index + 1].first : after
      let days = end.daysSinceEpoch - step.first.daysSinceEpoch
      let begun = min(days, today.daysSinceEpoch - step.first.daysSinceEpoch + 1)
      let before = target.minor.share(passed, of: total)
      passed += step.weight
      sum = before + (target.minor.share(passed, of: total) - before).share(Int64(begun), of: Int64(days))
    }
    return Money(minor: sum, currency: target.currency)
  }

  /// Days of the period that have begun by a time, and all of its days.
  public func days(at time: Timestamp, in zone: ReportingZone) -> (begun: Int, all: Int) {
    let first = steps.first?.first.daysSinceEpoch ?? 0
    let all = after.daysSinceEpoch - first
    let today = zone.date(of: Timestamp(milliseconds: time.milliseconds == .min ? .min : time.milliseconds - 1))
    return (min(all, max(0, today.daysSinceEpoch - first + 1)), all)
  }
}
