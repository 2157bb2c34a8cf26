import ArgumentParser
import FunnelStore
import SharedFunnel

/// `target revise PERIOD`: a new version of a target; what is not named stays as it was. Any member; it counts once heads
/// of both departments have signed.
struct TargetRevise: ParsableCommand {
  static let configuration = CommandConfiguration("revise", .targetReviseAbstract, .targetReviseDiscussion)

  @Argument(help: ArgumentHelp(.targetPeriodHelp)) var period: String
  @OptionGroup var target: TargetOptions
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.writing()
    let period = try TargetPeriodArgument.read(period, in: session)
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let made = try session.store.reviseTarget(period, try target.change(in: session), act)
    let done = Message.targetRevised(["period": period.label])
    try output.print(TargetPage(session: session).receipt(made, done, isDryRun: dry.isDryRun))
  }
}
