import ArgumentParser
import FunnelStore
import SharedFunnel

/// `handoff withdraw LEAD…`: takes open offers back. A member of the giving side.
struct HandoffWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration("withdraw", .withdrawAbstract, .withdrawDiscussion)

  @Argument(help: ArgumentHelp(.leadsHelp, valueName: "lead")) var leads: [String]
  @Option(help: ArgumentHelp(.noteHelp, valueName: "text")) var note: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let receipt = try BulkLeads(names: leads, time: time, acting: acting, dry: dry).receipt(in: session)
    try output.print(receipt.perform(personal: .note(note), done: .leadsWithdrawn) { _ in .withdraw })
  }
}
