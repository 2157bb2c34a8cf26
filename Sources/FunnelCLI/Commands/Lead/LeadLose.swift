import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead lose LEAD… --reason KEY`: the leads will not buy. A member of an owner of their stage.
struct LeadLose: ParsableCommand {
  static let configuration = CommandConfiguration("lose", .leadLoseAbstract, .leadLoseDiscussion)

  @Argument(help: ArgumentHelp(.leadsHelp, valueName: "lead")) var leads: [String]
  @Option(help: ArgumentHelp(.lossReasonHelp, valueName: "key")) var reason: String
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
      receipt.perform(personal: .note(note), done: .leadsLost, ["reason": reason]) { words in
        .lose(try words.reason(reason, for: .loss))
      })
  }
}
