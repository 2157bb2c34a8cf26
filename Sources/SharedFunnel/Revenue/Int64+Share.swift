extension Int64 {
  /// `self` × part ÷ whole, rounded to the nearest, a half away from zero, with 128 bits between; so that the whole
  /// leaves exactly `self`, and no part of a sum that is shared out is lost by rounding on the way.
  ///
  /// - Returns: 0 where `part` or `whole` is not above 0; what 64 bits do not hold is cut at their ends.
  func share(_ part: Int64, of whole: Int64) -> Int64 {
    guard part > 0, whole > 0 else { return 0 }
    guard part != whole else { return self }
    let divisor = UInt128(whole.magnitude)
    let product = UInt128(magnitude) * UInt128(part.magnitude)
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: divisor)
    let size = quotient + (rest >= divisor - rest ? 1 : 0)
    guard self < 0 else { return Int64(clamping: size) }
    return size > UInt128(Int64.max) ? .min : -Int64(size)
  }
}
