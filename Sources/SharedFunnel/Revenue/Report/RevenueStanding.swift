/// Where a period's revenue stands against its target: the same for whoever asks.
public struct RevenueStanding: Sendable, Equatable {
  public let target: Money?
  /// `nil` where no value is known.
  public let attained: Money?
  /// attained ÷ target.
  public let attainment: Double?
  /// What the plan asks for by the time; `nil` before the period.
  public let expectation: Money?
  /// attained ÷ expectation.
  public let pacing: Double?
  /// target - attained; below zero it is surpassed.
  public let left: Money?

  /// - Parameter time: up to when revenue was observed.
  public init(
    _ attained: Money?, target: Money?, plan: PlanCurve?, from start: Timestamp, at time: Timestamp,
    in zone: ReportingZone
  ) {
    self.target = target
    self.attained = attained
    let expectation = target.flatMap { target in
      time <= start ? nil : plan.map { $0.expectation(of: target, at: time, in: zone) }
    }
    self.expectation = expectation
    guard let attained, let target else {
      (attainment, pacing, left) = (nil, nil, nil)
      return
    }
    attainment = Attainment.share(attained, of: target)
    pacing = expectation.flatMap { Attainment.pacing(attained, expectation: $0) }
    let (minor, overflow) = target.minor.subtractingReportingOverflow(attained.minor)
    left = overflow || target.currency != attained.currency ? nil : Money(minor: minor, currency: target.currency)
  }
}

extension RevenueTarget {
  /// What of the target a row of a breakdown has; `nil` where the target was not broken down so. Months without parts of
  /// their own have what the plan asks for in them.
  ///
  /// - Parameter name: of the row, as people read it.
  public func part(_ dimension: RevenueDimension, _ name: String?, in zone: ReportingZone) -> Money? {
    let by: TargetPart.Dimension? =
      switch dimension {
      case .month: .month
      case .segment: .segment
      case .product: .product
      case .source, .campaign, .member, .channel, .currency: nil
      }
    guard let by, let name else { return nil }
    let parts = parts.filter { $0.by == by }
    if !parts.isEmpty {
      return Money(minor: parts.first { $0.key == name }?.minor ?? 0, currency: amount.currency)
    }
    guard by == .month, let month = try? TargetPeriod(text: name, fiscalStart: 1),
      let curve = try? plan.curve(of: period)
    else { return nil }
    func asked(_ day: CivilDate) -> Int64 {
      if day <= period.first { return 0 }
      let end = zone.timestamp(of: min(day, period.after))
      return curve.expectation(of: amount, at: end, in: zone).minor
    }
    return Money(minor: asked(month.after) - asked(month.first), currency: amount.currency)
  }
}
