/// What is asked of cohorts: of those that entered together, who had come to a goal by which age.
public struct CohortQuery: Sendable {
  public enum Goal: Sendable, Hashable {
    /// Came to the stage, as the mode of the question says.
    case reaching(Stage)
    /// Was lost, wherever; a loss that was reopened is none.
    case losing
  }

  /// Who is in the cohorts: mode, `from`, period, filter, grouping and ends of observation. A window there is
  /// ignored, for the ages are windows.
  public var funnel: FunnelQuery
  public var goal: Goal
  /// Seconds from the entry, ascending.
  public var ages: [UInt32]
  /// The cohorts: an entry belongs to the last one that starts by then.
  public var cohorts: PeriodTable

  public init(_ funnel: FunnelQuery, goal: Goal, ages: [UInt32], cohorts: PeriodTable) {
    self.funnel = funnel
    self.funnel.window = nil
    self.goal = goal
    self.ages = ages
    self.cohorts = cohorts
  }
}

/// How a lead stands at an age of its cohort.
public enum CohortOutcome: String, Sendable, CaseIterable {
  /// Had come to the goal by that age.
  case converted
  /// Had been lost before it came there.
  case lost
  /// Neither, though it was observed for the whole age.
  case open
  /// Neither, and its observation ended before that age.
  case unresolved
}

/// What ages are counted in: fixed lengths, so that an age is a window and every lead has the same one. A month is
/// 30 days.
public enum AgeUnit: String, Sendable, CaseIterable {
  case day, week, month

  public var seconds: UInt32 {
    switch self {
    case .day: 86_400
    case .week: 7 * 86_400
    case .month: 30 * 86_400
    }
  }
}
