import ArgumentParser
import SharedFunnel

/// When each department works, a command each.
struct CalendarGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "calendar", .calendarAbstract, .calendarDiscussion, subcommands: [CalendarShow.self, CalendarSet.self])
}
