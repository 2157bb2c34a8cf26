extension Message {
  public static let unknownCreditModel = Message(
    "credit.unknown_model",
    "There is no credit model {text}. Name one of {models} (time_decay may name its half-life: time_decay:7d; "
      + "transitions the weights of stages 1 to 7: transitions:1,1,1,2,3,0,0) or, for comparison only, {others}.")
  public static let badHalfLife = Message(
    "credit.bad_half_life",
    "{text} is no half-life. Write a duration above zero, such as time_decay:7d, time_decay:36h or time_decay:2w.")
  public static let badTransitionWeights = Message(
    "credit.bad_weights",
    "{text} are no weights of transitions. Write seven whole numbers, for leaving stages 1 to 7 forward, not all "
      + "zero, such as transitions:1,1,1,2,3,0,0.")
  public static let creditModelHasNoSetting = Message(
    "credit.no_setting", "The credit model {model} has nothing to set. Write {model} alone.")
  public static let creditModelNotPerPurchase = Message(
    "credit.not_per_purchase",
    "{model} compares channels over all purchases, so that new data would change what was credited before: it can be "
      + "looked at and not be locked. Lock one of {models}.")
  public static let tooManyChainStates = Message(
    "credit.too_many_states",
    "The paths make a chain of {count} states, and at most {most} are solved. Take a lower order, such as markov, or a "
      + "shorter period.")
  public static let badChainOrder = Message(
    "credit.bad_order", "A chain cannot remember {order} channels. Take markov, or markov:2 to markov:{most}.")
  public static let tooManyPathChannels = Message(
    "credit.too_many_channels",
    "One path met {count} channels, and the game of rates is computed for at most {most}. Take shapley, which has no "
      + "such limit.")
  public static let creditTotalTooLarge = Message(
    "credit.total_too_large", "The credits are too large to be added. Look at a shorter period.")
  public static let creditOtherCurrency = Message(
    "credit.other_currency", "A credit in {other} cannot be added to credits in {currency}. Look at one currency.")
}
