/// What a revenue target is for: whole days of the reporting zone, known by a name.
///
/// `2026-10`, `2026-Q4`, `2026-H2`, `2026` and `2026-10-05..2026-11-20` are of the calendar. With `FY` in front, a
/// quarter, a half and a year are of the fiscal year that starts in that calendar year: `FY2026-Q1` is April to June where
/// fiscal years start in April.
public struct TargetPeriod: Sendable, Hashable {
  /// The name, written in one way only.
  public let label: String
  public let first: CivilDate
  /// The first day behind it.
  public let after: CivilDate

  /// - Parameter fiscalStart: the month in which fiscal years start, 1 to 12.
  /// - Throws: ``DateTextError`` for what is no stretch of the calendar.
  public init(text: String, fiscalStart: Int) throws(DateTextError) {
    let name = text.uppercased()
    let isFiscal = name.hasPrefix("FY")
    guard let span = try CalendarName(isFiscal ? String(name.dropFirst(2)) : name, typed: text).range() else {
      throw .notAPeriod(text)
    }
    guard isFiscal else {
      self.init(label: span.label, span)
      return
    }
    let months = span.unit == .year ? 12 : span.unit == .quarter ? 3 : 0
    guard months > 0 else { throw .notAPeriod(text) }
    let start = PeriodUnit.month.advance(span.first, by: min(max(fiscalStart, 1), 12) - 1)
    self.init(label: "FY" + span.label, CalendarSpan(.month, count: span.count * months, first: start))
  }

  init(label: String, _ span: CalendarSpan) {
    self.label = label
    first = span.first
    after = span.after
  }

  /// As the journal keeps it: `nil` if a file was written by something else than this program.
  init?(label: String, first: String, after: String) {
    guard !label.isEmpty, let first = CivilDate(iso: first), let after = CivilDate(iso: after), first < after else {
      return nil
    }
    self.label = label
    self.first = first
    self.after = after
  }

  public func start(in zone: ReportingZone) -> Timestamp { zone.timestamp(of: first) }
  /// The first instant behind it.
  public func end(in zone: ReportingZone) -> Timestamp { zone.timestamp(of: after) }

  /// Whole seconds since 1970 as records keep them.
  ///
  /// - Parameter days: only so many from the first on.
  public func seconds(in zone: ReportingZone, firstDays days: Int? = nil) -> Range<UInt32> {
    let low = start(in: zone).wholeSeconds
    guard let days, days < self.days else { return low..<max(low, end(in: zone).wholeSeconds) }
    let after = CivilDate(clampedDays: first.daysSinceEpoch + max(0, days))
    return low..<max(low, zone.timestamp(of: after).wholeSeconds)
  }

  /// The last day of it.
  public var last: CivilDate { CivilDate(clampedDays: after.daysSinceEpoch - 1) }

  public func contains(_ day: CivilDate) -> Bool { day >= first && day < after }

  /// The period of equal kind just before it: the quarter before a quarter, and before a range of days as many days.
  public var previous: TargetPeriod {
    let isFiscal = label.hasPrefix("FY")
    let name = isFiscal ? String(label.dropFirst(2)) : label
    guard let span = (try? CalendarName(name, typed: label).range())?.previous else {
      let days = CalendarSpan(.day, count: max(1, after.daysSinceEpoch - first.daysSinceEpoch), first: first).previous
      return TargetPeriod(label: days.label, days)
    }
    guard isFiscal else { return TargetPeriod(label: span.label, span) }
    let months = span.count * (span.unit == .year ? 12 : 3)
    let own = CalendarSpan(.month, count: months, first: PeriodUnit.month.advance(first, by: -months))
    return TargetPeriod(label: "FY" + span.label, own)
  }

  public var days: Int { after.daysSinceEpoch - first.daysSinceEpoch }
}

extension TargetPeriod {
  /// The same days as reports know them, with what comes before and a year before. A fiscal period goes by its months.
  public func period(in zone: ReportingZone) -> Period {
    if !label.hasPrefix("FY"), let span = try? CalendarName(label, typed: label).range() {
      return Period(span, zone: zone)
    }
    let months = (after.year - first.year) * 12 + after.month - first.month
    let span =
      first.day == 1 && after.day == 1 && months > 0
      ? CalendarSpan(.month, count: months, first: first)
      : CalendarSpan(.day, count: max(1, after.daysSinceEpoch - first.daysSinceEpoch), first: first)
    return Period(span, zone: zone)
  }
}

extension TargetPeriod {
  /// A period of reports, by the days that it covers in its zone.
  public init(_ period: Period, in zone: ReportingZone) {
    label = period.label
    first = zone.date(of: period.start)
    after = zone.date(of: period.end)
  }
}
