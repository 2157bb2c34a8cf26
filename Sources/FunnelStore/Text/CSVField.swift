/// Where a field lies: in the buffer of the reader, or, if quotes were doubled in it, among the unescaped bytes.
struct CSVField {
  private let lower: UInt32
  /// The end, and in the lowest bit whether the place is among the unescaped bytes: eight bytes a field in all, which
  /// holds for buffers below 2 GiB.
  private let upperAndPlace: UInt32

  @inline(__always)
  init(_ lower: Int, _ upper: Int, isUnescaped: Bool = false) {
    self.lower = UInt32(truncatingIfNeeded: lower)
    upperAndPlace = UInt32(truncatingIfNeeded: upper << 1 | (isUnescaped ? 1 : 0))
  }

  var range: Range<Int> { Int(lower)..<Int(upperAndPlace >> 1) }
  var isUnescaped: Bool { upperAndPlace & 1 != 0 }
}
