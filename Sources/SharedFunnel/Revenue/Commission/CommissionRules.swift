/// By what purchases earn commission: the policies and targets that both have signed.
public struct CommissionRules: Sendable {
  private let policies: CommissionPolicies
  private let targets: RevenueTargets
  let zone: ReportingZone
  private let currency: Currency
  /// A version that is taken as if it were in force on every day.
  private var supposed: CommissionPolicy?

  public init(policies: CommissionPolicies, targets: RevenueTargets, zone: ReportingZone, currency: Currency) {
    self.policies = policies
    self.targets = targets
    self.zone = zone
    self.currency = currency
  }

  /// The same, as if a version were in force on every day.
  public func supposing(_ policy: CommissionPolicy) -> CommissionRules {
    var copy = self
    copy.supposed = policy
    return copy
  }

  private func policy(on day: CivilDate) -> CommissionPolicy? { supposed ?? policies.inForce(on: day, in: zone) }

  /// The target over exactly the days of the period that both had signed by the end of the day; of several, the one that
  /// was signed last.
  private func target(over period: TargetPeriod, on day: CivilDate) -> RevenueTarget? {
    targets.versions.filter { target in
      target.period.first == period.first && target.period.after == period.after && target.amount.currency == currency
        && (target.effective.map { zone.date(of: $0) <= day } ?? false)
    }.max { ($0.effective ?? $0.drafted, $0.version) < ($1.effective ?? $1.drafted, $1.version) }
  }

  /// What each purchase earns.
  ///
  /// The revenue of a period cumulates over all its purchases that have a value, also those of days on which no policy
  /// was in force; each purchase goes by the policy of its own day.
  ///
  /// - Parameter entries: every purchase, in the order in which they were recorded.
  public func assess(_ entries: [RevenueEntry]) -> CommissionAssessment {
    var assessment = CommissionAssessment()
    var revenue = CumulatedRevenue(supposed.map { [$0] } ?? policies.versions.filter { $0.signed != nil })
    var curves: [CurveKey: CommissionCurve] = [:]
    for entry in entries {
      let day = zone.date(of: entry.purchase.at)
      guard let base = entry.net, base.currency == currency else {
        assessment.unvalued += entry.movements.first?.gap == .unvalued ? [entry] : []
        assessment.unpriced += entry.movements.first?.gap == .unvalued ? [] : [entry]
        continue
      }
      revenue.add(base.minor, on: day)
      guard let policy = policy(on: day), policy.terms.currency == currency.code else {
        assessment.withoutPolicy.append(entry)
        continue
      }
      let terms = policy.terms
      let (period, after) = revenue.state(of: terms, on: day)
      let before = after - Int128(base.minor)
      let target = terms.accelerators.isEmpty ? nil : target(over: period, on: day)
      if !terms.accelerators.isEmpty, target == nil { assessment.withoutTarget.append(entry) }
      let key = CurveKey(policy: policy.version, target: target?.amount.minor)
      let curve = curves[key] ?? CommissionCurve(terms, target: target?.amount.minor)
      curves[key] = curve
      let pool = curve.pool(at: after) - curve.pool(at: before)
      guard pool > 0 else {
        assessment.earningNothing.append(entry)
        continue
      }
      assessment.accruals.append(
        CommissionAccrual(
          purchase: entry.purchase.event, lead: entry.purchase.origin, day: day.iso, period: period.label,
          first: period.first.iso, after: period.after.iso, policy: policy.version, target: target?.version,
          currency: currency.code, base: base.minor, before: Int64(clamping: before), pool: pool,
          parts: parts(of: pool, entry, terms.model)))
    }
    return assessment
  }

  private func parts(of pool: Int64, _ entry: RevenueEntry, _ model: CreditModel) -> [CommissionAccrual.Part] {
    let credit = Credit(of: Money(minor: pool, currency: currency), for: entry.path, by: model)
    let sums = credit.sums { CommissionPayee(department: $0.department, member: $0.member) }
    return sums.sorted { $0.key < $1.key }.filter { $0.value != 0 }.map { CommissionAccrual.Part($0.key, $0.value) }
  }

  private struct CurveKey: Hashable {
    let policy: UInt16
    let target: Int64?
  }
}

/// The revenue so far of each period over which any policy cumulates.
private struct CumulatedRevenue {
  private struct Grid: Hashable {
    let unit: CommissionUnit
    let fiscalStart: Int
  }

  private let grids: Set<Grid>
  private var sums: [Grid: [TargetPeriod: Int128]] = [:]

  init(_ policies: [CommissionPolicy]) {
    grids = Set(policies.map { Grid(unit: $0.terms.unit, fiscalStart: $0.terms.fiscalStart) })
  }

  mutating func add(_ minor: Int64, on day: CivilDate) {
    for grid in grids {
      let period = grid.unit.period(of: day, fiscalStart: grid.fiscalStart)
      sums[grid, default: [:]][period, default: 0] += Int128(minor)
    }
  }

  func state(of terms: CommissionTerms, on day: CivilDate) -> (TargetPeriod, Int128) {
    let grid = Grid(unit: terms.unit, fiscalStart: terms.fiscalStart)
    let period = terms.unit.period(of: day, fiscalStart: terms.fiscalStart)
    return (period, sums[grid]?[period] ?? 0)
  }
}
