/// Working seconds between instants, by the calendars of a department or of several, prepared for millions of questions.
///
/// The count of working seconds up to an instant is a sum made once up to each change of an offset or of a calendar,
/// plus a closed form since then; a question costs two such counts and looks at no day in between. Instants are cut to
/// whole seconds. Outside the years 1970 to 2105 the first and the last offset of a zone hold, as in ``ReportingZone``;
/// before the year 1 and after 9999 nothing counts.
public struct WorkingTime: Sendable, Equatable {
  /// Calendars that hold from a time on, until the next ones.
  struct Phase {
    /// Seconds since 1970.
    var start: Int64
    /// A moment is working when it is so in any of them; none: always.
    var calendars: [WorkingCalendar]
  }

  /// While no offset and no calendar changes.
  private struct Segment: Sendable, Equatable {
    var start: Int64
    /// Working seconds before ``start``.
    var before: Int64
    /// What to add to the pattern's count.
    var base: Int64
    var pattern: Int
  }

  private var segments: [Segment] = []
  /// Starts of the segments but the first.
  private var changes = StepIndex([], shift: changeShift)
  private var patterns: [WorkingPattern] = []
  /// Whether every second counts, at any time.
  public private(set) var isClockTime = true

  /// Segments are looked up by 48 days: offsets change twice a year.
  private static let changeShift: Int64 = 22
  /// 0001-01-01T00:00:00Z.
  private static let first: Int64 = -62_135_596_800
  /// 10000-01-01T00:00:00Z.
  private static let end: Int64 = 253_402_300_800

  /// Every second counts: no calendar was set.
  public static let clock = WorkingTime()

  private init() {
    patterns = [WorkingPattern([])]
    let count = patterns[0].count(before: WorkingTime.first)
    segments = [Segment(start: WorkingTime.first, before: 0, base: -count, pattern: 0)]
  }

  /// - Parameter calendars: a moment is working when it is so in any of them; none: always.
  /// - Throws: where the system does not know a calendar's time zone.
  public init(anyOf calendars: [WorkingCalendar]) throws(ReportingZoneError) {
    try self.init([Phase(start: WorkingTime.first, calendars: calendars)])
  }

  /// - Parameter phases: in the order of their starts; the first one holds also before its start.
  init(_ phases: [Phase]) throws(ReportingZoneError) {
    isClockTime = phases.allSatisfy(\.calendars.isEmpty)
    guard !isClockTime else {
      self = .clock
      return
    }
    var zones: [String: ZoneOffsets] = [:]
    for calendar in phases.flatMap(\.calendars) where zones[calendar.zone] == nil {
      zones[calendar.zone] = try ReportingZone(identifier: calendar.zone).offsets
    }
    for (index, phase) in phases.enumerated() {
      let start = index == 0 ? WorkingTime.first : max(phase.start, WorkingTime.first)
      let end = index + 1 < phases.count ? min(phases[index + 1].start, WorkingTime.end) : WorkingTime.end
      guard start < end else { continue }
      let clocks = phase.calendars.map { calendar in
        (calendar: calendar, offsets: zones[calendar.zone] ?? ZoneOffsets(fixed: 0))
      }
      append(from: start, to: end, clocks)
    }
    changes = StepIndex(segments.dropFirst().map(\.start), shift: WorkingTime.changeShift)
  }

  private mutating func append(
    from start: Int64, to end: Int64, _ clocks: [(calendar: WorkingCalendar, offsets: ZoneOffsets)]
  ) {
    let changes = Set(clocks.flatMap { $0.offsets.starts.filter { start < $0 && $0 < end } })
    var known: [[Int32]: Int] = [:]
    for instant in [start] + changes.sorted() {
      let offsets = clocks.map { $0.offsets.offset(at: instant) }
      let pattern: Int
      if let made = known[offsets] {
        pattern = made
      } else {
        pattern = patterns.count
        patterns.append(WorkingPattern(zip(clocks, offsets).map { (calendar: $0.calendar, offset: $1) }))
        known[offsets] = pattern
      }
      let before = segments.last.map { $0.base + patterns[$0.pattern].count(before: instant) } ?? 0
      segments.append(
        Segment(
          start: instant, before: before, base: before - patterns[pattern].count(before: instant), pattern: pattern))
    }
  }

  /// Working seconds from the year 1 up to an instant.
  @inline(__always)
  private func count(before second: Int64) -> Int64 {
    let second = min(max(second, WorkingTime.first), WorkingTime.end)
    let segment = segments[changes.count(through: second)]
    return segment.base + patterns[segment.pattern].count(before: second)
  }

  /// Working seconds in `start ..< end`; negative, the same backwards, where the end is before the start.
  public func seconds(from start: Timestamp, to end: Timestamp) -> Int64 {
    count(before: end.seconds) - count(before: start.seconds)
  }

  public func isWorking(at instant: Timestamp) -> Bool {
    let second = instant.seconds
    return second < WorkingTime.end && count(before: second + 1) > count(before: second)
  }
}

extension WorkingTime {
  /// When something falls due: the earliest instant before which so many working seconds have passed since `start`, to
  /// the millisecond. `start` itself for none or fewer; nil where the years end before.
  public func adding(_ seconds: Int64, to start: Timestamp) -> Timestamp? {
    guard seconds > 0 else { return start }
    let (target, overflow) = count(before: start.seconds).addingReportingOverflow(seconds)
    guard !overflow, target <= count(before: WorkingTime.end) else { return nil }
    // Within a working second, what is left of it counts: the same part is missing from the second that is reached.
    let part = isWorking(at: start) ? start.milliseconds - start.seconds * 1000 : 0
    guard part > 0 else { return second(reaching: target, from: start).map(Timestamp.init(seconds:)) }
    return second(reaching: target + 1, from: start).map { Timestamp(milliseconds: ($0 - 1) * 1000 + part) }
  }

  /// The earliest second before which as many working seconds have passed since the year 1; not before `start`.
  private func second(reaching target: Int64, from start: Timestamp) -> Int64? {
    let segment = segments[max(segments.partitioningIndex { $0.before >= target } - 1, 0)]
    return patterns[segment.pattern].second(
      reaching: target - segment.base, from: max(segment.start, start.seconds), end: Int(WorkingTime.end / 86_400))
  }
}
