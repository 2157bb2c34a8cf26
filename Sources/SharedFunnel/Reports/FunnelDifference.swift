/// How a stage of a funnel differs from the same stage of another period.
public struct StepDifference: Sendable, Equatable {
  public let stage: Stage
  public let reached: Int
  /// `nil` where one of the two has no rate, where they are of different stages before, or where one is immature:
  /// the difference would be one of age.
  public let conversion: RateDifference?
}

extension FunnelTable {
  /// This minus the other, stage by stage.
  public func difference(from other: FunnelTable) -> [StepDifference] {
    steps.compactMap { step in
      guard let before = other.steps.first(where: { $0.stage == step.stage }) else { return nil }
      let isComparable =
        step.conversion != nil && before.conversion != nil && step.from == before.from && !step.immature
        && !before.immature
      return StepDifference(
        stage: step.stage, reached: step.reached - before.reached,
        conversion: isComparable
          ? RateDifference(
            Rate(step.converted, of: step.cohort), minus: Rate(before.converted, of: before.cohort)) : nil)
    }
  }
}
