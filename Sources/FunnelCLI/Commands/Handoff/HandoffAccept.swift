import ArgumentParser
import FunnelStore
import SharedFunnel

/// `handoff accept LEAD…`: takes offered leads, which cross the line with that. A member of the receiving side.
struct HandoffAccept: ParsableCommand {
  static let configuration = CommandConfiguration("accept", .acceptAbstract, .acceptDiscussion)

  @OptionGroup var offered: OfferedLeads
  @Option(help: ArgumentHelp(.acceptOwnerHelp, valueName: "member")) var owner: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let receipt = try offered.receipt(time, acting, dry, in: session)
    try output.print(
      receipt.perform(done: .leadsAccepted, ["actor": receipt.act.actor.handle]) { words in
        .accept(owner: try owner.map(words.member))
      })
  }
}
