import ArgumentParser
import FunnelStore
import SharedFunnel

/// `department list`: the departments with the stages that they own today and their people.
struct DepartmentList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .departmentListAbstract, .departmentListDiscussion)

  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let ownership = session.workspace.ownership
    let active = session.workspace.roster.members.filter(\.isActive)
    let grid = Grid(
      columns: [
        Grid.Column(key: "department", title: .columnDepartment, priority: 9),
        Grid.Column(key: "stages", title: .columnStages, priority: 8),
        Grid.Column(key: "heads", title: .columnHeads, priority: 7, fit: .wrapped),
        Grid.Column(key: "members", title: .columnMembers, priority: 6, fit: .wrapped),
      ],
      rows: Department.all.map { department in
        let set = DepartmentSet(department)
        let stages = Stage.allCases.filter { ownership.owners(of: $0, at: session.now).isSuperset(of: set) }
        return [
          .text(department.key), .list(stages.map { .integer(Int64($0.number)) }),
          .list(active.filter { $0.heads.isSuperset(of: set) }.map { .text($0.handle) }),
          .list(active.filter { $0.departments.isSuperset(of: set) }.map { .text($0.handle) }),
        ]
      })
    try output.print(grid, schema: "departments")
  }
}
