import ArgumentParser
import FunnelStore
import SharedFunnel

/// `handoff return LEAD… --reason KEY`: gives accepted leads back to the side that offered them. A member of the
/// receiving side.
struct HandoffReturn: ParsableCommand {
  static let configuration = CommandConfiguration("return", .returnAbstract, .returnDiscussion)

  @Argument(help: ArgumentHelp(.leadsHelp, valueName: "lead")) var leads: [String]
  @Option(help: ArgumentHelp(.returnReasonHelp, valueName: "key")) var reason: String
  @Option(help: ArgumentHelp(.returnToHelp, valueName: "stage"), completion: .stages, transform: StageArgument.read)
  var to: Stage?
  @Option(help: ArgumentHelp(.noteHelp, valueName: "text")) var note: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let receipt = try BulkLeads(names: leads, time: time, acting: acting, dry: dry).receipt(in: session)
    try output.print(
      receipt.perform(personal: .note(note), done: .leadsReturned, ["reason": reason]) { words in
        .giveBack(try words.reason(reason, for: .rejection), to: to)
      })
  }
}
