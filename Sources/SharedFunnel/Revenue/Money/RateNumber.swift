/// A rate of exchange, exact as it was published: a whole number of at most 15 digits over a power of ten.
public struct RateNumber: Sendable, Hashable {
  /// 1 to 999,999,999,999,999, without zeros at its end unless the scale is 0.
  public let mantissa: Int64
  /// Digits after the decimal point, 0 to ``largestScale``.
  public let scale: UInt8

  static let largestMantissa: Int64 = 999_999_999_999_999
  static let largestScale: UInt8 = 12

  /// `nil` for nothing, less than nothing, and more digits than are kept.
  init?(mantissa: Int64, scale: UInt8) {
    var (mantissa, scale) = (mantissa, scale)
    guard mantissa > 0 else { return nil }
    while scale > 0, mantissa.isMultiple(of: 10) {
      mantissa /= 10
      scale -= 1
    }
    guard mantissa <= RateNumber.largestMantissa, scale <= RateNumber.largestScale else { return nil }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// Reads `1.0842`: digits and one decimal point.
  ///
  /// - Returns: `nil` for anything else, for zero, and for more than 15 digits or 12 decimals.
  public init?(text: String) {
    var digits = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = digits.first, !whole.isEmpty else { return nil }
    if digits.count == 2 {
      guard !digits[1].isEmpty else { return nil }
      while digits[1].last == UInt8(ascii: "0") { digits[1] = digits[1].dropLast() }
    }
    let fraction = digits.count == 2 ? digits[1] : whole.prefix(0)
    guard fraction.count <= Int(RateNumber.largestScale) else { return nil }
    var value: Int64 = 0
    for byte in Array(whole) + Array(fraction) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
      guard value <= RateNumber.largestMantissa else { return nil }
    }
    self.init(mantissa: value, scale: UInt8(fraction.count))
  }

  /// `1.0842`.
  public var text: String {
    let digits = String(mantissa)
    let decimals = Int(scale)
    guard decimals > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// One number for both parts, as the journal keeps it: the scale in the lowest four bits.
  public var packed: Int64 { mantissa << 4 | Int64(scale) }

  public init?(packed: Int64) { self.init(mantissa: packed >> 4, scale: UInt8(packed & 0xF)) }

  /// The nearest rate of ``significantDigits`` digits to a quotient; a half goes up.
  init?(nearest numerator: UInt128, over denominator: UInt128) {
    guard denominator > 0, denominator <= .max / 10 else { return nil }
    var (value, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    var scale: UInt8 = 0
    let limit: UInt128 = 99_999_999_999
    while value <= limit, rest > 0, scale < RateNumber.largestScale {
      let (digit, left) = (rest * 10).quotientAndRemainder(dividingBy: denominator)
      value = value * 10 + digit
      rest = left
      scale += 1
    }
    if rest >= denominator - rest { value += 1 }
    guard let mantissa = Int64(exactly: value) else { return nil }
    self.init(mantissa: mantissa, scale: scale)
  }

  static let significantDigits = 12
}
