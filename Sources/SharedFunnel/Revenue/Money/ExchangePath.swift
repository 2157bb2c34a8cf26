/// How an amount gets from one currency into another on a day: by one published rate, or by two over a currency that
/// both are quoted in.
public struct ExchangePath: Sendable, Hashable {
  public let from: Currency
  public let to: Currency
  /// Of what multiplies, and of what divides; `nil` counts as one.
  let over: RateNumber?
  let times: RateNumber?
  /// The day that the rate is of; of two, the older.
  public let day: CivilDate

  /// The latest rate of a pair up to a day, with its own day; `nil` where none is young enough.
  public typealias Latest = (_ base: Currency, _ quote: Currency) throws -> (day: CivilDate, rate: RateNumber)?

  /// The path with the youngest rate; among equals the one with fewer steps.
  ///
  /// - Parameters:
  ///   - bases: the currencies that anything is quoted in.
  ///   - latest: looks rates up for the day of the purchase.
  public static func youngest(
    from: Currency, to: Currency, bases: [Currency], latest: Latest
  ) rethrows -> ExchangePath? {
    var paths: [ExchangePath] = []
    if let direct = try latest(from, to) {
      paths.append(ExchangePath(from: from, to: to, over: nil, times: direct.rate, day: direct.day))
    }
    if let inverse = try latest(to, from) {
      paths.append(ExchangePath(from: from, to: to, over: inverse.rate, times: nil, day: inverse.day))
    }
    for base in bases.sorted(by: { $0.code < $1.code }) where base != from && base != to {
      guard let first = try latest(base, from), let second = try latest(base, to) else { continue }
      paths.append(
        ExchangePath(from: from, to: to, over: first.rate, times: second.rate, day: min(first.day, second.day)))
    }
    guard let day = paths.map(\.day).max() else { return nil }
    return paths.first { $0.day == day }
  }

  /// The amount in the other currency, computed in whole numbers and rounded once, to the nearest minor unit, a half
  /// away from zero (as Council Regulation (EC) 1103/97, article 5, has it for the euro).
  ///
  /// - Returns: `nil` for an amount in a third currency, and for more than 64 bits hold.
  public func converted(_ money: Money) -> Money? {
    guard money.currency == from, let quotient else { return nil }
    let (product, overflow) = UInt128(money.minor.magnitude).multipliedReportingOverflow(by: quotient.numerator)
    guard !overflow else { return nil }
    let (whole, rest) = product.quotientAndRemainder(dividingBy: quotient.denominator)
    guard let rounded = Int64(exactly: whole + (rest >= quotient.denominator - rest ? 1 : 0)) else { return nil }
    return Money(minor: money.minor < 0 ? -rounded : rounded, currency: to)
  }

  /// Units of the second currency for one of the first, to 12 digits: for people to read, not to compute with.
  public var rate: RateNumber? {
    guard let quotient else { return nil }
    // In whole units instead of minor ones.
    let (up, down) = (Self.power(from.exponent), Self.power(to.exponent))
    guard let up, let down else { return nil }
    let (numerator, tooLarge) = quotient.numerator.multipliedReportingOverflow(by: up)
    let (denominator, tooSmall) = quotient.denominator.multipliedReportingOverflow(by: down)
    return tooLarge || tooSmall ? nil : RateNumber(nearest: numerator, over: denominator)
  }

  /// Minor units of the second currency for one minor unit of the first.
  private var quotient: (numerator: UInt128, denominator: UInt128)? {
    let decimals = Int(over?.scale ?? 0) - Int(times?.scale ?? 0) + to.exponent - from.exponent
    guard let power = Self.power(abs(decimals)) else { return nil }
    let (numerator, denominator) = (UInt128(times?.mantissa ?? 1), UInt128(over?.mantissa ?? 1))
    // 15 digits by at most 16 stay far below 128 bits.
    return decimals >= 0 ? (numerator * power, denominator) : (numerator, denominator * power)
  }

  private static func power(_ exponent: Int) -> UInt128? {
    guard (0...18).contains(exponent) else { return nil }
    return (0..<exponent).reduce(1) { product, _ in product * 10 }
  }
}
