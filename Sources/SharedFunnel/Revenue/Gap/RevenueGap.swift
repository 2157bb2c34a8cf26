/// Why revenue differs from a baseline, in money, factor by factor, and how far that leaves it from the target.
///
///     attained - target = Σ parts - (target - baseline)
///
/// Each part is the factor's own change averaged over all 24 orders in which the four could have changed. That of the
/// conversion is divided among its steps in the same way. All are whole minor units that sum exactly.
public struct RevenueGap: Sendable, Equatable {
  public enum Factor: String, Sendable, CaseIterable {
    case entries, conversion, landing, value
    /// The whole difference, where a side cannot be told in factors.
    case unexplained
  }

  public struct Part: Sendable, Equatable {
    public let factor: Factor
    /// Of the conversion: from this stage to the next.
    public let stage: Stage?
    /// The one department whose number it is; `nil`: unallocated.
    public let owner: Department?
    /// The factor in the baseline and in the period; `nil`: not known.
    public let from: Double?
    public let to: Double?
    public let amount: Money
  }

  public let baseline: Money
  public let attained: Money
  public let target: Money?
  /// They sum to attained - baseline.
  public let parts: [Part]
  /// attained - baseline.
  public let difference: Money
  /// target - baseline: what was asked beyond it.
  public let raise: Money?
  /// attained - target.
  public let gap: Money?

  /// - Parameters:
  ///   - entryStages: where the leads of both periods came in.
  ///   - owner: who owned a stage in both periods, alone and without a break; `nil` where that cannot be said.
  public init(
    from baseline: RevenueFactors, to actual: RevenueFactors, target: Money?, entryStages: Set<Stage>,
    owner: (Stage) -> Department?
  ) throws(RevenueGapError) {
    let currency = baseline.revenue.currency
    guard actual.revenue.currency == currency, target.map({ $0.currency == currency }) ?? true else {
      throw .currenciesDiffer
    }
    func minus(_ left: Money, _ right: Money) throws(RevenueGapError) -> Money {
      let (minor, overflow) = left.minor.subtractingReportingOverflow(right.minor)
      guard !overflow else { throw .tooLarge }
      return Money(minor: minor, currency: currency)
    }
    self.baseline = baseline.revenue
    attained = actual.revenue
    self.target = target
    let difference = try minus(attained, baseline.revenue)
    self.difference = difference
    if let target {
      raise = try minus(target, baseline.revenue)
      gap = try minus(attained, target)
    } else {
      (raise, gap) = (nil, nil)
    }
    let owners = Set(entryStages.map(owner))
    let entryOwner = owners.count == 1 ? owners.first.flatMap(\.self) : nil
    guard let sides = FactorPair(baseline, actual) else {
      parts = [Part(factor: .unexplained, stage: nil, owner: nil, from: nil, to: nil, amount: difference)]
      return
    }
    guard let whole = WholeParts.rounded(OrderAverage.parts(from: sides.old, to: sides.new), to: difference.minor),
      let steps = sides.steps(whole[1])
    else { throw .tooLarge }
    func part(_ factor: Factor, _ index: Int, _ owner: Department?, _ from: Double?, _ to: Double?) -> Part {
      Part(
        factor: factor, stage: nil, owner: owner, from: from, to: to,
        amount: Money(minor: whole[index], currency: currency))
    }
    var parts = [part(.entries, 0, entryOwner, baseline.entries, actual.entries)]
    for (index, minor) in steps.enumerated() {
      let stage = StageExit.transient[index]
      parts.append(
        Part(
          factor: .conversion, stage: stage, owner: owner(stage), from: baseline.steps?[index],
          to: actual.steps?[index], amount: Money(minor: minor, currency: currency)))
    }
    parts.append(part(.landing, 2, nil, baseline.landing, actual.landing))
    parts.append(part(.value, 3, nil, baseline.value, actual.value))
    self.parts = parts
  }

  /// The parts' sum by department, and of those that are nobody's; together they are the difference.
  public var byOwner: [(owner: Department?, amount: Money)] {
    let owners: [Department?] = Department.all + [nil]
    return owners.map { owner in
      let minor = parts.filter { $0.owner == owner }.reduce(Int64(0)) { $0 &+ $1.amount.minor }
      return (owner, Money(minor: minor, currency: baseline.currency))
    }
  }
}

/// Why there is no gap report.
public enum RevenueGapError: Error, Equatable {
  case currenciesDiffer
  case tooLarge

  public var message: String {
    switch self {
    case .currenciesDiffer: Message.gapCurrenciesDiffer()
    case .tooLarge: Message.gapTooLarge()
    }
  }
}
