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
  /// What happened later is not known; in seconds since 1970.
  public let observedUntil: UInt32
  public let counted: Counted
  /// What the chance rests on, for the stage that the lead is in.
  public let basis: ChainBasis.Kind
}

extension LeadForecast {
  /// As what a lead is in the sum.
  public enum Counted: String, Sendable, CaseIterable {
    /// With its expected value.
    case valued
    /// With the mean of past purchases.
    case atMean = "at_mean"
    /// Not at all: nothing tells what it brings in the currency.
    case withoutSum = "without_sum"
    /// Not at all: nobody can say what became of it.
    case forgotten
  }
}
