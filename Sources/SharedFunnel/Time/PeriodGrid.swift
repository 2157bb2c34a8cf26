/// The days, weeks, months, quarters or years that cover a stretch of time, without a hole.
public struct PeriodGrid: Sendable, Equatable {
  public let unit: PeriodUnit
  /// UTC seconds at which each unit starts, and, last, the end of the last one; empty where there is none.
  public let boundaries: [Int64]
  /// `2026-11-03`, `2026-W45`, `2026-10`, `2026-Q4`, `2026`: one less than there are boundaries.
  public let labels: [String]

  /// The units in which the instants from `start` up to and without `end` lie; none if `end` is not after `start`.
  /// What lies outside the supported range is left out, so that there are never more than 50,000. A day that the zone skipped, as
  /// Samoa did 2011-12-30, has no length.
  public init(_ unit: PeriodUnit, from start: Timestamp, to end: Timestamp, zone: ReportingZone) {
    self.unit = unit
    let start = max(start, .earliest)
    let end = min(end, Timestamp(milliseconds: Timestamp.latest.milliseconds + 1))
    guard start < end else {
      boundaries = []
      labels = []
      return
    }
    var first = unit.start(of: zone.date(of: start))
    var boundaries = [zone.timestamp(of: first).seconds]
    var labels: [String] = []
    let endSeconds = end.milliseconds
    repeat {
      labels.append(unit.label(first))
      first = unit.advance(first, by: 1)
      boundaries.append(zone.timestamp(of: first).seconds)
    } while Timestamp(seconds: boundaries[boundaries.count - 1]).milliseconds < endSeconds
    self.boundaries = boundaries
    self.labels = labels
  }
}
