import ArgumentParser
import SharedFunnel

/// The departments, a command each.
struct DepartmentGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "department", .departmentAbstract, nil, subcommands: [DepartmentList.self])
}
