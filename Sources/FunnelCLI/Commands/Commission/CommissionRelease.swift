import ArgumentParser
import FunnelStore
import SharedFunnel

/// `commission release LEAD|PURCHASE`: lifts what was put on hold by hand. A head of either department.
struct CommissionRelease: ParsableCommand {
  static let configuration = CommandConfiguration("release", .commissionReleaseAbstract, .commissionReleaseDiscussion)

  @Argument(help: ArgumentHelp(.commissionNameHelp, valueName: "lead|purchase")) var name: String
  @Option(help: ArgumentHelp(.commissionReasonHelp)) var reason: String
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let purchases = try session.store.releaseCommission(of: name, reason: reason, act)
    try output.print(
      CommissionPage(session: session).answer(purchases, .commissionReleased, isDryRun: dry.isDryRun))
  }
}
