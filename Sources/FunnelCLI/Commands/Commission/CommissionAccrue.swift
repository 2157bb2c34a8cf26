import ArgumentParser
import FunnelStore
import SharedFunnel

/// `commission accrue`: brings the ledger up to date. A head of either department.
struct CommissionAccrue: ParsableCommand {
  static let configuration = CommandConfiguration("accrue", .commissionAccrueAbstract, .commissionAccrueDiscussion)

  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let receipt = try session.store.accrueCommission(act)
    try output.print(CommissionPage(session: session).answer(receipt, isDryRun: dry.isDryRun))
  }
}
