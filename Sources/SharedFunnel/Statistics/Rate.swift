/// A share with what it is a share of.
public struct Rate: Sendable, Equatable {
  public let numerator: Int
  public let denominator: Int

  public init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// `nil` of nothing.
  public var value: Double? { denominator > 0 ? Double(numerator) / Double(denominator) : nil }

  /// Wilson, 95 %.
  public var interval: Interval? { Interval.wilson(successes: numerator, of: denominator) }
}
