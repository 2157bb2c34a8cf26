/// A value for `Statement.run(_:in:)`: a number, or a place in the bytes that are handed over with
/// it, so that a line of a file reaches SQLite without a copy and without a `String`.
public enum Field: Equatable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  /// UTF-8 at these offsets; anything else is refused.
  case text(Range<Int>)
  case blob(Range<Int>)
}
