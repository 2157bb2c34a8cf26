/// Division that rounds towards minus infinity, as calendars need it before 1970. The divisor is positive.
extension BinaryInteger {
  @inline(__always)
  func floorDivided(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The remainder of ``floorDivided(by:)``: 0 ..< divisor.
  @inline(__always)
  func floorRemainder(by divisor: Self) -> Self {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
