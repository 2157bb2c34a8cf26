/// What a person says of a department's calendar.
public enum CalendarChange: Sendable, Equatable {
  /// Every hour counts.
  case always
  /// The calendar as a whole; what held before is left.
  case anew(WorkingCalendar)
  /// What holds is taken over, in another zone if one is named; dates that are named are added, or get these hours.
  case amended(zone: String?, days: [SpecialDay])

  /// The calendar that follows; `nil`: every hour counts.
  ///
  /// - Parameter base: what holds at the time from which the change is meant.
  public func calendar(
    over base: WorkingCalendar?, of department: Department
  ) throws(WorkingCalendarError) -> WorkingCalendar? {
    switch self {
    case .always: return nil
    case .anew(let calendar): return calendar
    case .amended(let zone, let days):
      guard let base else { throw .nothingToAmend(department) }
      let named = Set(days.map(\.date))
      return try WorkingCalendar(
        zone: zone ?? base.zone, week: base.week, days: base.days.filter { !named.contains($0.date) } + days)
    }
  }
}
