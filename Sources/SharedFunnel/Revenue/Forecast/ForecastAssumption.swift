/// What a forecast takes for granted; each is said beside it.
public enum ForecastAssumption: String, Sendable, CaseIterable {
  /// What happens in a stage depends on the stage and the time in it alone.
  case memoryless = "stage_and_time_in_it"
  /// Leads go on entering as they did lately.
  case entriesGoOn = "entries_at_recent_rate"
  /// Buyers go on buying as they did lately.
  case furtherPurchasesGoOn = "further_purchases_at_recent_rate"
  /// A lead without an expected value brings the mean of past purchases.
  case meanValue = "mean_value_of_past_purchases"
  /// A lead with an expected value brings that.
  case expectedValue = "expected_value_as_recorded"
  /// Leads decide each for itself.
  case independent = "leads_are_independent"
  /// A loss is the end; those who come back are counted when they do.
  case lossIsFinal = "losses_stay_lost"
  /// Refunds of what is still to be sold are not foreseen.
  case noRefunds = "no_further_refunds"

  public var message: Message {
    switch self {
    case .memoryless: .assumesStageAndTime
    case .entriesGoOn: .assumesEntriesGoOn
    case .furtherPurchasesGoOn: .assumesFurtherPurchasesGoOn
    case .meanValue: .assumesMeanValue
    case .expectedValue: .assumesExpectedValue
    case .independent: .assumesIndependence
    case .lossIsFinal: .assumesLossIsFinal
    case .noRefunds: .assumesNoRefunds
    }
  }
}
