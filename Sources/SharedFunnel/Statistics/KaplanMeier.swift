#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The Kaplan-Meier estimate of how long something lasts when some of it still goes on (Kaplan and
/// Meier, 1958): what is still open counts as at risk as long as it was observed, instead of being left out.
///
/// Observations that end at the same time are one step; those censored then were at risk in it.
public struct KaplanMeier: Sendable, Equatable {
  /// A time at which something ended.
  public struct Step: Sendable, Equatable {
    public let seconds: Int64
    /// Observed until then or longer.
    public let atRisk: Int
    public let ended: Int
    /// The share that lasts longer, 0...1.
    public let surviving: Double
    /// 95 % on the scale of log(-log), with Greenwood's variance; `nil` where nothing is left, and no spread.
    public let interval: Interval?
  }

  /// By time.
  public let steps: [Step]
  /// Observations that ended before they started, which no estimate can use.
  public let negative: Int

  /// - Parameter observations: how long each was observed, in seconds, and whether it ended then. Those
  ///   with a time below zero are left out and counted.
  /// - Returns: `nil` for no observations.
  public init?(_ observations: [(seconds: Int64, ended: Bool)]) {
    let sorted = observations.filter { $0.seconds >= 0 }.sorted { $0.seconds < $1.seconds }
    guard !sorted.isEmpty else { return nil }
    negative = observations.count - sorted.count
    var steps: [Step] = []
    var surviving = 1.0
    var greenwood = 0.0
    var index = 0
    while index < sorted.count {
      let time = sorted[index].seconds
      let atRisk = sorted.count - index
      var ended = 0
      while index < sorted.count, sorted[index].seconds == time {
        ended += sorted[index].ended ? 1 : 0
        index += 1
      }
      guard ended > 0 else { continue }
      let staying = atRisk - ended
      surviving = staying == 0 ? 0 : surviving * (Double(staying) / Double(atRisk))
      if staying > 0 { greenwood += Double(ended) / (Double(atRisk) * Double(staying)) }
      steps.append(
        Step(
          seconds: time, atRisk: atRisk, ended: ended, surviving: surviving,
          interval: KaplanMeier.limits(surviving, greenwood)))
    }
    self.steps = steps
  }

  /// - Parameter greenwood: Σ ended ÷ (at risk × staying), the relative variance (Greenwood, 1926).
  private static func limits(_ surviving: Double, _ greenwood: Double) -> Interval? {
    guard surviving > 0, surviving < 1 else { return nil }
    let spread = Interval.z95 * greenwood.squareRoot() / log(surviving)
    let one = pow(surviving, exp(spread))
    let other = pow(surviving, exp(-spread))
    return Interval(low: min(one, other), high: max(one, other))
  }

  /// The share that lasts longer than so many seconds.
  public func surviving(_ seconds: Int64) -> Double {
    steps.last { $0.seconds <= seconds }?.surviving ?? 1
  }

  /// A time in seconds by which a share has ended, with 95 % limits.
  public struct Quantile: Sendable, Equatable {
    /// `nil`: so many have not ended in the time observed.
    public let value: Int64?
    /// `nil`: not known, since the band around the curve never comes down so far.
    public let low: Int64?
    public let high: Int64?

    public init(value: Int64?, low: Int64?, high: Int64?) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// The first time by which a share has ended; 0.5 for the median. Its limits are the first times at which
  /// the limits of the curve come down to the same height (Brookmeyer and Crowley, 1982).
  ///
  /// - Parameter share: 0...1.
  public func quantile(_ share: Double) -> Quantile {
    // A curve that is at the height itself, but for rounding, has come down to it.
    let height = 1 - share + 1e-12
    return Quantile(
      value: steps.first { $0.surviving <= height }?.seconds,
      low: steps.first { $0.interval.map { $0.low <= height } ?? false }?.seconds,
      high: steps.first { $0.interval.map { $0.high <= height } ?? false }?.seconds)
  }
}
