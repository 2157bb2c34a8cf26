/// The pool of a period as a function of its revenue: T(x) = min(cap, ∫ rate), rounded once.
///
/// Piecewise linear, in 128-bit integers. The integral is exact; it is rounded to the nearest minor unit, a half up, and
/// then capped. So T never falls, T(0) is 0, and the pools of purchases that follow one another,
/// T(after) - T(before), sum to T of the whole to the minor unit. No pool is larger than the revenue that earned it.
public struct CommissionCurve: Sendable, Equatable {
  private struct Segment: Sendable, Equatable {
    let from: Int64
    /// Of ``CommissionCurve/whole``: a rate in millionths times a factor in millionths.
    let rate: Int64
  }

  /// The rate that pays all of the revenue.
  static let whole: Int64 = 1_000_000_000_000

  private let segments: [Segment]
  private let cap: Int64?

  /// - Parameter target: of the period, in minor units of the same currency; without one no accelerator applies.
  public init(_ terms: CommissionTerms, target: Int64?) {
    var factors: [(from: Int64, factor: Int64)] = []
    for accelerator in terms.accelerators {
      guard let target else { break }
      // The first whole minor unit that attains it.
      let product = Int128(target) * Int128(accelerator.attainment.count)
      let from = (product + Int128(Millionths.one.count) - 1) / Int128(Millionths.one.count)
      if let from = Int64(exactly: from) { factors.append((from, accelerator.factor.count)) }
    }
    let starts = Set(terms.tiers.map(\.from) + factors.map(\.from)).sorted()
    segments = starts.map { start in
      let rate = terms.tiers.last { $0.from <= start }?.rate.count ?? 0
      let factor = factors.last { $0.from <= start }?.factor ?? Millionths.one.count
      let (product, overflow) = rate.multipliedReportingOverflow(by: factor)
      return Segment(from: start, rate: overflow ? CommissionCurve.whole : min(product, CommissionCurve.whole))
    }
    cap = terms.cap
  }

  /// - Parameter revenue: of the period so far, in minor units; below zero it earns nothing, and what 64 bits do not hold
  ///   earns as much as the most that they do.
  public func pool(at revenue: Int128) -> Int64 {
    let revenue = Int64(clamping: max(revenue, 0))
    var exact = Int128(0)
    for (index, segment) in segments.enumerated() where revenue > segment.from {
      let end = index + 1 < segments.count ? min(revenue, segments[index + 1].from) : revenue
      exact += Int128(end - segment.from) * Int128(segment.rate)
    }
    let rounded = Int64(clamping: (exact + Int128(CommissionCurve.whole / 2)) / Int128(CommissionCurve.whole))
    return cap.map { min(rounded, $0) } ?? rounded
  }
}
