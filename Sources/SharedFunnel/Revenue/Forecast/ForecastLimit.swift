/// What a forecast cannot know, or leaves out, with how many it concerns.
public enum ForecastLimit: Sendable, Hashable {
  /// No stay in any stage has ended, so nothing tells how leads go on.
  case noEndedStays
  /// Fewer stays than ``StageChain/enough`` ended in a stage that open or new leads go through.
  case fewEndedStays(Stage, ended: Int)
  /// Nobody bought in the time observed.
  case noPurchaseSeen
  /// Open leads that have stayed longer than anybody before.
  case olderThanSeen(leads: Int)
  /// Open leads without an expected value, where no purchase tells a mean.
  case withoutValue(leads: Int)
  /// Open leads whose expected value is in another currency.
  case inOtherCurrency(leads: Int)
  /// Purchases in the period so far, none of which has an amount in the currency.
  case attainedUnknown(purchases: Int)
  /// No purchase has an amount in the currency, so that new leads bring no sum.
  case noPurchaseAmounts
  /// Nobody entered in the time that tells the rate.
  case noRecentEntries
  /// Leads whose observation ended before the forecast is made: what happened since is counted as still to come.
  case observationEndedBefore(leads: Int)
  /// Leads last observed over a year before the forecast is made.
  case observationEndedLongAgo(leads: Int)
  /// The period ends over ten years ahead.
  case tooFarAhead
  /// More than 64 bits hold.
  case tooLarge

  public var message: String {
    switch self {
    case .noEndedStays: Message.forecastNoEndedStays()
    case .fewEndedStays(let stage, let ended):
      Message.forecastFewEndedStays([
        "stage": stage.title(), "ended": String(ended), "enough": String(StageChain.enough),
      ])
    case .noPurchaseSeen: Message.forecastNoPurchaseSeen()
    case .olderThanSeen(let leads): Message.forecastOlderThanSeen(["leads": String(leads)])
    case .withoutValue(let leads): Message.forecastWithoutValue(["leads": String(leads)])
    case .inOtherCurrency(let leads): Message.forecastInOtherCurrency(["leads": String(leads)])
    case .attainedUnknown(let purchases): Message.forecastAttainedUnknown(["purchases": String(purchases)])
    case .noPurchaseAmounts: Message.forecastNoPurchaseAmounts()
    case .noRecentEntries: Message.forecastNoRecentEntries()
    case .observationEndedBefore(let leads): Message.forecastObservationEnded(["leads": String(leads)])
    case .observationEndedLongAgo(let leads): Message.forecastForgotten(["leads": String(leads)])
    case .tooFarAhead: Message.forecastTooFarAhead()
    case .tooLarge: Message.forecastTooLarge()
    }
  }

  /// How many leads or purchases it concerns; `nil` for what is not counted.
  public var count: Int? {
    switch self {
    case .olderThanSeen(let count), .withoutValue(let count), .inOtherCurrency(let count),
      .observationEndedBefore(let count), .observationEndedLongAgo(let count), .attainedUnknown(let count),
      .fewEndedStays(_, let count):
      count
    default: nil
    }
  }

  /// A stable name in JSON.
  public var key: String {
    switch self {
    case .noEndedStays: "no_ended_stays"
    case .fewEndedStays: "few_ended_stays"
    case .noPurchaseSeen: "no_purchase_seen"
    case .olderThanSeen: "older_than_seen"
    case .withoutValue: "without_value"
    case .inOtherCurrency: "in_other_currency"
    case .attainedUnknown: "attained_unknown"
    case .noPurchaseAmounts: "no_purchase_amounts"
    case .noRecentEntries: "no_recent_entries"
    case .observationEndedBefore: "observation_ended_before"
    case .observationEndedLongAgo: "observation_ended_long_ago"
    case .tooFarAhead: "too_far_ahead"
    case .tooLarge: "too_large"
    }
  }
}
