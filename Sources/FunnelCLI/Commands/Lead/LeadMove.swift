import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead move LEAD… STAGE`: puts leads into a stage. A member of an owner of their present stage; across a line only
/// with someone of the receiving side who accepts.
struct LeadMove: ParsableCommand {
  static let configuration = CommandConfiguration(
    "move", .leadMoveAbstract, .leadMoveDiscussion, usage: .leadMoveUsage)

  @Argument(help: ArgumentHelp(.leadsThenStageHelp, valueName: "lead> ... <stage")) var words: [String]
  @Option(name: .customLong("accepted-by"), help: ArgumentHelp(.acceptedByHelp, valueName: "member"))
  var acceptedBy: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let (names, text) = try LeadNames.splitLast(words, missing: .stageMissing)
    let stage = try StageArgument.read(text)
    let session = try file.writing()
    let receipt = try BulkLeads(names: names, time: time, acting: acting, dry: dry).receipt(in: session)
    try output.print(
      receipt.perform(done: .leadsMoved, ["stage": stage.label]) { words in
        .move(stage, acceptedBy: try acceptedBy.map(words.member))
      })
  }
}
