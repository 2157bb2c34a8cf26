import ArgumentParser
import SharedFunnel

/// The departments, a command each.
struct DepartmentGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "department", .departmentAbstract, .departmentDiscussion, subcommands: [DepartmentList.self])
}
