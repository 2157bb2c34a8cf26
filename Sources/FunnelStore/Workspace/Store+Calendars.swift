public import SharedFunnel

extension Store {
  /// Says when departments work from a time on. Heads of each of them; where one has no active head, any active member
  /// of it.
  ///
  /// Due times that stand in the journal stay: they were agreed when they were set.
  ///
  /// - Parameters:
  ///   - from: `nil`: since ever.
  ///   - preview: gets the calendars as they are then, also of a dry run.
  /// - Throws: ``WorkingCalendarError`` and ``ReportingZoneError`` besides refusals.
  public func setCalendar(
    _ change: CalendarChange, of departments: DepartmentSet, from: Timestamp?, _ act: Act,
    preview: (WorkingCalendars) -> Void = { _ in }
  ) throws {
    _ = try recordUnlessDry(act) { draft in
      guard from?.isSupported ?? true else { throw StoreError.refused(.outOfRange) }
      for department in departments.departments {
        try refusing { () throws(Refusal) in
          try Authority.requireHead(act.actor, of: department, in: workspace.roster)
        }
        // Since ever: what holds then is what was set since ever.
        let start = from ?? Timestamp(milliseconds: .min)
        let base = workspace.calendars.version(of: department, at: start)?.calendar
        let calendar = try change.calendar(over: base, of: department)
        if let zone = calendar?.zone { _ = try ReportingZone(identifier: zone) }
        let version = CalendarVersion(department: department, calendar: calendar, from: from)
        try draft.append(.calendarSet(CalendarSetting(version)))
      }
      preview(workspace.calendars)
    }
  }
}
