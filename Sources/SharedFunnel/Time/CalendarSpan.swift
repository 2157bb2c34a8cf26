/// So many whole units of the calendar from a day on, before a zone makes instants of them.
struct CalendarSpan: Sendable, Equatable {
  let unit: PeriodUnit
  /// At least 1.
  let count: Int
  /// The first day of the first unit.
  let first: CivilDate

  init(_ unit: PeriodUnit, count: Int = 1, first: CivilDate) {
    self.unit = unit
    self.count = count
    self.first = first
  }

  /// The first day after it.
  var after: CivilDate { unit.advance(first, by: count) }

  /// As many units, just before it.
  var previous: CalendarSpan {
    CalendarSpan(unit, count: count, first: unit.advance(first, by: -count))
  }

  /// The same units a year earlier. Days keep their dates, so that a range with 29 February in it is a day
  /// shorter; weeks go back by 52.
  var yearBefore: CalendarSpan {
    switch unit {
    case .week: return CalendarSpan(.week, count: count, first: unit.advance(first, by: -52))
    case .month, .quarter, .year:
      return CalendarSpan(unit, count: count, first: PeriodUnit.year.advance(first, by: -1))
    case .day:
      let start = PeriodUnit.year.advance(first, by: -1)
      let end = PeriodUnit.year.advance(after, by: -1)
      return CalendarSpan(.day, count: max(1, end.daysSinceEpoch - start.daysSinceEpoch), first: start)
    }
  }

  /// One unit by its name, a half by its own, and more as `first..last`; ``DateText`` reads each of them.
  var label: String {
    if count == 1 { return unit.label(first) }
    if unit == .quarter, count == 2, first.month % 6 == 1 {
      return "\(PeriodUnit.year.label(first))-H\(first.month == 1 ? 1 : 2)"
    }
    return "\(unit.label(first))..\(unit.label(unit.advance(first, by: count - 1)))"
  }

  /// From the start of this to the end of the other; in days where their units differ. Nil if that ends before it starts.
  func through(_ other: CalendarSpan) -> CalendarSpan? {
    guard first < other.after else { return nil }
    let unit = unit == other.unit ? unit : .day
    let after = other.after
    var count = 0
    switch unit {
    case .day: count = after.daysSinceEpoch - first.daysSinceEpoch
    case .week: count = (after.daysSinceEpoch - first.daysSinceEpoch) / 7
    case .month: count = after.monthNumber - first.monthNumber
    case .quarter: count = (after.monthNumber - first.monthNumber) / 3
    case .year: count = after.year - first.year
    }
    return CalendarSpan(unit, count: count, first: first)
  }
}

extension CivilDate {
  /// Months since the beginning of the calendar.
  fileprivate var monthNumber: Int { year * 12 + month }
}
