/// The period that a report is about, and why.
public struct PeriodChoice: Sendable, Equatable {
  public enum Reason: String, Sendable {
    /// Somebody named it.
    case named
    /// The shortest period of a target in force that holds the day.
    case target
    /// The quarter of the calendar that holds the day, since no target's period does.
    case quarter
  }

  public let period: TargetPeriod
  public let reason: Reason

  /// - Parameter named: `nil`: as ``RevenueTargets/period(holding:in:)`` chooses.
  public init(
    _ named: TargetPeriod?, targets: RevenueTargets, at time: Timestamp, in zone: ReportingZone
  ) throws(DateTextError) {
    if let named {
      (period, reason) = (named, .named)
      return
    }
    period = try targets.period(holding: time, in: zone)
    reason = targets.inForce(for: period, at: time) == nil ? .quarter : .target
  }
}
