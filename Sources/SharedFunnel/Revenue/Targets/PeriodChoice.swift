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

  /// - Parameter named: `nil`: to be chosen.
  public init(_ named: TargetPeriod?, targets: RevenueTargets, at time: Timestamp, in zone: ReportingZone) {
    if let named {
      (period, reason) = (named, .named)
      return
    }
    let today = zone.date(of: time)
    let holding = targets.periods.filter { $0.contains(today) && targets.inForce(for: $0, at: time) != nil }
    if let shortest = holding.min(by: { ($0.days, $0.first, $0.label) < ($1.days, $1.first, $1.label) }) {
      (period, reason) = (shortest, .target)
    } else {
      (period, reason) = (.quarter(of: today), .quarter)
    }
  }
}
