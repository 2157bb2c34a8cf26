/// Reading dates and clocks from ASCII. Each method moves `position` past what it read; after a nil the position means
/// nothing.
extension RawSpan {
  /// The byte at `position`, or 0 past the end.
  @inline(__always)
  func byte(at position: Int) -> UInt8 {
    position < byteCount ? unsafeLoad(fromByteOffset: position, as: UInt8.self) : 0
  }

  /// Exactly `count` digits, at most 18 so that nothing overflows.
  @inline(__always)
  func digits(_ count: Int, at position: inout Int) -> Int? {
    guard byteCount - position >= count else { return nil }
    var value = 0
    for _ in 0..<count {
      let digit = byte(at: position) &- 48
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
      position += 1
    }
    return value
  }

  /// Between one digit and `limit` of them, as many as there are; nil where more follow.
  func digits(upTo limit: Int, at position: inout Int) -> Int? {
    var count = 0
    while count <= limit, isDigit(at: position + count) { count += 1 }
    guard count > 0, count <= limit else { return nil }
    return digits(count, at: &position)
  }

  func isDigit(at position: Int) -> Bool {
    byte(at: position) &- 48 < 10
  }

  @inline(__always)
  func skip(_ scalar: Unicode.Scalar, at position: inout Int) -> Bool {
    guard byte(at: position) == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  /// `YYYY-MM-DD`.
  func civilDate(at position: inout Int) -> CivilDate? {
    guard let year = digits(4, at: &position), skip("-", at: &position),
      let month = digits(2, at: &position), skip("-", at: &position),
      let day = digits(2, at: &position)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD`, `T` or a space, `HH:MM`, and optionally `:SS` and a fraction.
  func civilDateTime(at position: inout Int) -> CivilDateTime? {
    guard let date = civilDate(at: &position), skip("T", at: &position) || skip(" ", at: &position),
      let hour = digits(2, at: &position), skip(":", at: &position),
      let minute = digits(2, at: &position)
    else { return nil }
    var second = 0
    var millisecond = 0
    if skip(":", at: &position) {
      guard let read = digits(2, at: &position) else { return nil }
      second = read
      if skip(".", at: &position) {
        guard let read = fraction(at: &position) else { return nil }
        millisecond = read
      }
    }
    return CivilDateTime(date: date, hour: hour, minute: minute, second: second, millisecond: millisecond)
  }

  /// 1 to 9 digits after a decimal point, as whole milliseconds, rounded down.
  func fraction(at position: inout Int) -> Int? {
    let start = position
    guard let value = digits(upTo: 9, at: &position) else { return nil }
    var scaled = value
    for _ in (position - start)..<9 { scaled *= 10 }
    return scaled / 1_000_000
  }

  /// `Z`, `±HH:MM` or `±HHMM`, in seconds east of UTC, at most 18 hours.
  func offset(at position: inout Int) -> Int? {
    if skip("Z", at: &position) { return 0 }
    let isWest = skip("-", at: &position)
    guard isWest || skip("+", at: &position), let hours = digits(2, at: &position) else { return nil }
    _ = skip(":", at: &position)
    guard let minutes = digits(2, at: &position), minutes < 60, hours * 60 + minutes <= 18 * 60 else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return isWest ? -seconds : seconds
  }
}
