/// Writes dates and clock readings as ASCII into the memory of a string under construction.
///
/// The longest text, an instant with milliseconds, takes 24 bytes.
struct DigitWriter {
  let bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    bytes[count] = UInt8(truncatingIfNeeded: scalar.value)
    count += 1
  }

  /// `value` is not negative and has at most `width` digits.
  mutating func append(_ value: Int, width: Int) {
    var rest = value
    for position in stride(from: count + width - 1, through: count, by: -1) {
      bytes[position] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
    count += width
  }

  /// `2026-11-03`.
  mutating func append(_ date: CivilDate) {
    append(date.year, width: 4)
    append("-")
    append(date.month, width: 2)
    append("-")
    append(date.day, width: 2)
  }
}
