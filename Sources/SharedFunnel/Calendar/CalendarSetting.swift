/// That a department got a calendar, as the journal keeps it.
public struct CalendarSetting: Sendable, Equatable, Codable {
  /// The key of the department.
  public var department: String
  /// Missing: every hour counts.
  public var calendar: WorkingCalendar?
  /// Milliseconds UTC; missing: since ever.
  public var from: Int64?

  public init(_ version: CalendarVersion) {
    department = version.department.key
    calendar = version.calendar
    from = version.from?.milliseconds
  }

  /// `nil` if a file was written by something else than this program.
  public var version: CalendarVersion? {
    guard let department = Department(text: department) else { return nil }
    return CalendarVersion(
      department: department, calendar: calendar, from: from.map { Timestamp(milliseconds: $0) })
  }
}
