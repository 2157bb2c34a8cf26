public import SharedFunnel

extension Store {
  /// Gives a department a calendar from a time on. Heads of the department; where it has no active one, any active
  /// member of it.
  ///
  /// Due times that stand in the journal stay: they were agreed when they were set.
  public func set(_ version: CalendarVersion, _ act: Act) throws {
    _ = try recordUnlessDry(act) { draft in
      try refusing { () throws(Refusal) in
        try Authority.requireHead(act.actor, of: version.department, in: workspace.roster)
      }
      guard version.from?.isSupported ?? true else { throw StoreError.refused(.outOfRange) }
      if let zone = version.calendar?.zone { _ = try ReportingZone(identifier: zone) }
      try draft.append(.calendarSet(CalendarSetting(version)))
    }
  }
}
