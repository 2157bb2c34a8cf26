public import SharedFunnel

/// A conversion triangle as people ask for it.
public struct CohortRequest: Sendable {
  /// Who is in the cohorts; its window, groups and pair are not asked.
  public var who: FunnelRequest
  public var goal = CohortQuery.Goal.reaching(.purchase)
  public var unit = PeriodUnit.month
  public var age = AgeUnit.month
  /// How many ages; `nil`: as many as any cohort has lived through, at most ``mostAges``.
  public var ages: Int?

  /// What fits a screen, and a year of months.
  public static let mostAges = 12

  public init(_ who: FunnelRequest) { self.who = who }
}

/// A number of a triangle, for the list of leads behind it.
public struct CohortNumber: Sendable, Equatable {
  /// A row's label; `nil`: the total row, over the cohorts that are mature at the age.
  public var cohort: String?
  /// A column, counted from 1; `nil`: the first.
  public var age: Int?
  /// `nil`: all leads of the cohort.
  public var outcome: CohortOutcome?

  public init(cohort: String?, age: Int?, outcome: CohortOutcome?) {
    self.cohort = cohort
    self.age = age
    self.outcome = outcome
  }
}

/// A triangle with what is needed to explain it.
public struct CohortAnswer: Sendable {
  public let report: CohortReport
  public let zone: String
  public let observedUntil: Timestamp
  public let observedUntilBySource: [String: Timestamp]
  public let period: Period?
  /// The same over the period to compare with, at the same ages.
  public var previous: [CohortAnswer] = []
}
