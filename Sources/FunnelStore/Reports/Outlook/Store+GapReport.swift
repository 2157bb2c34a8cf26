public import SharedFunnel

extension Store {
  /// Why the revenue of a period differs from a baseline, factor by factor.
  ///
  /// - Throws: ``GapRefusal`` for what cannot be compared.
  public func gap(_ request: GapRequest) throws -> GapAnswer {
    try read {
      let ahead = try ahead(request.outlook)
      let end = request.outlook.scope.end ?? request.outlook.scope.now
      let (period, zone) = (ahead.frame.period, ahead.zone)
      guard period.start(in: zone) < end else { throw GapRefusal.notBegun(period) }
      let isRunning = end < period.end(in: zone)
      let curve = try? ahead.frame.target?.plan.curve(of: period)
      let asked = ahead.frame.share.flatMap { share in
        curve.map { $0.expectation(of: share, at: end, in: zone) }
      }
      var other = period.previous
      switch request.baseline {
      case .previous: break
      case .plan: if asked == nil { throw GapRefusal.noPlan(period) }
      case .period(let named):
        other = named
        guard other.after <= period.first || other.first >= period.after else {
          throw GapRefusal.overlaps(other, period)
        }
      }
      let begun = PlanCurve.linear(from: period.first, to: period.after).days(at: end, in: zone).begun
      let otherDays = isRunning ? min(begun, other.days) : other.days
      guard let actual = GapSide(ahead.outlook, period.seconds(in: zone)),
        let before = GapSide(ahead.outlook, other.seconds(in: zone, firstDays: otherDays))
      else { throw StoreError.refused(.outOfRange) }
      let planned = request.baseline == .plan ? asked.map { before.factors.planned(for: $0) } : nil
      let isUnknown = actual.revenue.isUnknown || (planned == nil && before.revenue.isUnknown)
      return GapAnswer(
        frame: ahead.frame, baseline: request.baseline, other: other, days: isRunning ? begun : period.days,
        otherDays: otherDays, isRunning: isRunning, actual: actual, before: before, asked: asked,
        gap: isUnknown ? nil : try gap(planned ?? before.factors, actual, before, asked, end, ahead), planned: planned)
    }
  }

  private func gap(
    _ baseline: RevenueFactors, _ actual: GapSide, _ before: GapSide, _ asked: Money?, _ end: Timestamp, _ ahead: Ahead
  ) throws -> RevenueGap {
    let times = [before.days, actual.days].map { days -> Range<Timestamp> in
      let low = Timestamp(seconds: Int64(days.lowerBound))
      return low..<max(low, min(Timestamp(seconds: Int64(days.upperBound)), end))
    }
    do {
      return try RevenueGap(
        from: baseline, to: actual.factors, target: asked,
        entryStages: Set(actual.entryStages.keys).union(before.entryStages.keys)
      ) { ahead.source.workspace.ownership.soleOwner(of: $0, through: times) }
    } catch {
      throw GapRefusal.notWorked(error)
    }
  }
}
