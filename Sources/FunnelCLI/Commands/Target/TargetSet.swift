import ArgumentParser
import FunnelStore
import SharedFunnel

/// `target set PERIOD --amount AMOUNT`: the first version of a period's target. Any member; it counts once heads of both
/// departments have signed.
struct TargetSet: ParsableCommand {
  static let configuration = CommandConfiguration("set", .targetSetAbstract, .targetSetDiscussion)

  @Argument(help: ArgumentHelp(.targetPeriodHelp)) var period: String
  @OptionGroup var target: TargetOptions
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    guard target.amount != nil else { throw Failure.usage(Message.targetWithoutAmount()) }
  }

  func run() throws {
    let session = try file.writing()
    let period = try TargetPeriodArgument.read(period, in: session)
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let made = try session.store.setTarget(period, try target.change(in: session), act)
    let done = Message.targetSet(["period": period.label])
    try output.print(TargetPage(session: session).receipt(made, done, isDryRun: dry.isDryRun))
  }
}
