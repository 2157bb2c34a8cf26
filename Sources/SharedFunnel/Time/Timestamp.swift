/// An instant, in UTC milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// Any value can be held and formatted; what enters the journal lies between ``earliest`` and ``latest``, so that
/// its whole seconds fit a `UInt32` in which 0 can mean "never".
public struct Timestamp: Sendable, Hashable, Comparable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Saturates where the milliseconds would not fit 64 bits.
  public init(seconds: Int64) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    milliseconds = overflow ? (seconds < 0 ? .min : .max) : product
  }

  /// Whole seconds since 1970, rounded down, also before 1970.
  public var seconds: Int64 {
    milliseconds.floorDivided(by: 1000)
  }

  /// 1970-01-02T00:00:00Z.
  public static let earliest = Timestamp(seconds: 86_400)
  /// 2105-12-31T23:59:59.999Z.
  public static let latest = Timestamp(milliseconds: 4_291_747_199_999)

  /// Whether the instant may enter the journal.
  public var isSupported: Bool {
    self >= .earliest && self <= .latest
  }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
