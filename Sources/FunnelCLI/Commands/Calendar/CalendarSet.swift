import ArgumentParser
import FunnelStore
import SharedFunnel

/// `calendar set DEPARTMENT`: when a department works, from a time on. Heads of the department; where it has none, its
/// members.
struct CalendarSet: ParsableCommand {
  static let configuration = CommandConfiguration("set", .calendarSetAbstract, .calendarSetDiscussion)

  @Argument(help: ArgumentHelp(.calendarWhoseHelp), completion: .departments, transform: DepartmentArgument.readSet)
  var department: DepartmentSet
  @Option(help: ArgumentHelp(.calendarHoursHelp, valueName: "days-hours")) var hours: [String] = []
  @Option(help: ArgumentHelp(.calendarZoneHelp, valueName: "zone")) var zone: String?
  @Option(
    help: ArgumentHelp(.calendarHolidayHelp, valueName: "date[=name]"), transform: CalendarDayArgument.readHoliday)
  var holiday: [SpecialDay] = []
  @Option(help: ArgumentHelp(.calendarDayHelp, valueName: "date hours[=name]"), transform: CalendarDayArgument.readDay)
  var day: [SpecialDay] = []
  @Option(help: ArgumentHelp(.calendarHolidaysHelp, valueName: "file"), completion: .file()) var holidays: [String] = []
  @Flag(help: ArgumentHelp(.calendarAlwaysHelp)) var always = false
  @Option(help: ArgumentHelp(.fromHelp, valueName: "date")) var from: String?
  @OptionGroup var acting: ActorOptions
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  /// What people type for "from the beginning of time".
  private static let ever = "ever"

  func validate() throws {
    let says = !hours.isEmpty || zone != nil || !holiday.isEmpty || !day.isEmpty || !holidays.isEmpty
    guard says || always else { throw Failure.usage(Message.calendarNothing()) }
    guard !says || !always else { throw Failure.usage(Message.calendarAlwaysAlone()) }
  }

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let start = from?.lowercased() == CalendarSet.ever ? nil : try from.map(session.instant) ?? session.now
    let isNew = try session.store.leads(recordedBy: act.context.id) == nil
    let change = try change(session)
    // A dry run takes the calendars back.
    var calendars = session.workspace.calendars
    try session.store.setCalendar(change, of: department, from: start, act) { calendars = $0 }
    var answer = try CalendarAnswer(
      calendars: calendars, departments: department.departments, at: max(start ?? session.now, session.now)
    ).answer()
    answer.lines.insert(isNew ? done(start) : Message.recordedBefore(), at: 0)
    answer.lines += later(calendars, start)
    answer.document?.append("recorded", .bool(isNew && !dry.isDryRun))
    if dry.isDryRun { answer.notes.append(Message.nothingRecorded()) }
    try output.print(answer)
  }

  private func change(_ session: Session) throws -> CalendarChange {
    guard !always else { return .always }
    let days = try holiday + day + holidays.flatMap { try HolidayFile.read(path: $0) }
    guard !hours.isEmpty else { return .amended(zone: zone, days: days) }
    return .anew(
      try WorkingCalendar(
        zone: zone ?? session.workspace.zone, week: try WorkingWeek(lines: hours), days: days))
  }

  private func done(_ start: Timestamp?) -> String {
    Message.calendarSet([
      "departments": department.departments.map(\.key).joined(separator: ", "),
      "time": start?.label ?? Message.sinceEver(),
    ])
  }

  /// Versions that start later hold from then on, whatever was said now.
  private func later(_ calendars: WorkingCalendars, _ start: Timestamp?) -> [String] {
    department.departments.compactMap { department in
      let next = calendars.versions(of: department).first { version in
        version.from.map { from in start.map { from > $0 } ?? true } ?? false
      }
      return next?.from.map { Message.calendarLater(["department": department.key, "time": $0.label]) }
    }
  }
}
