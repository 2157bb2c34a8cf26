import ArgumentParser
import FunnelStore
import SharedFunnel

/// `commission sign [VERSION]`: signs a version for the department that the member heads.
struct CommissionSign: ParsableCommand {
  static let configuration = CommandConfiguration("sign", .commissionSignAbstract, .commissionSignDiscussion)

  @Argument(help: ArgumentHelp(.commissionVersionHelp)) var version: UInt16?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let signed = try session.store.signCommission(version: version, act)
    try output.print(
      PolicyPage(session: session).receipt(signed, isDryRun: dry.isDryRun) {
        Message.commissionSigned(["member": act.actor.handle, "version": String($0.version)])
      })
  }
}
