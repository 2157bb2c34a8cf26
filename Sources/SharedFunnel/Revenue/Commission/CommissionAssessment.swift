/// What purchases earn by the policies, and which of them earn nothing and why. Every purchase is in one of the lists
/// but ``withoutTarget``.
public struct CommissionAssessment: Sendable, Equatable {
  /// In the order in which the purchases were recorded.
  public internal(set) var accruals: [CommissionAccrual] = []
  /// Nobody said what was paid, so nothing is known to pay commission on.
  public internal(set) var unvalued: [RevenueEntry] = []
  /// No rate of exchange is known for them.
  public internal(set) var unpriced: [RevenueEntry] = []
  /// On their day no policy was in force.
  public internal(set) var withoutPolicy: [RevenueEntry] = []
  /// Below the first tier, beyond the cap, refunded whole, or so small that its part of the pool rounds to nothing.
  public internal(set) var earningNothing: [RevenueEntry] = []
  /// The policy has accelerators, and no target for the period was in force on their day, so that none applied.
  public internal(set) var withoutTarget: [RevenueEntry] = []

  init() {}

  /// The pools of the purchases of some days, by payee.
  public func sums(from first: CivilDate, to after: CivilDate) -> [CommissionPayee: Int64] {
    let sums = accruals.filter { $0.day >= first.iso && $0.day < after.iso }.flatMap(\.parts)
      .reduce(into: [CommissionPayee: Int128]()) { $0[$1.payee, default: 0] += Int128($1.minor) }
    return sums.mapValues { Int64(clamping: $0) }
  }
}

extension CommissionAssessment {
  /// What of it is of purchases of some days.
  func limited(to period: TargetPeriod, in zone: ReportingZone) -> CommissionAssessment {
    func limited(_ entries: [RevenueEntry]) -> [RevenueEntry] {
      entries.filter { period.contains(zone.date(of: $0.purchase.at)) }
    }
    var part = CommissionAssessment()
    part.accruals = accruals.filter { $0.day >= period.first.iso && $0.day < period.after.iso }
    part.unvalued = limited(unvalued)
    part.unpriced = limited(unpriced)
    part.withoutPolicy = limited(withoutPolicy)
    part.earningNothing = limited(earningNothing)
    part.withoutTarget = limited(withoutTarget)
    return part
  }
}
