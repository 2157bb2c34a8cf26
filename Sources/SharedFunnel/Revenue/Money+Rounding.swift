extension Money {
  /// The nearest minor unit, halves away from zero.
  ///
  /// - Returns: `nil` for what 64 bits do not hold.
  init?(rounding minor: Double, _ currency: Currency) {
    guard let minor = Int64(exactly: minor.rounded(.toNearestOrAwayFromZero)) else { return nil }
    self.init(minor: minor, currency: currency)
  }
}
