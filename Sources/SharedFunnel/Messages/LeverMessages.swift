extension Message {
  static let notALever = Message(
    "lever.not_a_lever",
    "{text} is not a change that can be worked out. Write \"conversion 4->5 +3pt\", \"entries +10%\", \"value +5%\" or "
      + "\"time 3 -2d\".")
  static let leverNotAStage = Message(
    "lever.not_a_stage", "{text} is not a stage. Write a number from 1 to 5, or a name such as brand_preference.")
  static let leverNotAStep = Message(
    "lever.not_a_step", "{text} is not a step from one stage to the next. Write two neighbours, such as 4->5.")
  static let leverBehindPurchase = Message(
    "lever.behind_purchase", "{stage} lies behind the way to the purchase. Name a stage from 1 to 5.")
  static let leverNotAChange = Message(
    "lever.not_a_change", "{text} is not a change in {unit}. Write a sign, a number and the unit, such as +3{unit}.")
  static let leverNotWholeDays = Message(
    "lever.not_whole_days", "{text} is not a number of whole days. Write one such as -2d.")
  static let leverOutOfRange = Message(
    "lever.out_of_range", "{text} is too much. Write a number from {low} to {high}.")
}
