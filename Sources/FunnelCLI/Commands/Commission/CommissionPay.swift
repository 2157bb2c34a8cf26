import ArgumentParser
import FunnelStore
import SharedFunnel

/// `commission pay --period P`: notes what is accrued and not on hold as paid. A head of either department.
struct CommissionPay: ParsableCommand {
  static let configuration = CommandConfiguration("pay", .commissionPayAbstract, .commissionPayDiscussion)

  @Option(help: ArgumentHelp(.commissionPeriodHelp)) var period: String
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let period = try TargetPeriodArgument.read(period, in: session)
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let plan = try session.store.payCommission(for: period, act)
    try output.print(CommissionPage(session: session).answer(plan, isDryRun: dry.isDryRun))
  }
}
