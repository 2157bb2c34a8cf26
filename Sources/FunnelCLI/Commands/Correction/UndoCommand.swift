import ArgumentParser
import FunnelStore
import SharedFunnel

/// `undo`: takes back the actor's own last command.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration("undo", .undoAbstract, .undoDiscussion)

  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    guard let undone = try session.store.undo(act) else {
      return try output.print(Answer.corrected([], Message.recordedBefore(), act, "undo"))
    }
    let rows = try session.store.leads(undone.leads)
    let kinds = undone.kinds.map(\.key).joined(separator: ", ")
    let time = undone.recorded.label
    let sentence =
      rows.isEmpty
      ? Message.undoneWorkspace(["kinds": kinds, "time": time])
      : Message.undoneCommand(["kinds": kinds, "time": time, "leads": rows.titles])
    try output.print(Answer.corrected(rows, sentence, act, "undo"))
  }
}
