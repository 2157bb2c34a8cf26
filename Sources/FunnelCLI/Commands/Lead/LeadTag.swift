import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead tag LEAD… --add TAG --remove TAG`: words of one's own on leads. Any member.
struct LeadTag: ParsableCommand {
  static let configuration = CommandConfiguration("tag", .leadTagAbstract, .leadTagDiscussion)

  @Argument(help: ArgumentHelp(.leadsHelp, valueName: "lead")) var leads: [String]
  @Option(help: ArgumentHelp(.tagAddHelp, valueName: "tag")) var add: [String] = []
  @Option(help: ArgumentHelp(.tagRemoveHelp, valueName: "tag")) var remove: [String] = []
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    let words = add + remove
    if words.isEmpty || words.contains("") { throw Failure.usage(Message.tagMissing()) }
  }

  func run() throws {
    let session = try file.writing()
    let receipt = try BulkLeads(names: leads, time: time, acting: acting, dry: dry).receipt(in: session)
    let changes = add.map { "+\($0)" } + remove.map { "-\($0)" }
    try output.print(
      receipt.perform(done: .leadsTagged, ["tags": changes.joined(separator: " ")]) { words in
        .tag(
          add: try add.map { try words.intern(.tag, $0) }, remove: try remove.map { try words.intern(.tag, $0) })
      })
  }
}
