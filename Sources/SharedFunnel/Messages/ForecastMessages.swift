extension Message {
  // What a forecast cannot know.
  static let forecastNoEndedStays = Message(
    "forecast.no_ended_stays",
    "No lead has left a stage yet, so nothing tells how many of the open ones will buy, or when. Record moves, purchases "
      + "and losses as they happen, or import the history.")
  static let forecastFewEndedStays = Message(
    "forecast.few_ended_stays",
    "Only {ended} stays in {stage} have ended; below {enough} the odds of that stage are rough.")
  static let forecastNoPurchaseSeen = Message(
    "forecast.no_purchase_seen", "Nobody bought in the time observed, so every chance is zero as far as is known.")
  static let forecastOlderThanSeen = Message(
    "forecast.older_than_seen",
    "{leads} open leads have been in their stage longer than any lead before them; their chance is not known, and they "
      + "are left out.")
  static let forecastWithoutValue = Message(
    "forecast.without_value",
    "{leads} open leads have no expected value, and no purchase tells a mean; they are left out of the sums.")
  static let forecastInOtherCurrency = Message(
    "forecast.in_other_currency",
    "{leads} open leads are valued in another currency; they are left out of the sums.")
  static let forecastAttainedUnknown = Message(
    "forecast.attained_unknown",
    "There were {purchases:purchase|purchases} in the period so far, none with an amount in this currency, so what was "
      + "attained is not known, and no sum is said.")
  static let forecastNoPurchaseAmounts = Message(
    "forecast.no_purchase_amounts",
    "No purchase has an amount in this currency, so what new leads and further purchases bring is not known.")
  static let forecastNoRecentEntries = Message(
    "forecast.no_recent_entries", "No lead entered in the time that tells the rate, so none is expected to.")
  static let forecastObservationEnded = Message(
    "forecast.observation_ended_before",
    "{leads} open leads were last observed before this forecast is made; what happened to them since is counted as still "
      + "to come.")
  static let forecastForgotten = Message(
    "forecast.observation_ended_long_ago",
    "{leads} open leads were last observed over a year before this forecast is made; nobody can say what became of them, "
      + "and they are left out. Import the source again, or close them.")
  static let forecastTooFarAhead = Message(
    "forecast.too_far_ahead", "The period ends more than ten years ahead. Name one that ends earlier.")
  static let forecastTooLarge = Message(
    "forecast.too_large", "The sum does not fit 64 bits of minor units. Check the expected values of the open leads.")

  // What it takes for granted.
  static let assumesStageAndTime = Message(
    "forecast.assumes.stage_and_time_in_it",
    "What a lead does next depends on its stage and the time it has been there, as with leads before it.")
  static let assumesEntriesGoOn = Message(
    "forecast.assumes.entries_at_recent_rate", "Leads go on entering at the recent rate, into the same stages.")
  static let assumesFurtherPurchasesGoOn = Message(
    "forecast.assumes.further_purchases_at_recent_rate", "Buyers go on buying again at the recent rate.")
  static let assumesMeanValue = Message(
    "forecast.assumes.mean_value_of_past_purchases",
    "A lead without an expected value brings the mean of past purchases.")
  static let assumesExpectedValue = Message(
    "forecast.assumes.expected_value_as_recorded", "A lead with an expected value brings that value.")
  static let assumesIndependence = Message(
    "forecast.assumes.leads_are_independent", "Leads decide each for itself.")
  static let assumesLossIsFinal = Message("forecast.assumes.losses_stay_lost", "Losses stay lost.")
  static let assumesNoRefunds = Message(
    "forecast.assumes.no_further_refunds", "Refunds of purchases still to come are not foreseen.")
}
