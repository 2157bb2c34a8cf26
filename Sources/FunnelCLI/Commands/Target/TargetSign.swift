import ArgumentParser
import FunnelStore
import SharedFunnel

/// `target sign PERIOD`: signs a version for the department that the member heads.
struct TargetSign: ParsableCommand {
  static let configuration = CommandConfiguration("sign", .targetSignAbstract, .targetSignDiscussion)

  @Argument(help: ArgumentHelp(.targetPeriodHelp)) var period: String
  @Option(help: ArgumentHelp(.targetVersionHelp)) var version: UInt16?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let period = try TargetPeriodArgument.read(period, in: session)
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let signed = try session.store.signTarget(period, version: version, act)
    let done = Message.targetSigned(["period": period.label, "member": act.actor.handle])
    try output.print(TargetPage(session: session).receipt(signed, done, isDryRun: dry.isDryRun))
  }
}
