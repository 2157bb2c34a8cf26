import ArgumentParser
import FunnelStore
import SharedFunnel

/// `stage assign STAGE --to DEPARTMENT`: whose a stage is, from a time on. Past events keep the owners of their own
/// time. Any member.
struct StageAssign: ParsableCommand {
  static let configuration = CommandConfiguration("assign", .stageAssignAbstract, .stageAssignDiscussion)

  @Argument(help: ArgumentHelp(.stageHelp), completion: .stages, transform: StageArgument.read) var stage: Stage
  @Option(help: ArgumentHelp(.stageToHelp, valueName: "departments"), transform: DepartmentArgument.readSet)
  var to: DepartmentSet
  @Option(help: ArgumentHelp(.responsibleHelp, valueName: "member")) var responsible: String?
  @Option(help: ArgumentHelp(.fromHelp, valueName: "date")) var from: String?
  @OptionGroup var acting: ActorOptions
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  /// What people type for "from the beginning of time".
  private static let ever = "ever"

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let start = from?.lowercased() == StageAssign.ever ? nil : try from.map(session.instant) ?? session.now
    let member = try responsible.map(session.store.member)
    try session.store.assign(
      StageAssignment(stage: stage, owners: to, responsible: member?.id, from: start), act)
    let answer = StageAnswer(session: session)
    let owners = to.departments.map(\.key).joined(separator: ", ")
    var lines = [
      Message.stageAssigned([
        "stage": stage.label, "owners": owners, "time": start?.label ?? Message.sinceEver(),
        "member": member?.handle ?? Message.nobody(),
      ])
    ]
    if !dry.isDryRun { lines.append(answer.lines) }
    try output.print(
      Answer(
        schema: "stages", lines: lines, grid: answer.grid, members: ["dry_run": .bool(dry.isDryRun)],
        notes: dry.isDryRun ? [Message.nothingRecorded()] : []))
  }
}
