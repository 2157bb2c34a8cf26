extension Message {
  static let gapCurrenciesDiffer = Message(
    "gap.currencies_differ",
    "The two periods and the target are in different currencies, which do not add. Name one currency for all of them.")
  static let gapTooLarge = Message("gap.too_large", "A sum does not fit 64 bits of minor units. Check the amounts.")
}
