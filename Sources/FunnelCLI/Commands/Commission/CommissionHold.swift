import ArgumentParser
import FunnelStore
import SharedFunnel

/// `commission hold LEAD|PURCHASE`: keeps what purchases earn from being paid. A head of either department.
struct CommissionHold: ParsableCommand {
  static let configuration = CommandConfiguration("hold", .commissionHoldAbstract, .commissionHoldDiscussion)

  @Argument(help: ArgumentHelp(.commissionNameHelp, valueName: "lead|purchase")) var name: String
  @Option(help: ArgumentHelp(.commissionReasonHelp)) var reason: String
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let purchases = try session.store.holdCommission(of: name, reason: reason, act)
    try output.print(
      CommissionPage(session: session).answer(purchases, .commissionHeld, isDryRun: dry.isDryRun))
  }
}
