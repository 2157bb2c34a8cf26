/// A rate over time. Rendered elsewhere; no number is computed there.
public struct TrendReport: Sendable, Equatable {
  public let points: [TrendPoint]
  /// By the number of the group in its dimension, 0 for leads without a value; the largest first. Empty where the
  /// report groups by nothing.
  public let groups: [TrendGroup]
}

public struct TrendGroup: Sendable, Equatable {
  public let key: UInt32
  public let points: [TrendPoint]

  public init(key: UInt32, points: [TrendPoint]) {
    self.key = key
    self.points = points
  }
}

/// The rate of one month (week, day …).
public struct TrendPoint: Sendable, Equatable {
  /// `2026-10`, which ``DateText/period(_:now:zone:)`` reads.
  public let label: String
  /// Its first second, since 1970.
  public let start: UInt32
  /// The month was not over when observation ended.
  public let isUnfinished: Bool
  /// See ``value``, which withholds it where it would be none.
  public let rate: Rate
  /// Nothing was observed long enough to count.
  public let isAhead: Bool
  /// Leads or offers that had neither come to the outcome nor been observed long enough. Leads are in the
  /// denominator all the same, offers without an answer are not.
  public let unresolved: Int
  /// More than a quarter is unresolved, so that the rate misleads without the estimate.
  public let isImmature: Bool
  /// Allows for what is unresolved; there where the point is immature.
  public let estimate: CumulativeIncidence?
}

extension TrendPoint {
  /// The rate; `nil` of nothing, and where it lies ahead.
  public var value: Double? { isAhead ? nil : rate.value }

  /// Wilson, 95 %.
  public var interval: Interval? { isAhead ? nil : rate.interval }

  /// This minus another; `nil` where one has no rate or is immature, for then the difference would be one of age.
  public func difference(from other: TrendPoint) -> RateDifference? {
    isImmature || other.isImmature || isAhead || other.isAhead ? nil : RateDifference(rate, minus: other.rate)
  }
}

extension TrendReport {
  /// The rate of each cohort at the first age of a triangle.
  public init(_ report: CohortReport, groups: [(key: UInt32, report: CohortReport)] = []) {
    self.init(
      points: TrendReport.points(report),
      groups: groups.sorted { ($1.report.leads, $0.key) < ($0.report.leads, $1.key) }.map {
        TrendGroup(key: $0.key, points: TrendReport.points($0.report))
      })
  }

  private static func points(_ report: CohortReport) -> [TrendPoint] {
    report.rows.compactMap { row in
      guard let cell = row.cells.first else { return nil }
      return TrendPoint(
        label: row.label, start: row.start, isUnfinished: row.isUnfinished, rate: cell.rate,
        isAhead: cell.maturity == .ahead, unresolved: cell.unresolved, isImmature: cell.isMostlyUnresolved,
        estimate: cell.isMostlyUnresolved ? cell.estimate : nil)
    }
  }
}
