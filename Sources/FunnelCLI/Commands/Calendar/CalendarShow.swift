import ArgumentParser
import FunnelStore
import SharedFunnel

/// `calendar show`: when the departments work, since when, and the dates to come that differ.
struct CalendarShow: ParsableCommand {
  static let configuration = CommandConfiguration("show", .calendarShowAbstract, .calendarShowDiscussion)

  @Argument(
    help: ArgumentHelp(.calendarDepartmentHelp), completion: .departments, transform: DepartmentArgument.readSet)
  var department: DepartmentSet?
  @Option(help: ArgumentHelp(.calendarAtHelp, valueName: "time")) var at: String?
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let answer = CalendarAnswer(
      calendars: session.workspace.calendars, departments: department?.departments ?? Department.all,
      at: try at.map(session.instant) ?? session.now)
    try output.print(try answer.answer())
  }
}
