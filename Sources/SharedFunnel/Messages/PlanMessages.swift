extension Message {
  static let planStartsElsewhere = Message(
    "plan.starts_elsewhere", "A seasonal plan starts with its period. Give the first weight to {day}.")
  static let planNotInOrder = Message(
    "plan.not_in_order",
    "The weight of {day} does not come after the one before it. Write each day once, the earliest first.")
  static let planOutsidePeriod = Message(
    "plan.outside_period", "The weight of {day} lies behind the end of the period. Leave it out, or check the date.")
  static let planWeightOutOfRange = Message(
    "plan.weight_out_of_range", "The weight of {day} is not a whole number from 0 to {most}. Only proportions count.")
  static let planNoWeight = Message(
    "plan.no_weight", "A seasonal plan needs a weight above zero, and at most 5000 of them.")
}
