import SharedFunnel

/// When departments work, as they are at a time.
struct CalendarAnswer {
  let calendars: WorkingCalendars
  let departments: [Department]
  let at: Timestamp

  /// Days ahead of which the dates that differ are shown.
  private static let horizon = 366

  /// - Throws: where the system does not know a calendar's time zone.
  func answer() throws(ReportingZoneError) -> Answer {
    var lines: [String] = []
    var documents: [JSONValue] = []
    var coming: [[Cell]] = []
    for department in departments {
      let state = try State(department, calendars, at: at, horizon: CalendarAnswer.horizon)
      lines += state.lines
      documents.append(state.document)
      coming += state.coming.map { [.text(department.key)] + CalendarAnswer.row($0) }
    }
    var sections: [Grid] = []
    if !versions.rows.isEmpty { sections.append(versions) }
    if !coming.isEmpty { sections.append(CalendarAnswer.grid(coming)) }
    return Answer(
      schema: "calendar", lines: lines, grid: versions,
      document: ["at": JSONValue(at), "departments": .array(documents)], sections: sections)
  }

  /// Every calendar that held, holds or will hold.
  private var versions: Grid {
    Grid(
      columns: [
        Grid.Column(key: "department", title: .columnDepartment, priority: 9),
        Grid.Column(key: "since", title: .columnSince, kind: .timestamp, priority: 8),
        Grid.Column(key: "hours", title: .columnHours, priority: 7, fit: .wrapped),
        Grid.Column(key: "zone", title: .columnZone, priority: 6),
        Grid.Column(key: "special_days", title: .columnSpecialDays, kind: .integer, priority: 5),
      ],
      rows: departments.flatMap { department in
        calendars.versions(of: department).map { version in
          let calendar = version.calendar
          return [
            .text(department.key), Cell(version.from),
            .text(calendar?.week.lines.joined(separator: "; ") ?? Message.calendarEveryHour()), Cell(calendar?.zone),
            calendar.map { Cell($0.days.count) } ?? .null,
          ]
        }
      }, notes: isSinceEver ? [Message.stageHistoryNote()] : [], empty: .calendarNone)
  }

  private var isSinceEver: Bool {
    departments.contains { calendars.versions(of: $0).contains { $0.from == nil } }
  }

  private static func grid(_ rows: [[Cell]]) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "department", title: .columnDepartment, priority: 6),
        Grid.Column(key: "date", title: .columnDate, priority: 9),
        Grid.Column(key: "weekday", title: .columnWeekday, priority: 5),
        Grid.Column(key: "hours", title: .columnHours, priority: 8, fit: .wrapped),
        Grid.Column(key: "name", title: .columnName, priority: 7),
      ],
      rows: rows)
  }

  private static func row(_ day: SpecialDay) -> [Cell] {
    [
      .text(day.date.iso), .text(day.date.weekday.name),
      .text(day.isHoliday ? Message.calendarHoliday() : day.hours.map(\.label).joined(separator: " ")), Cell(day.name),
    ]
  }
}

/// One department at a time.
private struct State {
  let lines: [String]
  let document: JSONValue
  /// The dates ahead that differ from their weekday.
  let coming: [SpecialDay]

  init(
    _ department: Department, _ calendars: WorkingCalendars, at: Timestamp, horizon: Int
  ) throws(ReportingZoneError) {
    let version = calendars.version(of: department, at: at)
    let time = try calendars.workingTime(of: DepartmentSet(department))
    let isWorking = time.isWorking(at: at)
    // The first working second to come has passed a second after it opens.
    let opens = isWorking ? nil : time.adding(1, to: at).map { Timestamp(seconds: $0.seconds - 1) }
    var document: JSONObject = ["department": .string(department.key), "is_set": .bool(version != nil)]
    document.append(contentsOf: State.document(version))
    document.append(
      contentsOf: [
        "is_working": .bool(isWorking), "opens": JSONValue(opens),
        "versions": .array(calendars.versions(of: department).map { .object(State.document($0)) }),
      ])
    self.document = .object(document)
    guard let version, let calendar = version.calendar else {
      let message: Message = version == nil ? .calendarNotSet : .calendarIsAlways
      let since = version?.from?.label ?? Message.sinceEver()
      lines = [message(["department": department.key, "time": since])]
      coming = []
      return
    }
    let today = try ReportingZone(identifier: calendar.zone).date(of: at).daysSinceEpoch
    coming = calendar.days.filter { (today...(today + horizon)).contains($0.date.daysSinceEpoch) }
    let (hours, minutes) = calendar.week.minutes.quotientAndRemainder(dividingBy: 60)
    lines = [
      Message.calendarHours([
        "department": department.key, "hours": calendar.week.lines.joined(separator: "; "), "zone": calendar.zone,
        "time": version.from?.label ?? Message.sinceEver(),
        "week": Message.hoursMinutes(["hours": String(hours), "minutes": String(minutes)]),
      ]) + " "
        + (isWorking
          ? Message.calendarOpen(["time": at.label])
          : Message.calendarClosed(["time": at.label, "opens": opens?.label ?? Message.calendarNever()])) + " "
        + (calendar.days.last.map { Message.calendarKnownUntil(["date": $0.date.iso]) } ?? Message.calendarNoHolidays())
    ]
  }

  /// `nil`: none was ever set.
  private static func document(_ version: CalendarVersion?) -> JSONObject {
    let calendar = version?.calendar
    return [
      "since": JSONValue(version?.from), "every_hour": .bool(calendar == nil), "zone": JSONValue(calendar?.zone),
      "hours": .array((calendar?.week.lines ?? []).map(JSONValue.string)),
      "minutes_per_week": .int(Int64(calendar?.week.minutes ?? 7 * 24 * 60)),
      "special_days": .array((calendar?.days ?? []).map(State.document)),
    ]
  }

  private static func document(_ day: SpecialDay) -> JSONValue {
    [
      "date": .string(day.date.iso), "weekday": .string(day.date.weekday.name),
      "hours": .array(day.hours.map { .string($0.label) }), "name": JSONValue(day.name),
    ]
  }
}
