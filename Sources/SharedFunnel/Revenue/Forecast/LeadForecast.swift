/// What is expected of one open lead in the period.
public struct LeadForecast: Sendable, Equatable {
  public let lead: LeadID
  public let stage: Stage
  /// Whole days in the stage.
  public let days: Int
  /// Of a purchase in what is left of the period, given the stage and the days in it. `nil`: not known.
  public let chance: Double?
  /// As recorded.
  public let expected: Money?
  /// Expected × chance, rounded to minor units, halves away from zero; `nil` without a value in the currency or a chance.
  public let weighted: Money?
  /// What the chance rests on, for the stage that the lead is in.
  public let basis: ChainBasis.Kind
}
