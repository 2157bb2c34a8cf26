/// Over which stretch of the calendar the tiers of a commission run before they begin anew.
public enum CommissionUnit: String, Sendable, Hashable, Codable, CaseIterable {
  case month, quarter, half, year

  private var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    }
  }

  /// The stretch in which a day lies, as ``TargetPeriod`` names it.
  ///
  /// - Parameter fiscalStart: the month in which years start, 1 to 12. Months are the same whatever it is.
  public func period(of day: CivilDate, fiscalStart: Int) -> TargetPeriod {
    let start = self == .month ? 1 : min(max(fiscalStart, 1), 12)
    let number = day.year * 12 + day.month - start
    let part = number.floorRemainder(by: 12) / months
    let newYear = CivilDate(uncheckedYear: max(1, number.floorDivided(by: 12)), month: 1, day: 1)
    let span = CalendarSpan(
      .month, count: months, first: PeriodUnit.month.advance(newYear, by: start - 1 + part * months))
    let name: String =
      switch self {
      case .month: PeriodUnit.month.label(span.first)
      case .quarter: "\(PeriodUnit.year.label(newYear))-Q\(part + 1)"
      case .half: "\(PeriodUnit.year.label(newYear))-H\(part + 1)"
      case .year: PeriodUnit.year.label(newYear)
      }
    return TargetPeriod(label: start == 1 ? name : "FY" + name, span)
  }
}
