/// The calendar of a department from a time on.
public struct CalendarVersion: Sendable, Equatable {
  public let department: Department
  /// `nil`: every hour counts.
  public let calendar: WorkingCalendar?
  /// From then on, until the next one of the department. `nil`: since ever.
  public let from: Timestamp?

  public init(department: Department, calendar: WorkingCalendar?, from: Timestamp?) {
    self.department = department
    self.calendar = calendar
    self.from = from
  }
}

/// When each department works, at any time. Until a calendar is set, every hour counts.
public struct WorkingCalendars: Sendable, Equatable {
  /// In the order in which they start; those of the same start in the order made.
  public private(set) var versions: [CalendarVersion] = []

  public init() {}

  mutating func set(_ version: CalendarVersion) {
    let place = versions.partitioningIndex { $0.start > version.start }
    versions.insert(version, at: place)
  }

  /// What holds at that time; `nil` where nothing was ever set.
  public func version(of department: Department, at time: Timestamp) -> CalendarVersion? {
    versions.last { $0.department == department && $0.start <= time.milliseconds }
  }

  /// Those of one department that hold at some time, in the order of their starts: of several that start together only
  /// the last one made.
  public func versions(of department: Department) -> [CalendarVersion] {
    let own = versions.filter { $0.department == department }
    return own.indices.filter { $0 + 1 == own.count || own[$0 + 1].start > own[$0].start }.map { own[$0] }
  }

  /// The working time of a department, or of several that share a stage: then a moment is working when it is so in any
  /// of them, for any of them can act. Each moment is judged by the calendar that holds then.
  ///
  /// - Throws: where the system does not know a calendar's time zone.
  public func workingTime(of departments: DepartmentSet) throws(ReportingZoneError) -> WorkingTime {
    let all = departments.departments
    let starts = Set(versions.filter { departments.contains(DepartmentSet($0.department)) }.map(\.start))
    let phases = starts.union([.min]).sorted().map { start in
      let time = Timestamp(milliseconds: start)
      let calendars = all.map { version(of: $0, at: time)?.calendar }
      // One without a calendar works always.
      return WorkingTime.Phase(
        start: time.seconds, calendars: calendars.contains(nil) ? [] : calendars.compactMap(\.self))
    }
    return try WorkingTime(phases)
  }
}

extension WorkingCalendars: WorkingClock {
  /// `nil` also where the system does not know a calendar's time zone.
  public func instant(after seconds: Int64, since start: Timestamp, of departments: DepartmentSet) -> Timestamp? {
    guard let time = try? workingTime(of: departments).adding(seconds, to: start), time.isSupported else { return nil }
    return time
  }
}

extension CalendarVersion {
  /// Milliseconds UTC.
  fileprivate var start: Int64 { from?.milliseconds ?? .min }
}
