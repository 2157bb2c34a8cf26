/// What reports cut time into. Weeks start on Monday, as in ISO 8601.
public enum PeriodUnit: String, Sendable, Hashable, CaseIterable {
  case day, week, month, quarter, year

  /// The first day of the unit in which the date lies.
  func start(of date: CivilDate) -> CivilDate {
    switch self {
    case .day: date
    case .week: CivilDate(clampedDays: date.daysSinceEpoch - (date.weekday.rawValue - 1))
    case .month: CivilDate(uncheckedYear: date.year, month: date.month, day: 1)
    case .quarter: CivilDate(uncheckedYear: date.year, month: (date.month - 1) / 3 * 3 + 1, day: 1)
    case .year: CivilDate(uncheckedYear: date.year, month: 1, day: 1)
    }
  }

  /// The date so many units later, or earlier where `count` is negative, within the years 1 ... 9999. A day that the
  /// month reached does not have becomes its last: a month after 31 January is the end of February.
  func advance(_ date: CivilDate, by count: Int) -> CivilDate {
    // More units than there are days in all years reach the end of the calendar as well.
    let count = min(max(count, -4_000_000), 4_000_000)
    switch self {
    case .day: return CivilDate(clampedDays: date.daysSinceEpoch + count)
    case .week: return CivilDate(clampedDays: date.daysSinceEpoch + 7 * count)
    case .month: return PeriodUnit.addMonths(count, to: date)
    case .quarter: return PeriodUnit.addMonths(3 * count, to: date)
    case .year: return PeriodUnit.addMonths(12 * count, to: date)
    }
  }

  private static func addMonths(_ count: Int, to date: CivilDate) -> CivilDate {
    let months = date.year * 12 + date.month - 1 + count
    let year = months.floorDivided(by: 12)
    let month = months.floorRemainder(by: 12) + 1
    guard year >= 1 else { return CivilDate(clampedDays: CivilDate.dayRange.lowerBound) }
    guard year <= 9999 else { return CivilDate(clampedDays: CivilDate.dayRange.upperBound) }
    let day = min(date.day, CivilDate.dayCount(year: year, month: month))
    return CivilDate(uncheckedYear: year, month: month, day: day)
  }

  /// How a person names the unit that starts on `first`: `2026-11-03`, `2026-W45`, `2026-10`, `2026-Q4`, `2026`.
  func label(_ first: CivilDate) -> String {
    let iso = first.iso
    switch self {
    case .day: return iso
    case .week:
      let week = first.isoWeek
      return
        "\(CivilDate(uncheckedYear: week.year, month: 1, day: 1).iso.prefix(4))-W\(week.week < 10 ? "0" : "")\(week.week)"
    case .month: return String(iso.prefix(7))
    case .quarter: return "\(iso.prefix(4))-Q\((first.month + 2) / 3)"
    case .year: return String(iso.prefix(4))
    }
  }
}

extension CivilDate {
  /// The ISO 8601 week of the date: it belongs to the year in which its Thursday lies.
  var isoWeek: (year: Int, week: Int) {
    let thursday = CivilDate(clampedDays: daysSinceEpoch + 4 - weekday.rawValue)
    let newYear = CivilDate(uncheckedYear: thursday.year, month: 1, day: 1)
    return (thursday.year, (thursday.daysSinceEpoch - newYear.daysSinceEpoch) / 7 + 1)
  }
}
