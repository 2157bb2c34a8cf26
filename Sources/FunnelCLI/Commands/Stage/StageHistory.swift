import ArgumentParser
import FunnelStore
import SharedFunnel

/// `stage history`: every assignment of a stage, in the order in which they start.
struct StageHistory: ParsableCommand {
  static let configuration = CommandConfiguration("history", .stageHistoryAbstract, .stageHistoryDiscussion)

  @Argument(help: ArgumentHelp(.stageOptionalHelp), completion: .stages, transform: StageArgument.read) var stage:
    Stage?
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let defaults = Stage.allCases.map {
      StageAssignment(stage: $0, owners: Ownership.defaultOwners(of: $0), responsible: nil, from: nil)
    }
    let assignments = (defaults + session.workspace.ownership.assignments).filter { stage == nil || $0.stage == stage }
    let sorted = Stage.allCases.flatMap { stage in assignments.filter { $0.stage == stage } }
    let grid = Grid(
      columns: [
        Grid.Column(key: "stage", title: .columnStage, kind: .integer, priority: 9),
        Grid.Column(key: "key", title: .columnKey, priority: 6, fit: .whole),
        Grid.Column(key: "since", title: .columnSince, kind: .timestamp, priority: 8),
        Grid.Column(key: "owners", title: .columnOwners, priority: 7, fit: .wrapped),
        Grid.Column(key: "responsible", title: .columnResponsible, priority: 5),
      ],
      rows: sorted.map { assignment in
        [
          Cell(assignment.stage), .text(assignment.stage.key), Cell(assignment.from), Cell(assignment.owners),
          Cell(assignment.responsible.flatMap { session.workspace.roster[$0]?.handle }),
        ]
      }, notes: [Message.stageHistoryNote()])
    try output.print(grid, schema: "stage_history")
  }
}
