/// How long something may take, by the clock on the wall or in working time.
public struct TimeLimit: Sendable, Hashable, Codable {
  public var seconds: Int64
  /// Counted in the working time of the department that has to act.
  public var isWorking: Bool

  public init(seconds: Int64, isWorking: Bool) {
    self.seconds = seconds
    self.isWorking = isWorking
  }

  /// Two days, until the two sides agree on something else.
  public static let defaultAnswer = TimeLimit(seconds: 2 * 86_400, isWorking: false)
}

/// When time runs for a department: what due times are computed with.
public protocol WorkingClock: Sendable {
  /// When that much working time of the departments has passed since `start`, by the calendar in force then; `nil`
  /// if it never does.
  func instant(after seconds: Int64, since start: Timestamp, of departments: DepartmentSet) -> Timestamp?
}

/// A clock for teams that keep no working hours: all time counts.
public struct AlwaysWorking: WorkingClock {
  public init() {}

  public func instant(after seconds: Int64, since start: Timestamp, of departments: DepartmentSet) -> Timestamp? {
    start.adding(seconds: seconds)
  }
}

extension Timestamp {
  /// `nil` past the range that a journal keeps.
  func adding(seconds: Int64) -> Timestamp? {
    let (span, tooLong) = seconds.multipliedReportingOverflow(by: 1000)
    let (end, overflow) = milliseconds.addingReportingOverflow(span)
    guard !tooLong, !overflow else { return nil }
    let time = Timestamp(milliseconds: end)
    return time.isSupported ? time : nil
  }
}
